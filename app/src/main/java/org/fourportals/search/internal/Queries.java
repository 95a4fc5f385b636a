package org.fourportals.search.internal;

import java.util.Collection;
import java.util.List;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What is asked of the index, and how much each way of matching counts. */
final class Queries {

    static final float NAME = 3f;
    static final float SAID = 1.5f;
    static final float MORE = 0.7f;
    static final float SYNONYM = 0.9f;
    static final float SOUND = 1.6f;
    static final float GAP = 1.2f;
    static final float SINGLE = 0.25f;
    static final float CORRECTED = 0.8f;

    private static final float OTHERS = 0.1f;

    private Queries() {
    }

    static Query term(String field, String term) {
        return new TermQuery(new Term(field, term));
    }

    /** A Chinese term in names or around them. */
    static Query zh(String term) {
        return either(AffairIndex.NAME_ZH, AffairIndex.SAID_ZH, AffairIndex.MORE_ZH, term);
    }

    /** An English stem in names or around them. */
    static Query en(String stem) {
        return either(AffairIndex.NAME_EN, AffairIndex.SAID_EN, AffairIndex.MORE_EN, stem);
    }

    private static Query either(String name, String said, String more, String term) {
        return new DisjunctionMaxQuery(List.of(new BoostQuery(term(name, term), NAME), new BoostQuery(term(said, term), SAID),
                new BoostQuery(term(more, term), MORE)), OTHERS);
    }

    /** Any of the meanings, each with all its words. */
    static Query any(Collection<String> meanings) {
        return new DisjunctionMaxQuery(meanings.stream().map(Queries::all).toList(), OTHERS);
    }

    /** Long meanings do not outweigh what was said. */
    private static Query all(String meaning) {
        var all = new BooleanQuery.Builder();
        Collection<String> zh = Words.hasHan(meaning) ? Words.zhPairs(meaning) : List.of();
        List<String> en = Words.stems(meaning);
        zh.forEach(t -> all.add(zh(t), BooleanClause.Occur.MUST));
        en.forEach(t -> all.add(en(t), BooleanClause.Occur.MUST));
        return new BoostQuery(all.build(), (float) (1 / Math.sqrt(Math.max(1, zh.size() + en.size()))));
    }
}
