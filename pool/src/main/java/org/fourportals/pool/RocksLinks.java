package org.fourportals.pool;

import static org.fourportals.pool.RocksStore.Table.LINKS;
import static org.fourportals.pool.RocksStore.Table.RECORDS;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rocksdb.RocksIterator;

/**
 * Reads records by subject and by whom they name. The index of names is a table of keys without values: data set, field,
 * the value that names, then the record's own key; entries are only ever added, see {@link Links}.
 */
final class RocksLinks implements Links.Register {

    private static final byte END = 0;

    private final RocksStore store;
    private final RecordCodec codec;
    private final RocksDirectory directory;

    RocksLinks(RocksStore store, RecordCodec codec, RocksDirectory directory) {
        this.store = store;
        this.codec = codec;
        this.directory = directory;
    }

    /** What to add to the index when a record is written; its key in the table of records is given. */
    List<byte[]> entries(PoolRecord record, byte[] key) {
        var entries = new ArrayList<byte[]>();
        for (var field : References.indexedFields(record.dataset())) {
            record.find(field).ifPresent(value -> {
                var prefix = prefix(record.dataset(), field, value.written());
                entries.add(ByteBuffer.allocate(prefix.length + key.length).put(prefix).put(key).array());
            });
        }
        return entries;
    }

    private byte[] prefix(String dataset, String field, String value) {
        var names = (field + (char) END + value + (char) END).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + names.length).putShort((short) codec.code(dataset)).put(names).array();
    }

    @Override
    public List<PoolRecord> recordsOf(SubjectId subject, Set<String> datasets) {
        var prefixes = new TreeMap<Integer, byte[]>();
        datasets.forEach(dataset -> prefixes.put(codec.code(dataset), codec.prefix(subject, dataset)));
        return store.run(() -> {
            var found = new ArrayList<PoolRecord>();
            try (var iterator = store.subjectIterator()) {
                for (var prefix : prefixes.values()) {
                    collect(iterator, prefix, found);
                }
                iterator.status();
            }
            return found;
        });
    }

    private void collect(RocksIterator iterator, byte[] prefix, List<PoolRecord> found) {
        for (iterator.seek(prefix); iterator.isValid(); iterator.next()) {
            var key = iterator.key();
            if (!RocksStore.startsWith(key, prefix)) {
                return;
            }
            var value = iterator.value();
            if (!RecordCodec.deleted(value)) {
                found.add(codec.record(key, value));
            }
        }
    }

    @Override
    public List<PoolRecord> thatNamed(String dataset, String field, String value) {
        var prefix = prefix(dataset, field, value);
        return store.run(() -> {
            var found = new ArrayList<PoolRecord>();
            try (var iterator = store.iterator(LINKS)) {
                for (iterator.seek(prefix); iterator.isValid() && RocksStore.startsWith(iterator.key(), prefix); iterator.next()) {
                    var entry = iterator.key();
                    var key = java.util.Arrays.copyOfRange(entry, prefix.length, entry.length);
                    var bytes = store.get(RECORDS, key);
                    if (bytes != null && !RecordCodec.deleted(bytes)) {
                        found.add(codec.record(key, bytes));
                    }
                }
                iterator.status();
            }
            return found;
        });
    }

    @Override
    public Optional<SubjectId> subjectOf(Identifier identifier) {
        return directory.subjectOf(identifier);
    }

    @Override
    public List<Identifier> identifiersOf(SubjectId subject) {
        return directory.identifiersOf(subject);
    }
}
