package org.fourportals.pool;

import java.util.Locale;

/** How much harm a reading of a data set can do; decides what is encrypted and who must approve sharing. */
public enum Sensitivity {
    PUBLIC, INTERNAL, PERSONAL, SENSITIVE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that names none */
    public static Sensitivity ofWord(String word) {
        for (var sensitivity : values()) {
            if (sensitivity.word().equals(word)) {
                return sensitivity;
            }
        }
        throw new IllegalArgumentException("no sensitivity is called \"" + word + "\"");
    }
}
