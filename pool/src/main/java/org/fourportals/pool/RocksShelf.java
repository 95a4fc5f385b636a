package org.fourportals.pool;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.rocksdb.WriteBatch;

/** Keeps names and layouts in the store's small table, under one prefix. */
final class RocksShelf implements Layouts.Shelf {

    private static final byte[] PREFIX = "schema/".getBytes(StandardCharsets.UTF_8);

    private final RocksStore store;

    RocksShelf(RocksStore store) {
        this.store = store;
    }

    @Override
    public Map<String, byte[]> all() {
        return store.run(() -> {
            var entries = new TreeMap<String, byte[]>();
            try (var iterator = store.iterator(RocksStore.Table.META)) {
                for (iterator.seek(PREFIX); iterator.isValid() && RocksStore.startsWith(iterator.key(), PREFIX); iterator.next()) {
                    var key = iterator.key();
                    entries.put(new String(key, PREFIX.length, key.length - PREFIX.length, StandardCharsets.UTF_8), iterator.value());
                }
                iterator.status();
            }
            return entries;
        });
    }

    @Override
    public void put(Map<String, byte[]> entries) {
        store.run(() -> {
            try (var batch = new WriteBatch()) {
                for (var entry : entries.entrySet()) {
                    var name = new String(PREFIX, StandardCharsets.UTF_8) + entry.getKey();
                    batch.put(store.table(RocksStore.Table.META), name.getBytes(StandardCharsets.UTF_8), entry.getValue());
                }
                store.write(batch);
            }
            return true;
        });
    }
}
