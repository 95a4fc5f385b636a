package org.fourportals.intake.internal;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

import io.debezium.engine.RecordChangeEvent;
import org.apache.kafka.connect.source.SourceRecord;
import org.fourportals.intake.Mapping;
import org.fourportals.intake.Source;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a table of a department's PostgreSQL, by its log: all rows first, then every change in the order in which they were
 * committed. The place in the log stands in the connector's cursor, kept with the rows; the server is told only afterwards what it may
 * forget. Whether all was read is known by marks put into the log. Where changes might be missing, reading stops and says so:
 * {@code again} of the connector's file begins once more with all rows, and what no longer comes with them is ended.
 */
public final class ChangesFeed implements Feed {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Source.Changes source;
    private final Mapping mapping;
    private final Clock clock;
    private final ChangeServer server;
    private final Deque<ChangeRows.Piece> ready = new ArrayDeque<>();
    private @Nullable Reading reading;
    private @Nullable String table;
    private @Nullable RecordChangeEvent<SourceRecord> safe;
    private boolean held;
    private long position;

    private record Reading(ChangeLog log, ChangeRows rows) {
    }

    public ChangesFeed(Source.Changes source, Mapping mapping, Clock clock) {
        this.source = source;
        this.mapping = mapping;
        this.clock = clock;
        this.server = new ChangeServer(source);
    }

    @Override
    public @Nullable Batch next(@Nullable String cursor) throws IOException {
        try {
            Reading now = reading == null ? begin(cursor) : reading;
            if (!server.table().equals(table)) {
                throw Unreadable.of("table-other", source.table(), source.publication());
            }
            if (ready.isEmpty()) {
                fill(now);
            }
            return ready.isEmpty() ? null : ready.getFirst().batch();
        } catch (SQLException e) {
            close();
            throw server.said(e);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private Reading begin(@Nullable String written) throws SQLException {
        String found = server.table();
        ChangeCursor before = written == null ? null : ChangeCursor.read(written);
        boolean goesOn = before != null && before.again() == source.again() && before.offset() != null;
        boolean sweep = false;
        ChangeCursor from;
        if (goesOn) {
            if (!before.table().equals(found)) {
                throw Unreadable.of("table-other", source.table(), source.publication());
            }
            server.holds(ChangeCursor.position(before.offset()));
            from = before;
        } else {
            sweep = server.dropSlot() || before != null;
            from = new ChangeCursor(source.again(), found, null, null, before == null ? 0 : before.version());
        }
        String placeholder = UUID.randomUUID().toString().replace("-", "");
        table = found;
        position = ChangeCursor.position(from.offset());
        Reading begun = new Reading(ChangeLog.start(ChangeLogSettings.of(source, server.password(), from, placeholder, server.prefix())),
                new ChangeRows(source.table(), mapping, clock, placeholder, server.marker(), from, sweep));
        reading = begun;
        return begun;
    }

    /** Waits for rows, or until a mark comes by: then there are none. */
    private void fill(Reading now) throws IOException, SQLException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        long asked = server.mark();
        while (ready.isEmpty() && now.rows().marked() < asked && System.nanoTime() < until) {
            List<RecordChangeEvent<SourceRecord>> portion = now.log().poll(POLL);
            if (portion == null) {
                server.mark(); // one put before the slot was made does not come
            } else {
                held = true;
                ready.addAll(now.rows().take(portion));
                portion.forEach(event -> position = Math.max(position, ChangeCursor.position(event.record().sourceOffset())));
                letGo(now);
            }
        }
    }

    /** Lets the portion go when all its batches are in the pool. */
    private void letGo(Reading now) {
        if (held && ready.isEmpty()) {
            held = false;
            now.log().letGo(safe);
            safe = null;
        }
    }

    @Override
    public void committed(Batch batch) {
        ChangeRows.Piece piece = ready.removeFirst();
        if (piece.safe() != null) {
            safe = piece.safe();
        }
        if (reading != null) {
            letGo(reading);
        }
    }

    /** How many bytes of the log were not read yet, and since when the newest change that was read is committed, where some wait. */
    @Override
    public Lag lag() throws IOException {
        Reading now = reading;
        if (now == null || position == 0) {
            return Lag.NONE;
        }
        try {
            boolean all = !held && now.rows().caughtUp();
            Instant newest = now.rows().newest();
            return all ? Lag.NONE : new Lag(Math.max(0, server.end() - position), newest.equals(Instant.MAX) ? Duration.ZERO : Duration.between(newest, clock.instant()));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        ready.clear();
        safe = null;
        held = false;
        Reading before = reading;
        reading = null;
        try (server) {
            if (before != null) {
                before.log().close();
            }
        }
    }
}
