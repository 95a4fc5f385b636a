package org.fourportals.pool;

/**
 * How one subject leads to another by what the registers say. Which field of which data set makes a relation is
 * declared in {@link References}, nowhere else.
 */
public enum Relation {
    CHILD("child"), MOTHER("mother"), FATHER("father"), SPOUSE("spouse"),
    HOME("home"), RENTED_HOME("rentedHome"), COMPANY("company"), VEHICLE("vehicle");

    private final String word;

    Relation(String word) {
        this.word = word;
    }

    /** The word an affair's file uses: {@code child}, {@code rentedHome}, … */
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException for a word that names no relation */
    public static Relation ofWord(String word) {
        for (var relation : values()) {
            if (relation.word.equals(word)) {
                return relation;
            }
        }
        throw new IllegalArgumentException("no relation is called \"" + word + "\"");
    }
}
