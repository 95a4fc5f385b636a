package org.fourportals.intake.internal;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A file being read row by row. */
interface OpenFile extends AutoCloseable {

    String name();

    String identity();

    Map<String, String> columns();

    /** Where the row stands that was read last; 0 before the first. */
    long line();

    /** The next row; null at the end. */
    @Nullable Row read() throws IOException;

    @Override
    void close() throws IOException;

    /** Whether it stands where the cursor says; else it has to be opened anew. */
    default boolean matches(FolderFeed.Cursor cursor) {
        return cursor.file().equals(name()) && cursor.identity().equals(identity()) ? cursor.line() == line() && !cursor.finished() : line() == 0;
    }

    /** Leaves out all rows up to and with this one. */
    default void skipTo(long line) throws IOException {
        while (line() < line && read() != null) {
            // read and forgotten
        }
    }
}
