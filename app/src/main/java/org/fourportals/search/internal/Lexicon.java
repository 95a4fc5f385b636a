package org.fourportals.search.internal;

import java.util.ArrayList;
import java.util.List;

/** Everything search knows of words besides the index: synonyms, spelling and pinyin, of one catalogue. */
record Lexicon(Synonyms synonyms, Spelling spelling, Pinyin pinyin) {

    static Lexicon of(Synonyms synonyms, List<Described> affairs) {
        var zh = new ArrayList<>(synonyms.texts());
        var en = new ArrayList<>(synonyms.texts());
        for (Described described : affairs) {
            zh.add(described.affair().name().zh());
            zh.addAll(described.zh().sayings());
            en.add(described.affair().name().en());
            en.add(described.affair().result());
            en.add(described.department().en());
            en.addAll(described.affair().usualDocuments());
        }
        return new Lexicon(synonyms, new Spelling(en), new Pinyin(zh));
    }
}
