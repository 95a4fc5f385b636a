package org.fourportals.assistant.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import org.fourportals.base.Language;

/**
 * What a sentence shows of itself beside its meaning: its characters in ones, twos and threes in Chinese, its words, pairs of them and their
 * beginnings in English, each put into one of {@link #BUCKETS} by its hash. Slips of the keyboard change few of them.
 */
final class Features {

    static final int BUCKETS = 8_192;

    private static final int LONGEST = 300;
    private static final int STEM = 4;

    private Features() {
    }

    /** The language whose model reads the text: Chinese if it has a Chinese character. */
    static Language language(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) ? Language.ZH : Language.EN;
    }

    /** The text in one shape: compatibility forms and case folded, marks as spaces, no control or direction characters, not too long. */
    static String plain(String text) {
        String head = text.length() > LONGEST * 4 ? text.substring(0, LONGEST * 4) : text;
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(head, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .map(c -> Character.isLetterOrDigit(c) || c == '\'' ? c : ' ').limit(LONGEST).forEach(c -> {
                    if (c != ' ' || !plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                        plain.appendCodePoint(c);
                    }
                });
        return plain.toString().strip();
    }

    /** The buckets a plain text falls into, each once, in ascending order. */
    static int[] of(Language language, String plain) {
        IntStream buckets = switch (language) {
            case ZH -> characters(plain.replace(" ", ""));
            case EN -> words(plain.split(" "));
        };
        return buckets.distinct().sorted().toArray();
    }

    private static IntStream characters(String text) {
        int[] points = text.codePoints().toArray();
        IntStream.Builder buckets = IntStream.builder();
        for (int size = 1; size <= 3; size++) {
            for (int from = 0; from + size <= points.length; from++) {
                buckets.add(bucket(new String(points, from, size)));
            }
        }
        return buckets.build();
    }

    private static IntStream words(String[] words) {
        IntStream.Builder buckets = IntStream.builder();
        for (int i = 0; i < words.length; i++) {
            buckets.add(bucket("w " + words[i]));
            buckets.add(bucket("s " + words[i].substring(0, Math.min(STEM, words[i].length()))));
            buckets.add(bucket("p " + (i == 0 ? "" : words[i - 1]) + " " + words[i]));
        }
        return buckets.build();
    }

    private static int bucket(String gram) {
        int hash = Arrays.hashCode(gram.toCharArray());
        hash ^= hash >>> 15;
        hash *= 0x2c1b3c6d;
        hash ^= hash >>> 13;
        return Math.floorMod(hash, BUCKETS);
    }
}
