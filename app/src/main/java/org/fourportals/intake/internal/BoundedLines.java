package org.fourportals.intake.internal;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/** The lines of a text, each of bounded length: of a longer one only the beginning is kept, however long it goes on. Ends are LF, CRLF or CR. */
final class BoundedLines {

    /** @param number from 1 @param cut whether more stood there */
    record Line(long number, String text, boolean cut) {
    }

    private final Reader in;
    private final int longest;
    private final char[] buffer = new char[1 << 16];
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private int at;
    private int filled;
    private long number;
    private boolean afterReturn;

    BoundedLines(Reader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line; null at the end. */
    @Nullable Line next() throws IOException {
        if (!pushedBack.isEmpty()) {
            return pushedBack.pop();
        }
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        boolean any = false;
        for (int c = read(); c >= 0; c = read()) {
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = c == '\r';
            if (c == '\n' || c == '\r') {
                return new Line(++number, text.toString(), cut);
            }
            any = true;
            if (text.length() < longest) {
                text.append((char) c);
            } else {
                cut = true;
            }
        }
        return any ? new Line(++number, text.toString(), cut) : null;
    }

    /** Gives a line again, before the others. */
    void pushBack(Line line) {
        pushedBack.push(line);
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = in.read(buffer);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[at++];
    }
}
