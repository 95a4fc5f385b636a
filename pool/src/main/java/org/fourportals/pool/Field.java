package org.fourportals.pool;

import java.util.List;

/**
 * A field of a data set.
 *
 * @param codes the codes a {@code code} field may hold; empty if the city has not fixed them
 */
public record Field(String name, FieldType type, List<String> codes) {

    public Field {
        codes = List.copyOf(codes);
    }

    /**
     * Reads a value as registers write it ({@link Value#written}).
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public Value parse(String written) {
        return FieldRules.parse(this, written);
    }
}
