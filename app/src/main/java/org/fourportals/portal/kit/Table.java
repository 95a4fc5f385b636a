package org.fourportals.portal.kit;

import java.util.List;

/**
 * A table of words and numbers. The first cell of a row is its heading.
 *
 * @param caption what the table shows; read aloud, and shown unless the page says it already
 */
public record Table(String caption, boolean captionShown, List<Column> columns, List<List<Cell>> rows) {

    /** A column's heading; numbers stand at the right. */
    public record Column(String title, boolean number) {
    }

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row has " + row.size() + " cells for " + columns.size() + " columns");
            }
        }
    }

    public static Table of(String caption, List<Column> columns, List<List<Cell>> rows) {
        return new Table(caption, true, columns, rows);
    }

    public Table withoutCaption() {
        return new Table(caption, false, columns, rows);
    }

    public static Column words(String title) {
        return new Column(title, false);
    }

    public static Column numbers(String title) {
        return new Column(title, true);
    }
}
