package org.fourportals.circumstances.condition;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** How messages about conditions quote and suggest: short, printable, and with the nearest name that exists. */
public final class Wording {

    private static final int LONGEST_QUOTE = 40;

    private Wording() {}

    /** The text cut to a readable length, without characters that do not print. */
    public static String brief(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST_QUOTE).forEach(c -> {
            boolean prints = !Character.isISOControl(c) && Character.isDefined(c)
                    && Character.getType(c) != Character.SURROGATE && Character.getType(c) != Character.FORMAT;
            if (prints) {
                shown.appendCodePoint(c);
            } else {
                shown.append("U+%04X".formatted(c));
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST_QUOTE ? shown + "…" : shown.toString();
    }

    /** A remedy naming the nearest of the known names, or, if none is near, all of them. */
    public static String didYouMean(String written, Collection<String> known, String noun) {
        Optional<String> near = nearest(written, known);
        if (near.isPresent()) {
            return "Did you mean “" + near.get() + "”?";
        }
        if (known.isEmpty()) {
            return "There is no " + noun + " that could be used here.";
        }
        String some = known.stream().limit(12).collect(Collectors.joining(", "));
        return "Use one of: " + some + (known.size() > 12 ? ", …" : "") + ".";
    }

    private static Optional<String> nearest(String written, Collection<String> known) {
        String best = null;
        int least = (written.length() < 4 ? 1 : Math.max(2, Math.min(written.length(), 64) / 4)) + 1;
        for (String name : known) {
            int distance = Math.max(written.length(), name.length()) > 64 ? Integer.MAX_VALUE : distance(written, name);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[b.length()];
    }
}
