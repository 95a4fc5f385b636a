package org.fourportals.pool;

import static org.fourportals.pool.RocksStore.Table.HISTORY;
import static org.fourportals.pool.RocksStore.Table.LINKS;
import static org.fourportals.pool.RocksStore.Table.META;
import static org.fourportals.pool.RocksStore.Table.RECORDS;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * Erases: each record becomes a deletion that no version delivered before can undo, its history and whom it named go, and the
 * part of the store that held them is rewritten, so that nothing of it is left on the disk. That it was done stays.
 */
final class RocksErasures {

    private static final byte[] PREFIX = "erasure/".getBytes(StandardCharsets.UTF_8);

    /** Up to which version a subject's records of a data set are erased, found without passing over all erasures. */
    private static final byte[] LATEST = "erased/".getBytes(StandardCharsets.UTF_8);

    private final RocksStore store;
    private final RecordCodec codec;
    private final RocksLinks links;
    private final Clock clock;

    RocksErasures(RocksStore store, RecordCodec codec, RocksLinks links, Clock clock) {
        this.store = store;
        this.codec = codec;
        this.links = links;
        this.clock = clock;
    }

    Erasure erase(SubjectId subject, String dataset, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an erasure needs a reason");
        }
        var records = links.recordsOf(subject, Set.of(dataset));
        var now = clock.instant();
        var erasure = new Erasure(subject, dataset, reason, now, records.size());
        var from = codec.prefix(subject, dataset);
        var to = after(from);
        return store.run(() -> {
            try (var batch = new WriteBatch()) {
                for (var record : records) {
                    var key = codec.key(subject, dataset, record.id());
                    var end = new PoolRecord(subject, dataset, record.id(), Math.max(record.version(), PoolRecord.versionAt(now)), true, java.util.Map.of());
                    batch.merge(store.table(RECORDS), key, codec.value(end, key));
                    for (var entry : links.entries(record, key)) {
                        batch.delete(store.table(LINKS), entry);
                    }
                }
                batch.deleteRange(store.table(HISTORY), from, to);
                note(batch, erasure);
                store.write(batch);
            }
            store.flush(RECORDS);
            store.purge(RECORDS, from, to);
            store.flush(HISTORY);
            store.purge(HISTORY, from, to);
            return erasure;
        });
    }

    /** Notes erasures made elsewhere. */
    void adopt(List<Erasure> erasures) {
        store.run(() -> {
            try (var batch = new WriteBatch()) {
                for (var erasure : erasures) {
                    note(batch, erasure);
                }
                store.write(batch);
            }
            return true;
        });
    }

    private void note(WriteBatch batch, Erasure erasure) throws RocksDBException {
        batch.put(store.table(META), key(erasure), value(erasure));
        var latest = latest(erasure.subject(), erasure.dataset());
        var before = store.get(META, latest);
        var until = PoolRecord.versionAt(erasure.erasedAt());
        if (before == null || ByteBuffer.wrap(before).getLong() < until) {
            batch.put(store.table(META), latest, ByteBuffer.allocate(Long.BYTES).putLong(until).array());
        }
    }

    private byte[] latest(SubjectId subject, String dataset) {
        return ByteBuffer.allocate(LATEST.length + RecordCodec.PREFIX).put(LATEST).put(codec.prefix(subject, dataset)).array();
    }

    /** Of a subject's versions those that were not erased: one delivered again after its erasure does not count. */
    List<PoolRecord> withoutErased(SubjectId subject, String dataset, List<PoolRecord> versions) {
        var until = store.run(() -> store.get(META, latest(subject, dataset)));
        return until == null ? versions : versions.stream().filter(version -> version.version() > ByteBuffer.wrap(until).getLong()).toList();
    }

    List<Erasure> all() {
        return store.run(() -> {
            var found = new ArrayList<Erasure>();
            try (var iterator = store.iterator(META)) {
                for (iterator.seek(PREFIX); iterator.isValid() && RocksStore.startsWith(iterator.key(), PREFIX); iterator.next()) {
                    found.add(read(iterator.key(), new String(iterator.value(), StandardCharsets.UTF_8)));
                }
                iterator.status();
            }
            return found;
        });
    }

    /** By time, then subject and data set. */
    private byte[] key(Erasure erasure) {
        return ByteBuffer.allocate(PREFIX.length + 8 + RecordCodec.PREFIX).put(PREFIX)
                .putLong(PoolRecord.versionAt(erasure.erasedAt())).put(codec.prefix(erasure.subject(), erasure.dataset())).array();
    }

    private static byte[] value(Erasure erasure) {
        return (erasure.records() + "\n" + erasure.dataset() + "\n" + erasure.reason()).getBytes(StandardCharsets.UTF_8);
    }

    private static Erasure read(byte[] key, String value) {
        var bytes = ByteBuffer.wrap(key, PREFIX.length, key.length - PREFIX.length);
        var erasedAt = Instant.EPOCH.plus(bytes.getLong(), java.time.temporal.ChronoUnit.MICROS);
        var parts = value.split("\n", 3);
        return new Erasure(new SubjectId(bytes.getLong()), parts[1], parts[2], erasedAt, Integer.parseInt(parts[0]));
    }

    private static byte[] after(byte[] prefix) {
        var after = ByteBuffer.wrap(prefix.clone());
        after.putShort(RecordCodec.SUBJECT, (short) (after.getShort(RecordCodec.SUBJECT) + 1));
        return after.array();
    }
}
