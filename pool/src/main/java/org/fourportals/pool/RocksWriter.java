package org.fourportals.pool;

import static org.fourportals.pool.RocksStore.Table.HISTORY;
import static org.fourportals.pool.RocksStore.Table.LINKS;
import static org.fourportals.pool.RocksStore.Table.RECORDS;

import java.util.List;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** Writes records with all by which they are found: the links of whom they name, and their history where it is kept. */
final class RocksWriter {

    private static final byte[] NOTHING = new byte[0];

    private final RocksStore store;
    private final RecordCodec codec;
    private final RocksLinks links;
    private final RocksHistory history;
    private final DataSets dataSets;
    private final RecordGate gate;

    RocksWriter(RocksStore store, RecordCodec codec, RocksLinks links, RocksHistory history, DataSets dataSets, RecordGate gate) {
        this.store = store;
        this.codec = codec;
        this.links = links;
        this.history = history;
        this.dataSets = dataSets;
        this.gate = gate;
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

    /** For one load. */
    private final class Inlet implements RocksLoad.Inlet {

        private final RecordGate.Passage passage = gate.new Passage();
        private final WriteBatch batch = new WriteBatch();

        @Override
        public void require(PoolRecord record) {
            passage.require(record);
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
