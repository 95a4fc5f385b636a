package org.fourportals.search.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * One query as it was understood: clauses, each over the characters it explains. Chinese pairs, English stems, synonyms, pinyin, initials;
 * for what the catalogue does not know, the nearest spelling, the same sound or a wrong character between two right ones.
 */
final class Reading {

    private static final float NAME = 3f;
    private static final float MORE = 0.7f;
    private static final float SYNONYM = 0.9f;
    private static final float SOUND = 1.6f;
    private static final float GAP = 1.2f;
    private static final float SINGLE = 0.25f;
    private static final float CORRECTED = 0.8f;

    private final String text;
    private final Lexicon lexicon;
    private final AffairIndex index;
    private final List<Clause> clauses = new ArrayList<>();
    private final BitSet silent = new BitSet();

    /** A part of the query, what it asks of the index, and the characters it explains. */
    record Clause(String said, Query query, BitSet covers) {
    }

    private Reading(String text, Lexicon lexicon, AffairIndex index) {
        this.text = text;
        this.lexicon = lexicon;
        this.index = index;
    }

    /** @param text cleaned by {@link Words#clean} */
    static Reading of(String text, Lexicon lexicon, AffairIndex index) {
        var reading = new Reading(text, lexicon, index);
        reading.readChinese();
        reading.readEnglish();
        reading.readPinyin();
        return reading;
    }

    List<Clause> clauses() {
        return clauses;
    }

    /** The share of what was said that these characters explain, 0 to 1. A Chinese character says as much as half an English word. */
    double share(BitSet covered) {
        double whole = weight(bits(0, text.length()));
        return whole == 0 ? 0 : weight(covered) / whole;
    }

    /** How much was said, in Chinese characters. */
    double weight(BitSet positions) {
        return positions.stream().filter(i -> i < text.length() && !silent.get(i) && text.charAt(i) != ' ')
                .mapToDouble(i -> Words.isHan(text.charAt(i)) ? 1 : 2.0 / wordLength(i)).sum();
    }

    private int wordLength(int position) {
        int start = position;
        int end = position;
        while (start > 0 && isLatin(start - 1)) {
            start--;
        }
        while (end < text.length() && isLatin(end)) {
            end++;
        }
        return Math.max(1, end - start);
    }

    private boolean isLatin(int i) {
        return text.charAt(i) != ' ' && !Words.isHan(text.charAt(i));
    }

    private void readChinese() {
        var open = new StringBuilder(text);
        for (Synonyms.Found found : lexicon.synonyms().inChinese(text)) {
            if (found.meaning().silent()) {
                IntStream.range(found.start(), found.end()).forEach(i -> open.setCharAt(i, ' '));
                silent.set(found.start(), found.end());
            } else {
                addMeaning(found.meaning(), found.start(), found.end());
            }
        }
        for (Words.Term term : Words.zh(open.toString())) {
            String pair = term.term();
            if (pair.codePointCount(0, pair.length()) == 1) {
                add(new TermQuery(new Term(AffairIndex.NAME_ZH, pair)), SINGLE * NAME, term.start(), term.end(), alone(open, term));
                continue;
            }
            if (index.count(AffairIndex.NAME_ZH, pair) + index.count(AffairIndex.MORE_ZH, pair) > 0) {
                add(either(AffairIndex.NAME_ZH, AffairIndex.MORE_ZH, pair), 1, term.start(), term.end(), true);
            } else {
                String sound = String.join("_", Pinyin.syllables(pair));
                add(new TermQuery(new Term(AffairIndex.PINYIN, sound)), SOUND, term.start(), term.end(), true);
            }
        }
        readGaps(open.toString());
        readSounds(open.toString());
    }

    /** Words of the synonyms written with other characters of the same sound, or in traditional characters. */
    private void readSounds(String open) {
        int[] places = IntStream.range(0, open.length())
                .filter(i -> Words.isHan(open.charAt(i)) && !Pinyin.syllable(open.charAt(i)).isEmpty()).toArray();
        List<String> syllables = IntStream.of(places).mapToObj(i -> Pinyin.syllable(open.charAt(i))).toList();
        for (Synonyms.Found found : lexicon.synonyms().inPinyin(syllables)) {
            int start = places[found.start()];
            int end = places[found.end() - 1] + 1;
            if (!found.meaning().silent() && end - start == found.end() - found.start() && isUnknown(open.substring(start, end))) {
                addMeaning(found.meaning(), start, end);
            }
        }
    }

    private boolean isUnknown(String chinese) {
        return lexicon.synonyms().inChinese(chinese).stream().noneMatch(f -> f.end() - f.start() == chinese.length())
                && Words.zhPairs(chinese).stream().anyMatch(pair -> index.count(AffairIndex.NAME_ZH, pair) == 0);
    }

    private static boolean alone(CharSequence open, Words.Term term) {
        boolean before = term.start() > 0 && Words.isHan(open.charAt(term.start() - 1));
        boolean after = term.end() < open.length() && Words.isHan(open.charAt(term.end()));
        return !before && !after;
    }

    private void readGaps(String open) {
        for (int i = 0; i + 3 <= open.length(); i++) {
            String three = open.substring(i, i + 3);
            if (three.codePoints().allMatch(Words::isHan) && index.count(AffairIndex.NAME_ZH, three.substring(0, 2)) == 0
                    && index.count(AffairIndex.NAME_ZH, three.substring(1)) == 0) {
                add(new TermQuery(new Term(AffairIndex.GAPS, AffairIndex.gaps(three).getFirst())), GAP, i, i + 3, true);
            }
        }
    }

