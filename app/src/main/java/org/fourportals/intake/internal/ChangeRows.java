package org.fourportals.intake.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.debezium.engine.RecordChangeEvent;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.fourportals.intake.Mapping;
import org.fourportals.intake.internal.Feed.Unreadable;
import org.fourportals.pool.PoolRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of what a log says. Each gets a version that grows in the order of the log: the moment of its commit, or one more than the last
 * where clocks say otherwise. A place in the log to go on from never lies among changes that share one position, since the log is read on
 * behind them all.
 */
final class ChangeRows {

    private static final long MOST_UNKEPT = 16 << 20;

    private final String table;
    private final Mapping mapping;
    private final Clock clock;
    private final String placeholder;
    private final String marker;
    private final List<Piece> pieces = new ArrayList<>();
    private List<Row> rows = new ArrayList<>();
    private Map<String, String> columns = Map.of();
    private Map<String, String> endedLast = Map.of();
    private long endedAt = -1;
    private ChangeCursor cursor;
    private boolean first;
    private final long sweepBefore;
    private @Nullable RecordChangeEvent<SourceRecord> safe;
    private @Nullable RecordChangeEvent<SourceRecord> previous;
    private long version;
    private long marked = -1;
    /** Whether rows came since a place was kept that lies behind them all. */
    private boolean unsaved;
    private boolean caughtUp;
    private Instant newest = Instant.MAX;

    /** A batch with the change up to which all is safe when the batch is. */
    record Piece(Batch batch, @Nullable RecordChangeEvent<SourceRecord> safe) {
    }

    /**
     * @param from  where reading goes on; without an offset all rows come first
     * @param sweep whether records that do not come with them are gone
     */
    ChangeRows(String table, Mapping mapping, Clock clock, String placeholder, String marker, ChangeCursor from, boolean sweep) {
        this.table = table;
        this.mapping = mapping;
        this.clock = clock;
        this.placeholder = placeholder;
        this.marker = marker;
        this.cursor = from;
        this.first = from.offset() == null;
        this.version = Math.max(from.version(), PoolRecord.versionAt(clock.instant()));
        this.sweepBefore = sweep ? version + 1 : 0;
    }

    /** The greatest of our marks that came by. */
    long marked() {
        return marked;
    }

    /** Whether nothing came since the last mark. */
    boolean caughtUp() {
        return caughtUp;
    }

    /** When the newest change was committed; far in the future before the first. */
    Instant newest() {
        return newest;
    }

    /** Batches of what came, in its order; those without rows only move the place to go on from. */
    List<Piece> take(List<RecordChangeEvent<SourceRecord>> portion) {
        for (RecordChangeEvent<SourceRecord> event : portion) {
            if (event.record().value() instanceof Struct value && value.schema().field("op") != null) {
                take(event, value, String.valueOf(value.getString("op")));
            }
        }
        cut();
        List<Piece> taken = List.copyOf(pieces);
        pieces.clear();
        return taken;
    }

    private void take(RecordChangeEvent<SourceRecord> event, Struct value, String op) {
        Map<String, ?> offset = event.record().sourceOffset();
        boolean ofFirst = op.equals("r");
        if (first && !ofFirst) {
            endFirst(event);
        }
        long at = ChangeCursor.position(offset);
        if (!ofFirst && previous != null && at != ChangeCursor.position(previous.record().sourceOffset())) {
            safe = previous;
        }
        previous = ofFirst ? null : event;
        unsaved |= !op.equals("m");
        caughtUp = false;
        switch (op) {
            case "m" -> mark(event, value);
            case "t" -> emptied(version(value));
            default -> changed(value, op, at);
        }
        if (ofFirst && Boolean.TRUE.equals(offset.get("last_snapshot_record"))) {
            endFirst(event);
        }
    }

    /** All first rows came: only from here on is there a place to go on from. */
    private void endFirst(RecordChangeEvent<SourceRecord> last) {
        cut();
        first = false;
        if (last.record().sourceOffset().get("snapshot") != null) {
            safe = last;
        }
        if (sweepBefore > 0) {
            rows.add(new Row.Emptied(sweepBefore, sweepBefore));
            cut(Map.of());
        } else if (safe != null) {
            cut(Map.of());
        }
    }

