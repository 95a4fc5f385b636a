package org.fourportals.intake.internal;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

import org.fourportals.intake.Reason;
import org.fourportals.intake.internal.BoundedLines.Line;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 writes it, taken apart row by row so that what is wrong with one row costs that row and no more: a line without end, a
 * quote that is never closed, text behind a closed quote. Memory stays bounded whatever the file holds.
 */
final class CsvRows {

    static final int LONGEST_ROW = 1 << 20;
    static final int MOST_LINES = 100;

    /** A row: its cells, or why it has none. @param line where it begins */
    record CsvRow(long line, String raw, List<String> cells, @Nullable Reason fault) {
    }

    private final BoundedLines lines;
    private final char delimiter;

    CsvRows(Reader in, char delimiter) {
        this.lines = new BoundedLines(in, LONGEST_ROW);
        this.delimiter = delimiter;
    }

    /** The next row that is not blank; null at the end. */
    @Nullable CsvRow next() throws IOException {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.cut()) {
                return bad(line, Reason.of("too-long", LONGEST_ROW));
            }
            if (!line.text().isBlank()) {
                return row(line);
            }
        }
        return null;
    }

    /** A cell may hold line breaks, so a row may go on in the next lines; where its quote never closes they are rows of their own. */
    private CsvRow row(Line first) throws IOException {
        Cells cells = new Cells();
        String fault = cells.take(first.text());
        StringBuilder raw = new StringBuilder(first.text());
        List<Line> more = new ArrayList<>();
        while (fault.isEmpty() && cells.isOpen()) {
            Line line = more.size() < MOST_LINES ? lines.next() : null;
            if (line == null || line.cut() || raw.length() + line.text().length() > LONGEST_ROW) {
                if (line != null) {
                    more.add(line);
                }
                more.reversed().forEach(lines::pushBack);
                return bad(first, Reason.of("open-quote"));
            }
            more.add(line);
            raw.append('\n').append(line.text());
            fault = cells.take("\n" + line.text());
        }
        if (!fault.isEmpty()) {
            more.reversed().forEach(lines::pushBack);
            return bad(first, Reason.of(fault));
        }
        return new CsvRow(first.number(), raw.toString(), cells.end(), null);
    }

    private static CsvRow bad(Line line, Reason reason) {
        return new CsvRow(line.number(), line.text(), List.of(), reason);
    }

    private enum State { BEGIN, PLAIN, QUOTED, CLOSED }

    /** The cells of one row, taken line by line. */
    private final class Cells {

        private final List<String> done = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private State state = State.BEGIN;

        boolean isOpen() {
            return state == State.QUOTED;
        }

        /** @return the word for what is wrong; empty if nothing */
        String take(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (state == State.QUOTED) {
                    quoted(c);
                } else if (c == delimiter) {
                    finish();
                } else if (c == '"' && state == State.BEGIN) {
                    state = State.QUOTED;
                } else if (c == '"' && state == State.CLOSED) {
                    cell.append('"');
                    state = State.QUOTED;
                } else if (state == State.CLOSED && c != ' ') {
                    return "after-quote";
                } else if (state != State.CLOSED) {
                    cell.append(c);
                    state = State.PLAIN;
                }
            }
            return "";
        }

        private void quoted(char c) {
            if (c == '"') {
                state = State.CLOSED;
            } else {
                cell.append(c);
            }
        }

        private void finish() {
            done.add(cell.toString());
            cell.setLength(0);
            state = State.BEGIN;
        }

        List<String> end() {
            finish();
            return List.copyOf(done);
        }
    }
}