    private void readEnglish() {
        List<Words.Term> words = new ArrayList<>();
        for (Words.Term word : Words.en(text)) {
            words.add(word);
        }
        List<String> stems = new ArrayList<>();
        for (Words.Term word : words) {
            String written = text.substring(word.start(), word.end());
            stems.add(isKnown(word.term()) ? word.term()
                    : lexicon.spelling().correct(written).map(w -> Words.stems(w).stream().findFirst().orElse(word.term())).orElse(word.term()));
        }
        for (Synonyms.Found found : lexicon.synonyms().inEnglish(stems)) {
            int start = words.get(found.start()).start();
            int end = words.get(found.end() - 1).end();
            if (found.meaning().silent()) {
                silent.set(start, end);
            } else {
                addMeaning(found.meaning(), start, end);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            Words.Term word = words.get(i);
            if (!silent.get(word.start())) {
                float boost = stems.get(i).equals(word.term()) ? 1 : CORRECTED;
                add(either(AffairIndex.NAME_EN, AffairIndex.MORE_EN, stems.get(i)), boost, word.start(), word.end(), true);
            }
        }
        silenceStopWords(words);
    }

    private boolean isKnown(String stem) {
        return index.count(AffairIndex.NAME_EN, stem) + index.count(AffairIndex.MORE_EN, stem) > 0;
    }

    private void silenceStopWords(List<Words.Term> words) {
        var heard = new BitSet();
        words.forEach(w -> heard.set(w.start(), w.end()));
        IntStream.range(0, text.length()).filter(i -> isLatin(i) && !heard.get(i)).forEach(silent::set);
    }

    /** Neighbouring words that are pinyin, read as one; and each word as initials. */
    private void readPinyin() {
        var syllables = new ArrayList<String>();
        var places = new ArrayList<int[]>();
        int start = 0;
        while (start <= text.length()) {
            int end = start;
            while (end < text.length() && isLatin(end)) {
                end++;
            }
            List<String> cut = lexicon.pinyin().cut(text.substring(start, end));
            if (cut.isEmpty()) {
                addSyllables(syllables, places);
                syllables.clear();
                places.clear();
                addInitials(start, end);
            }
            int at = start;
            for (String syllable : cut) {
                syllables.add(syllable);
                places.add(new int[] {at, at += syllable.length()});
            }
            start = end + 1;
        }
        addSyllables(syllables, places);
    }

    private void addSyllables(List<String> syllables, List<int[]> places) {
        if (syllables.size() < 2) {
            return;
        }
        var open = new ArrayList<>(syllables);
        for (Synonyms.Found found : lexicon.synonyms().inPinyin(List.copyOf(syllables))) {
            int start = places.get(found.start())[0];
            int end = places.get(found.end() - 1)[1];
            if (found.meaning().silent()) {
                silent.set(start, end);
                IntStream.range(found.start(), found.end()).forEach(i -> open.set(i, ""));
            } else {
                addMeaning(found.meaning(), start, end);
            }
        }
        List<String> pairs = Pinyin.pairs(open);
        for (int i = 0; i < pairs.size(); i++) {
            add(new TermQuery(new Term(AffairIndex.PINYIN, pairs.get(i))), SOUND, places.get(i)[0], places.get(i + 1)[1], true);
        }
    }

    private void addInitials(int start, int end) {
        String word = text.substring(start, end);
        if (word.length() < 3 || isKnown(word)) {
            return;
        }
        addMeaning(lexicon.synonyms().byInitials(word), start, end);
        add(new TermQuery(new Term(AffairIndex.INITIALS, word)), SOUND, start, end, true);
    }

    private void addMeaning(Synonyms.Meaning meaning, int start, int end) {
        List<Query> queries = meaning.words().stream().map(Reading::all).toList();
        if (!queries.isEmpty()) {
            add(new DisjunctionMaxQuery(queries, 0.1f), SYNONYM, start, end, true);
        }
    }

    /** All the words of a meaning, in names or around them; long meanings do not outweigh what was said. */
    private static Query all(String meaning) {
        var all = new BooleanQuery.Builder();
        Collection<String> zh = Words.hasHan(meaning) ? Words.zhPairs(meaning) : List.of();
        List<String> en = Words.stems(meaning);
        zh.forEach(t -> all.add(either(AffairIndex.NAME_ZH, AffairIndex.MORE_ZH, t), BooleanClause.Occur.MUST));
        en.forEach(t -> all.add(either(AffairIndex.NAME_EN, AffairIndex.MORE_EN, t), BooleanClause.Occur.MUST));
        int terms = Math.max(1, zh.size() + en.size());
        return new BoostQuery(all.build(), (float) (1 / Math.sqrt(terms)));
    }

    private static Query either(String name, String more, String term) {
        return new DisjunctionMaxQuery(List.of(new BoostQuery(new TermQuery(new Term(name, term)), NAME),
                new BoostQuery(new TermQuery(new Term(more, term)), MORE)), 0.1f);
    }

    private void add(Query query, float boost, int start, int end, boolean explains) {
        clauses.add(new Clause(text.substring(start, end), new BoostQuery(query, boost), explains ? bits(start, end) : new BitSet()));
    }

    private static BitSet bits(int start, int end) {
        var bits = new BitSet();
        bits.set(start, end);
        return bits;
    }

    /** What was said that speaks for an affair, for people to read. */
    List<String> said(BitSet matched) {
        var together = new BitSet();
        matched.stream().forEach(i -> together.or(clauses.get(i).covers()));
        var parts = new ArrayList<String>();
        for (int start = together.nextSetBit(0); start >= 0; start = together.nextSetBit(together.nextClearBit(start))) {
            parts.add(text.substring(start, together.nextClearBit(start)));
        }
        return parts.stream().distinct().toList();
    }
}
