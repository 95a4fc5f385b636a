package org.fourportals.search.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Reads what is written in Latin letters in a query: English, misspelt or not, pinyin, and first letters of pinyin. */
final class LatinReader {

    private static final int SHORTEST_INITIALS = 3;

    private final String text;
    private final Reading reading;
    private final Lexicon lexicon;
    private final AffairIndex index;

    LatinReader(String text, Reading reading, Lexicon lexicon, AffairIndex index) {
        this.text = text;
        this.reading = reading;
        this.lexicon = lexicon;
        this.index = index;
    }

    /** What people call an affair counts less than its name. */
    private static final float SAID = 0.6f;

    void read() {
        readEnglish();
        readPinyin();
    }

    private void readEnglish() {
        List<Words.Term> words = Words.en(text);
        List<String> stems = words.stream().map(this::meant).toList();
        for (Synonyms.Found found : lexicon.synonyms().inEnglish(stems)) {
            int start = words.get(found.start()).start();
            int end = words.get(found.end() - 1).end();
            if (found.meaning().silent()) {
                reading.silence(start, end);
            } else {
                reading.addMeaning(found.meaning(), start, end);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            Words.Term word = words.get(i);
            if (!reading.isSilent(word.start())) {
                float boost = stems.get(i).equals(word.term()) ? 1 : Queries.CORRECTED;
                reading.add(Queries.en(stems.get(i)), boost, word.start(), word.end(), true);
            }
        }
        silenceStopWords(words);
    }

    /** The stem that was meant: of the nearest spelling if the catalogue does not have this one. */
    private String meant(Words.Term word) {
        return isKnown(word.term()) ? word.term() : lexicon.spelling().correct(text.substring(word.start(), word.end()))
                .flatMap(spelt -> Words.stems(spelt).stream().findFirst()).orElse(word.term());
    }

    private boolean isKnown(String stem) {
        return index.count(AffairIndex.NAME_EN, stem) + index.count(AffairIndex.MORE_EN, stem) > 0;
    }

    private void silenceStopWords(List<Words.Term> words) {
        var heard = new BitSet();
        words.forEach(w -> heard.set(w.start(), w.end()));
        IntStream.range(0, text.length()).filter(i -> reading.isLatin(i) && !heard.get(i)).forEach(i -> reading.silence(i, i + 1));
    }

    /** Neighbouring words that are pinyin, read as one; and each word as initials. */
    private void readPinyin() {
        var syllables = new ArrayList<String>();
        var places = new ArrayList<int[]>();
        int start = 0;
        while (start <= text.length()) {
            int end = start;
            while (end < text.length() && reading.isLatin(end)) {
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
                reading.silence(start, end);
                IntStream.range(found.start(), found.end()).forEach(i -> open.set(i, ""));
            } else {
                reading.addMeaning(found.meaning(), start, end);
            }
        }
        List<String> pairs = Pinyin.pairs(open);
        for (int i = 0; i < pairs.size(); i++) {
            reading.add(Queries.term(AffairIndex.PINYIN, pairs.get(i)), Queries.SOUND, places.get(i)[0], places.get(i + 1)[1], true);
            reading.add(Queries.term(AffairIndex.SAID_PINYIN, pairs.get(i)), Queries.SOUND * SAID, places.get(i)[0], places.get(i + 1)[1], true);
        }
    }

    private void addInitials(int start, int end) {
        String word = text.substring(start, end);
        if (word.length() < SHORTEST_INITIALS || isKnown(word)) {
            return;
        }
        reading.addMeaning(lexicon.synonyms().byInitials(word), start, end);
        reading.add(Queries.term(AffairIndex.INITIALS, word), Queries.SOUND, start, end, true);
    }
}
