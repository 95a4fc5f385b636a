package org.fourportals.pool;

import static org.fourportals.pool.RocksStore.Table.HISTORY;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * Every version of the records of data sets that keep them. Key: the record's own, its length (1 byte), and the version
 * turned over, so that the newest comes first; value: the record's own. Nothing is read before writing.
 */
final class RocksHistory {

    private static final int TAIL = 9;

    private final RocksStore store;
    private final RecordCodec codec;

    RocksHistory(RocksStore store, RecordCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    void add(WriteBatch batch, byte[] key, byte[] value) throws RocksDBException {
        var version = ByteBuffer.wrap(value).getLong();
        var entry = ByteBuffer.allocate(key.length + TAIL).put(key).put((byte) (key.length - RecordCodec.PREFIX)).putLong(~version).array();
        batch.put(store.table(HISTORY), entry, value);
    }

    /** By record id, newest version first; deletions too. */
    List<PoolRecord> of(byte[] prefix) {
        return store.run(() -> {
            var found = new ArrayList<PoolRecord>();
            try (var iterator = store.iterator(HISTORY)) {
                for (iterator.seek(prefix); iterator.isValid() && RocksStore.startsWith(iterator.key(), prefix); iterator.next()) {
                    var entry = iterator.key();
                    found.add(codec.record(Arrays.copyOf(entry, entry.length - TAIL), iterator.value()));
                }
                iterator.status();
            }
            found.sort(java.util.Comparator.comparing(PoolRecord::id));
            return found;
        });
    }
}
