package org.fourportals.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.fourportals.base.Language;
import org.fourportals.meaning.Meanings;
import org.fourportals.meaning.Meanings.Passage;
import org.fourportals.meaning.TextModel;
import org.fourportals.meaning.Vectors;

/** How near each affair is to a query by what both mean: its name, what is told of it, and how people ask for it. */
public final class Nearness {

    private final Meanings meanings;

    public Nearness(List<Described> affairs, Vectors vectors) {
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < affairs.size(); i++) {
            for (Language language : Language.values()) {
                int affair = i;
                texts(affairs.get(i), language).forEach(text -> passages.add(new Passage(affair, TextModel.Kind.of(language), text)));
            }
        }
        meanings = new Meanings(affairs.size(), passages, vectors);
    }

    private static Stream<String> texts(Described described, Language language) {
        String name = described.affair().name().in(language);
        String plain = described.told(language).plain();
        Stream<String> told = plain.isEmpty() ? Stream.of(name) : Stream.of(name, plain, name + (language == Language.ZH ? "。" : ". ") + plain);
        return Stream.concat(told, described.told(language).sayings().stream());
    }

    /** The nearest passage of each affair, in the order of the affairs. */
    Meanings.Near[] of(String query) {
        return meanings.near(TextModel.Kind.of(Words.hasHan(query) ? Language.ZH : Language.EN), query);
    }
}
