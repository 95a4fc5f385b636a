package org.fourportals.catalogue.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The remedy for a name that does not exist: the name that was probably meant, or the names there are. */
final class Suggestion {

    private Suggestion() {
    }

    /** `where` says in which list the names stand, such as "datasets.tsv". */
    static String forName(String wrong, Collection<String> names, String where) {
        return names.stream()
                .filter(name -> distance(wrong, name) <= Math.max(2, wrong.length() / 3))
                .min(Comparator.comparingInt((String name) -> distance(wrong, name)).thenComparing(Comparator.naturalOrder()))
                .map(name -> "Did you mean \"" + name + "\"?")
                .orElseGet(() -> instead(names, where));
    }

    private static String instead(Collection<String> names, String where) {
        if (names.isEmpty()) {
            return "There is none in " + where + ".";
        }
        return names.size() > 20 ? "Use one of " + where + ", or add it there."
                : "Use one of " + where + ": " + names.stream().sorted().collect(Collectors.joining(", ")) + ".";
    }

    /** Damerau-Levenshtein with adjacent swaps: the number of typing mistakes between two names. */
    static int distance(String a, String b) {
        if (Math.min(a.length(), b.length()) == 0 || Math.abs(a.length() - b.length()) > 8 || a.length() > 100) {
            return Integer.MAX_VALUE;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1,
                        d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
