package org.fourportals.search.internal;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads the Chinese of a query: known words, pairs of characters, and for pairs that the catalogue does not have, the same sound or a wrong
 * character between two right ones.
 */
final class ChineseReader {

    private final String text;
    private final Reading reading;
    private final Lexicon lexicon;
    private final AffairIndex index;

    ChineseReader(String text, Reading reading, Lexicon lexicon, AffairIndex index) {
        this.text = text;
        this.reading = reading;
        this.lexicon = lexicon;
        this.index = index;
    }

    void read() {
        var open = new StringBuilder(text);
        for (Synonyms.Found found : lexicon.synonyms().inChinese(text)) {
            if (found.meaning().silent()) {
                IntStream.range(found.start(), found.end()).forEach(i -> open.setCharAt(i, ' '));
                reading.silence(found.start(), found.end());
            } else {
                reading.addMeaning(found.meaning(), found.start(), found.end());
            }
        }
        for (Words.Term term : Words.zh(open.toString())) {
            String pair = term.term();
            if (pair.codePointCount(0, pair.length()) == 1) {
                reading.add(Queries.term(AffairIndex.NAME_ZH, pair), Queries.SINGLE * Queries.NAME, term.start(), term.end(), alone(open, term));
                continue;
            }
            if (index.count(AffairIndex.NAME_ZH, pair) + index.count(AffairIndex.MORE_ZH, pair) > 0) {
                reading.add(Queries.zh(pair), 1, term.start(), term.end(), true);
            } else {
                String sound = String.join("_", Pinyin.syllables(pair));
                reading.add(Queries.term(AffairIndex.PINYIN, sound), Queries.SOUND, term.start(), term.end(), true);
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
                reading.addMeaning(found.meaning(), start, end);
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
                reading.add(Queries.term(AffairIndex.GAPS, AffairIndex.gaps(three).getFirst()), Queries.GAP, i, i + 3, true);
            }
        }
    }
}
