package org.fourportals.circumstances.terms;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One alternative of a condition: each named column must be in one of its classes. Without columns it is always met. */
public record Term(Map<Integer, BitSet> classes) {

    static final Term ALWAYS = new Term(new TreeMap<>());

    static Term of(int column, BitSet classes) {
        TreeMap<Integer, BitSet> one = new TreeMap<>();
        one.put(column, classes);
        return new Term(one);
    }

    /** Both at once; null if they exclude each other. */
    @Nullable Term and(Term other) {
        TreeMap<Integer, BitSet> both = new TreeMap<>(classes);
        for (Map.Entry<Integer, BitSet> entry : other.classes.entrySet()) {
            BitSet mine = both.get(entry.getKey());
            if (mine == null) {
                both.put(entry.getKey(), entry.getValue());
                continue;
            }
            BitSet shared = (BitSet) mine.clone();
            shared.and(entry.getValue());
            if (shared.isEmpty()) {
                return null;
            }
            both.put(entry.getKey(), shared);
        }
        return new Term(both);
    }

    /** Whether some class of every column meets both. */
    public boolean meets(Term other) {
        for (Map.Entry<Integer, BitSet> entry : classes.entrySet()) {
            BitSet theirs = other.classes.get(entry.getKey());
            if (theirs != null && !theirs.intersects(entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is met wherever the other is. */
    boolean covers(Term other) {
        for (Map.Entry<Integer, BitSet> entry : classes.entrySet()) {
            BitSet theirs = other.classes.get(entry.getKey());
            if (theirs == null || !within(theirs, entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean within(BitSet small, BitSet large) {
        BitSet rest = (BitSet) small.clone();
        rest.andNot(large);
        return rest.isEmpty();
    }

    /** The column in which alone the two differ, both naming the same columns; -1 if there is none. */
    int onlyDifference(Term other) {
        if (!classes.keySet().equals(other.classes.keySet())) {
            return -1;
        }
        int differing = -1;
        for (Map.Entry<Integer, BitSet> entry : classes.entrySet()) {
            if (!entry.getValue().equals(other.classes.get(entry.getKey()))) {
                if (differing >= 0) {
                    return -1;
                }
                differing = entry.getKey();
            }
        }
        return differing;
    }

    /** This term with one column's classes replaced, or, with null, not named any more. */
    Term with(int column, @Nullable BitSet of) {
        TreeMap<Integer, BitSet> changed = new TreeMap<>(classes);
        if (of == null) {
            changed.remove(column);
        } else {
            changed.put(column, of);
        }
        return new Term(changed);
    }
}
