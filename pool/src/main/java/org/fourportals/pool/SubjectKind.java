package org.fourportals.pool;

/** What a record can be about. The kind is part of a {@link SubjectId}, so it never changes once assigned. */
public enum SubjectKind {
    PERSON(1), ORGANISATION(2), PROPERTY(3), VEHICLE(4);

    private final int code;

    SubjectKind(int code) {
        this.code = code;
    }

    /** The first byte of every subject number of this kind. */
    int code() {
        return code;
    }

    /** The word used in {@code datasets.tsv}: {@code person}, {@code organisation}, {@code property}, {@code vehicle}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that names no kind */
    public static SubjectKind ofWord(String word) {
        for (var kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of subject is called \"" + word + "\"");
    }
}
