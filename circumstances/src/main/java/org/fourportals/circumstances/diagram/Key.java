package org.fourportals.circumstances.diagram;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row of numbers as a key of a hash table; the row is not copied and must not change. */
final class Key {

    private final int[] row;
    private final int hash;

    Key(int... row) {
        this.row = row;
        this.hash = Arrays.hashCode(row);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && hash == key.hash && Arrays.equals(row, key.row);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
