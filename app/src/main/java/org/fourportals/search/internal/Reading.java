package org.fourportals.search.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/** One query as it was understood: clauses for the index, each over the characters it explains. */
final class Reading {

    private final String text;
    private final List<Clause> clauses = new ArrayList<>();
    private final BitSet silent = new BitSet();

    /** A part of the query, what it asks of the index, and the characters it explains. */
    record Clause(String said, Query query, BitSet covers) {
    }

    private Reading(String text) {
        this.text = text;
    }

    /** @param text cleaned by {@link Words#clean} */
    static Reading of(String text, Lexicon lexicon, AffairIndex index) {
        var reading = new Reading(text);
        new ChineseReader(text, reading, lexicon, index).read();
        new LatinReader(text, reading, lexicon, index).read();
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

    boolean isLatin(int i) {
        return text.charAt(i) != ' ' && !Words.isHan(text.charAt(i));
    }

    /** These characters mean nothing. */
    void silence(int start, int end) {
        silent.set(start, end);
    }

    boolean isSilent(int position) {
        return silent.get(position);
    }

    void addMeaning(Synonyms.Meaning meaning, int start, int end) {
        if (!meaning.words().isEmpty()) {
            add(Queries.any(meaning.words()), Queries.SYNONYM, start, end, true);
        }
    }

    /** @param explains whether a match says that these characters were understood */
    void add(Query query, float boost, int start, int end, boolean explains) {
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
