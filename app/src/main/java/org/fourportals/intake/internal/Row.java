package org.fourportals.intake.internal;

import java.util.Map;

import org.fourportals.intake.Reason;

/** One row of a source, by where it stands in it: a line, a number, an offset. */
public sealed interface Row {

    long position();

    /** The row as it came, cut where it is very long. */
    String raw();

    /** A row that could be read; a column without a value is absent or blank. */
    record Cells(long position, String raw, Map<String, String> cells) implements Row {
    }

    /** The end of a record: what its row held last. */
    record Ended(long position, String raw, Map<String, String> cells) implements Row {
    }

    /** All rows of the source before this version are gone; what came since then is not meant. */
    record Emptied(long position, long before) implements Row {

        @Override
        public String raw() {
            return "";
        }
    }

    /** A row that cannot even be taken apart. */
    record Broken(long position, String raw, Reason reason) implements Row {
    }
}