    private void mark(RecordChangeEvent<SourceRecord> event, Struct value) {
        cut();
        String content = new String(Base64.getDecoder().decode(value.getStruct("message").getString("content")), StandardCharsets.UTF_8);
        if (!content.startsWith(marker)) {
            return;
        }
        marked = Long.parseLong(content.substring(marker.length()));
        if (unsaved || cursor.offset() == null || ChangeCursor.position(event.record().sourceOffset()) - ChangeCursor.position(cursor.offset()) > MOST_UNKEPT) {
            safe = event;
            cut(Map.of());
        }
        unsaved = false;
        caughtUp = true;
    }

    private void emptied(long at) {
        cut();
        rows.add(new Row.Emptied(at, at));
        cut(Map.of());
    }

    private void changed(Struct value, String op, long at) {
        Struct before = value.getStruct("before");
        Struct after = value.getStruct("after");
        if (before == null && (op.equals("u") || op.equals("d"))) {
            throw Unreadable.of("identity-was", table);
        }
        Map<String, String> was = before == null ? endedAt == at ? endedLast : Map.of() : ChangeValues.cells(before);
        Map<String, String> is = after == null ? Map.of() : whole(ChangeValues.cells(after), was);
        Map<String, String> named = ChangeValues.columns((after == null ? before : after).schema());
        if (!named.equals(columns)) {
            cut();
            columns = named;
        }
        if (op.equals("d") || op.equals("u") && !identity(was).equals(identity(is))) {
            Map<String, String> ended = versioned(was, version(value));
            rows.add(new Row.Ended(JdbcFeed.position(String.join("/", recordId(was))), ended.toString(), ended));
            endedLast = was;
            endedAt = at;
        }
        if (after != null) {
            Map<String, String> cells = versioned(is, version(value));
            rows.add(new Row.Cells(JdbcFeed.position(String.join("/", recordId(is))), cells.toString(), cells));
        }
    }

    /** A long value that was left as it was is not in the log; it is the one before. */
    private Map<String, String> whole(Map<String, String> is, Map<String, String> was) {
        Map<String, String> whole = new LinkedHashMap<>();
        is.forEach((column, cell) -> {
            String known = cell.contains(placeholder) ? was.get(column) : cell;
            if (known == null || known.contains(placeholder)) {
                throw Unreadable.of("identity-was", table);
            }
            whole.put(column, known);
        });
        return whole;
    }

    private List<String> recordId(Map<String, String> cells) {
        return mapping.recordId().stream().map(column -> cells.getOrDefault(column, "")).toList();
    }

    /** Which record of whom a row is. */
    private List<String> identity(Map<String, String> cells) {
        List<String> identity = new ArrayList<>(recordId(cells));
        mapping.subject().values().forEach(column -> identity.add(cells.getOrDefault(column, "")));
        return identity;
    }

    private static Map<String, String> versioned(Map<String, String> cells, long version) {
        Map<String, String> versioned = new LinkedHashMap<>(cells);
        versioned.put(Mapping.LOG_POSITION, Instant.EPOCH.plus(version, ChronoUnit.MICROS).toString());
        return versioned;
    }

    private long version(Struct value) {
        Long micros = first ? null : value.getStruct("source").getInt64("ts_us");
        if (micros != null) {
            newest = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        }
        version = Math.max(version + 1, micros == null ? 0 : Math.min(micros, PoolRecord.versionAt(clock.instant())));
        return version;
    }

    private void cut() {
        if (!rows.isEmpty()) {
            cut(columns);
        }
    }

    private void cut(Map<String, String> named) {
        RecordChangeEvent<SourceRecord> upTo = first ? null : safe;
        SourceRecord at = upTo == null ? null : upTo.record();
        cursor = new ChangeCursor(cursor.again(), cursor.table(), at == null ? cursor.partition() : Map.copyOf(at.sourcePartition()),
                at == null ? cursor.offset() : copy(at.sourceOffset()), version);
        pieces.add(new Piece(new Batch(table, "", named, rows, cursor.written()), upTo));
        rows = new ArrayList<>();
        safe = null;
    }

    /** Only where the log is read on from: transactions that ended before are done with, and one that is told once more changes nothing. */
    private static Map<String, Object> copy(Map<String, ?> offset) {
        Map<String, Object> copy = new LinkedHashMap<>();
        for (String name : List.of("lsn", "txId", "ts_usec")) {
            Object value = offset.get(name);
            if (value != null) {
                copy.put(name, value);
            }
        }
        return copy;
    }
}
