package org.fourportals.pool;

import java.util.Locale;

/** The types a field of a data set can have, by the words of {@code datasets.tsv}. */
public enum FieldType {
    ID, TEXT, CODE, DATE, DATETIME, INTEGER, DECIMAL, MONEY, BOOLEAN, IMAGE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that names no type */
    public static FieldType ofWord(String word) {
        for (var type : values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no type of field is called \"" + word + "\"");
    }
}
