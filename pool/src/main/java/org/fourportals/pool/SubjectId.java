package org.fourportals.pool;

/**
 * The number the pool assigned to a person, organisation, property or vehicle. It is drawn in turn by the directory and
 * never derived from a resident id or other identifier: two people can never collide in it, a changed certificate keeps
 * its owner, and it tells a stranger nothing. Its first byte is the {@link SubjectKind}; it is always positive.
 */
public record SubjectId(long number) implements Comparable<SubjectId> {

    static final long LARGEST_SERIAL = (1L << 56) - 1;

    /** @throws IllegalArgumentException for a number that no directory can have assigned */
    public SubjectId {
        kindOf(number);
    }

    static SubjectId of(SubjectKind kind, long serial) {
        if (serial < 1 || serial > LARGEST_SERIAL) {
            throw new IllegalArgumentException("subject serial out of range: " + serial);
        }
        return new SubjectId((long) kind.code() << 56 | serial);
    }

    /** A number of this kind that stands for a subject not assigned yet, to ask for a record's misfits before it is. */
    public static SubjectId unassigned(SubjectKind kind) {
        return of(kind, LARGEST_SERIAL);
    }

    public SubjectKind kind() {
        return kindOf(number);
    }

    private static SubjectKind kindOf(long number) {
        var code = (int) (number >>> 56);
        for (var kind : SubjectKind.values()) {
            if (kind.code() == code && (number & LARGEST_SERIAL) != 0) {
                return kind;
            }
        }
        throw new IllegalArgumentException("not a subject number: " + number);
    }

    @Override
    public int compareTo(SubjectId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return kind().word() + "-" + (number & LARGEST_SERIAL);
    }
}
