package org.fourportals.search.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people say and what the city calls it, read from {@code search/synonyms.txt}, which editors keep. Three kinds of lines:
 * {@code a, b, c} mean the same; {@code a, b => c, d} say c or d where people say a or b; {@code a, b =>} mean nothing in a query.
 */
public final class Synonyms {

    private static final int SHORTEST_INITIALS = 3;

    private final Map<String, Meaning> chinese = new HashMap<>();
    private final Map<List<String>, Meaning> english = new HashMap<>();
    private final Map<List<String>, Meaning> pinyin = new HashMap<>();
    private final Map<String, Meaning> initials = new HashMap<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private int longest;

    /** A place in the query and what it stands for. */
    record Found(int start, int end, Meaning meaning) {
    }

    /** What a word stands for, besides itself; `silent` words say nothing. */
    record Meaning(Set<String> words, boolean silent) {
        private static final Meaning UNKNOWN = new Meaning(Set.of(), false);
    }

    private Synonyms() {
    }

    /** @throws IllegalArgumentException naming the line that is wrong */
    public static Synonyms read(Reader file) {
        var synonyms = new Synonyms();
        try (var lines = new BufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String rule = line.replaceFirst("#.*", "").strip();
                if (!rule.isEmpty()) {
                    synonyms.add(rule, number);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return synonyms;
    }

    private void add(String rule, int number) {
        String[] sides = rule.split("=>", -1);
        List<String> said = terms(sides[0]);
        if (sides.length > 2 || said.isEmpty() || sides.length == 1 && said.size() < 2) {
            throw new IllegalArgumentException("synonyms line " + number
                    + ": write `a, b` or `a, b => c` or `a, b =>`, not: " + rule);
        }
        List<String> meant = sides.length == 1 ? said : terms(sides[1]);
        texts.addAll(said);
        texts.addAll(meant);
        said.forEach(term -> learn(term, new Meaning(new LinkedHashSet<>(meant), meant.isEmpty())));
    }

    private static List<String> terms(String side) {
        return Arrays.stream(side.split(",")).map(Words::clean).filter(t -> !t.isEmpty()).toList();
    }

    /** Learns every form in which the term can stand in a query. */
    private void learn(String term, Meaning meaning) {
        if (!Words.hasHan(term)) {
            List<String> stems = Words.stems(term);
            longest = Math.max(longest, stems.size());
            english.merge(stems, meaning, Synonyms::both);
            return;
        }
        List<String> syllables = Pinyin.syllables(term);
        longest = Math.max(longest, Math.max(term.length(), syllables.size()));
        chinese.merge(term, meaning, Synonyms::both);
        if (syllables.size() > 1) {
            pinyin.merge(syllables, meaning, Synonyms::both);
        }
        if (syllables.size() >= SHORTEST_INITIALS) {
            initials.merge(Pinyin.initials(term), meaning, Synonyms::both);
        }
    }

    private static Meaning both(Meaning one, Meaning other) {
        var words = new LinkedHashSet<>(one.words());
        words.addAll(other.words());
        return new Meaning(words, one.silent() && other.silent());
    }

    /** All words of the file, for the spelling and the pinyin. */
    public Set<String> texts() {
        return texts;
    }

    /** Known Chinese words in the text, from the left, the longest first, not overlapping. */
    List<Found> inChinese(String text) {
        var found = new ArrayList<Found>();
        for (int start = 0; start < text.length(); start++) {
            for (int end = Math.min(text.length(), start + longest); end > start; end--) {
                Meaning meaning = chinese.get(text.substring(start, end));
                if (meaning != null) {
                    found.add(new Found(start, end, meaning));
                    start = end - 1;
                    break;
                }
            }
        }
        return found;
    }

    /** Known runs of English stems, positions counted in stems. */
    List<Found> inEnglish(List<String> stems) {
        return runs(stems, english);
    }

    /** Known runs of syllables, positions counted in syllables. */
    List<Found> inPinyin(List<String> syllables) {
        return runs(syllables, pinyin);
    }

    /** The meanings of first letters of syllables; empty if they are none. */
    Meaning byInitials(String letters) {
        return initials.getOrDefault(letters, Meaning.UNKNOWN);
    }

    private List<Found> runs(List<String> terms, Map<List<String>, Meaning> known) {
        var found = new ArrayList<Found>();
        for (int start = 0; start < terms.size(); start++) {
            for (int end = Math.min(terms.size(), start + longest); end > start; end--) {
                Meaning meaning = known.get(terms.subList(start, end));
                if (meaning != null) {
                    found.add(new Found(start, end, meaning));
                    start = end - 1;
                    break;
                }
            }
        }
        return found;
    }
}
