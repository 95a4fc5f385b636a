package org.fourportals.pool;

import static org.fourportals.pool.RocksStore.Table.HISTORY;
import static org.fourportals.pool.RocksStore.Table.LINKS;
import static org.fourportals.pool.RocksStore.Table.RECORDS;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** Writes records with all by which they are found: the links of whom they name, and their history where it is kept. */
final class RocksWriter {

    private static final byte[] NOTHING = new byte[0];

    private final RocksStore store;
    private final RecordCodec codec;
    private final RocksDirectory directory;
    private final RocksLinks links;
    private final RocksHistory history;
    private final DataSets dataSets;
    private final Clock clock;

    RocksWriter(RocksStore store, RecordCodec codec, RocksDirectory directory, RocksLinks links, RocksHistory history, DataSets dataSets, Clock clock) {
        this.store = store;
        this.codec = codec;
        this.directory = directory;
        this.links = links;
        this.history = history;
        this.dataSets = dataSets;
        this.clock = clock;
    }

    List<Misfit> misfits(PoolRecord record) {
        var found = RecordRules.misfits(record, dataSets, clock.instant());
        return found.isEmpty() ? misleading(record) : found;
    }

    private List<Misfit> misleading(PoolRecord record) {
        var dataSet = dataSets.get(record.dataset());
        return RecordRules.mainIdentifier(record, dataSet).flatMap(directory::subjectOf)
                .filter(subject -> !subject.equals(record.subject()))
                .map(other -> List.of(RecordRules.misfit(record, dataSet.mainKey().name(), "leads to another subject than the record's")))
                .orElse(List.of());
    }

    void write(List<PoolRecord> records) {
        store.run(() -> {
            try (var batch = new WriteBatch()) {
                for (var record : records) {
                    var key = codec.key(record.subject(), record.dataset(), record.id());
                    var value = codec.value(record, key);
                    batch.merge(store.table(RECORDS), key, value);
                    beside(batch, record, key, value);
                }
                store.write(batch);
            }
            return true;
        });
    }

    private void beside(WriteBatch batch, PoolRecord record, byte[] key, byte[] value) throws RocksDBException {
        for (var entry : links.entries(record, key)) {
            batch.put(store.table(LINKS), entry, NOTHING);
        }
        if (dataSets.get(record.dataset()).history()) {
            history.add(batch, key, value);
        }
    }

    Load load() {
        return new RocksLoad(store, new Inlet());
    }

    /** For one load: remembers whose records are coming, since they come together. */
    private final class Inlet implements RocksLoad.Inlet {

        private @Nullable SubjectId subject;
        private Optional<IdentifierType> identifiedBy = Optional.empty();
        private @Nullable Value mainKey;
        private final WriteBatch batch = new WriteBatch();

        @Override
        public void require(PoolRecord record) {
            var found = sameAsBefore(record) ? RecordRules.misfitsBesideMainKey(record, dataSets, clock.instant()) : misfits(record);
            if (!found.isEmpty()) {
                throw new RecordsRefused(found);
            }
            if (!record.deleted()) {
                var dataSet = dataSets.get(record.dataset());
                subject = record.subject();
                identifiedBy = dataSet.identifiedBy();
                mainKey = record.fields().get(dataSet.mainKey().name());
            }
        }

        private boolean sameAsBefore(PoolRecord record) {
            return !record.deleted() && record.subject().equals(subject) && dataSets.find(record.dataset())
                    .filter(set -> set.identifiedBy().equals(identifiedBy))
                    .filter(set -> mainKey != null && mainKey.equals(record.fields().get(set.mainKey().name()))).isPresent();
        }

        @Override
        public byte[] key(PoolRecord record) {
            return codec.key(record.subject(), record.dataset(), record.id());
        }

        @Override
        public byte[] value(PoolRecord record, byte[] key) {
            return codec.value(record, key);
        }

        @Override
        public void beside(PoolRecord record, byte[] key, byte[] value) throws RocksDBException {
            RocksWriter.this.beside(batch, record, key, value);
            if (batch.count() > 2_000) {
                writeBeside();
            }
        }

        private void writeBeside() throws RocksDBException {
            store.writeUnlogged(batch);
            batch.clear();
        }

        @Override
        public void flush() throws RocksDBException {
            if (batch.count() > 0) {
                writeBeside();
            }
            store.flush(LINKS);
            store.flush(HISTORY);
        }

        @Override
        public void close() {
            batch.close();
        }
    }
}
