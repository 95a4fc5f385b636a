package org.fourportals.search.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The English word that someone meant who made one or two slips of the keys. */
final class Spelling {

    private static final int SHORTEST = 4;
    private static final int TWO_SLIPS_FROM = 8;
    private static final int FIRST_LETTER_SLIPS_FROM = 7;

    private final Map<String, Integer> known = new HashMap<>();

    Spelling(Collection<String> texts) {
        for (String text : texts) {
            for (String word : Words.clean(text).split("[^a-z']+")) {
                if (word.length() >= SHORTEST) {
                    known.merge(word, 1, Integer::sum);
                }
            }
        }
    }

    /** The nearest known word, of short ones only those that begin with the same letter, the commonest of equals; empty if none is near or the word is known. */
    Optional<String> correct(String word) {
        if (word.length() < SHORTEST || known.containsKey(word)) {
            return Optional.empty();
        }
        int allowed = word.length() >= TWO_SLIPS_FROM ? 2 : 1;
        String best = null;
        int fewest = allowed + 1;
        for (String candidate : known.keySet()) {
            if (candidate.charAt(0) != word.charAt(0) && word.length() < FIRST_LETTER_SLIPS_FROM
                    || Math.abs(candidate.length() - word.length()) > allowed) {
                continue;
            }
            int slips = slips(word, candidate);
            if (slips < fewest || best != null && slips == fewest && slips <= allowed && known.get(candidate) > known.get(best)) {
                best = candidate;
                fewest = slips;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Letters left out, added, changed, or swapped with their neighbour. */
    static int slips(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
