package org.fourportals.pool;

import static org.fourportals.pool.RocksStore.Table.LINKS;
import static org.fourportals.pool.RocksStore.Table.RECORDS;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** Hands all that is kept of a subject to another engine, and takes it from there. */
final class RocksDossiers {

    private final RocksStore store;
    private final RecordCodec codec;
    private final RocksLinks links;
    private final RocksHistory history;

    RocksDossiers(RocksStore store, RecordCodec codec, RocksLinks links, RocksHistory history) {
        this.store = store;
        this.codec = codec;
        this.links = links;
        this.history = history;
    }

    void each(Consumer<Dossier> reader) {
        store.run(() -> {
            try (var iterator = store.iterator(RECORDS)) {
                var records = new ArrayList<PoolRecord>();
                @Nullable SubjectId subject = null;
                for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
                    var record = codec.record(iterator.key(), iterator.value());
                    if (subject != null && !subject.equals(record.subject())) {
                        reader.accept(new Dossier(subject, records, history.of(prefix(subject))));
                        records.clear();
                    }
                    subject = record.subject();
                    records.add(record);
                }
                iterator.status();
                if (subject != null) {
                    reader.accept(new Dossier(subject, records, history.of(prefix(subject))));
                }
            }
            return true;
        });
    }

    Dossier of(SubjectId subject) {
        return store.run(() -> {
            var records = new ArrayList<PoolRecord>();
            var prefix = prefix(subject);
            try (var iterator = store.subjectIterator()) {
                for (iterator.seek(prefix); iterator.isValid() && RocksStore.startsWith(iterator.key(), prefix); iterator.next()) {
                    records.add(codec.record(iterator.key(), iterator.value()));
                }
                iterator.status();
            }
            return new Dossier(subject, records, history.of(prefix));
        });
    }

    void adopt(List<Dossier> dossiers) {
        store.run(() -> {
            try (var batch = new WriteBatch()) {
                for (var dossier : dossiers) {
                    for (var record : dossier.records()) {
                        var key = key(record);
                        batch.merge(store.table(RECORDS), key, codec.value(record, key));
                        link(batch, record, key);
                    }
                    for (var version : dossier.versions()) {
                        var key = key(version);
                        history.add(batch, key, codec.value(version, key));
                        link(batch, version, key);
                    }
                }
                store.write(batch);
            }
            return true;
        });
    }

    private void link(WriteBatch batch, PoolRecord record, byte[] key) throws RocksDBException {
        for (var entry : links.entries(record, key)) {
            batch.put(store.table(LINKS), entry, new byte[0]);
        }
    }

    private byte[] key(PoolRecord record) {
        return codec.key(record.subject(), record.dataset(), record.id());
    }

    private static byte[] prefix(SubjectId subject) {
        return ByteBuffer.allocate(RecordCodec.SUBJECT).putLong(subject.number()).array();
    }
}
