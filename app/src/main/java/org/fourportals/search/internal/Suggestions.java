package org.fourportals.search.internal;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

import org.fourportals.catalogue.Affair;

/** Completes names of affairs as they are typed. */
public final class Suggestions {

    private static final int SHORTEST_INITIALS = 2;

    private final List<Name> names;

    private record Name(Affair affair, String zh, String en, String pinyin, String initials) {

        /** How near the typed text is: 0 the name begins with it, 1 a word of it does, 2 it stands within; empty if nowhere. */
        OptionalInt nearness(String typed, String letters) {
            if (zh.startsWith(typed) || en.startsWith(typed)) {
                return OptionalInt.of(0);
            }
            if (en.contains(" " + typed) || zh.contains(typed)) {
                return OptionalInt.of(1);
            }
            if (letters.length() >= SHORTEST_INITIALS && (pinyin.contains(" " + letters) || runs(letters) || initials.contains(letters))) {
                return OptionalInt.of(2);
            }
            return OptionalInt.empty();
        }

        /** Whether typed pinyin without spaces begins at a syllable. */
        private boolean runs(String letters) {
            String run = pinyin;
            while (!run.isEmpty()) {
                if (run.replace(" ", "").startsWith(letters)) {
                    return true;
                }
                int next = run.indexOf(' ', 1);
                run = next < 0 ? "" : run.substring(next);
            }
            return false;
        }
    }

    public Suggestions(List<Described> affairs) {
        names = affairs.stream().map(Described::affair).map(affair -> new Name(affair, Words.clean(affair.name().zh()),
                Words.clean(affair.name().en()), " " + String.join(" ", Pinyin.syllables(affair.name().zh())),
                Pinyin.initials(affair.name().zh()))).toList();
    }

    /** The nearest first, equals in the catalogue's order. */
    public List<Affair> complete(String typed, int limit) {
        String text = Words.clean(typed);
        if (text.isEmpty()) {
            return List.of();
        }
        String letters = text.replace(" ", "").chars().allMatch(c -> c >= 'a' && c <= 'z') ? text.replace(" ", "") : "";
        record Near(Affair affair, int nearness) {
        }
        return names.stream().flatMap(name -> name.nearness(text, letters).stream().mapToObj(near -> new Near(name.affair(), near)))
                .sorted(Comparator.comparingInt(Near::nearness)).limit(limit).map(Near::affair).toList();
    }
}
