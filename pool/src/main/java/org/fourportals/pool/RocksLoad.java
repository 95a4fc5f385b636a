package org.fourportals.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;

/**
 * Writes sorted files beside the store and hands them to it. As long as records come in ascending order they go straight
 * into one file after the other; once they do not, many are gathered and sorted for each file. Every entry is a merge, not a
 * put, so that a newer version already there is not hidden by the load.
 */
final class RocksLoad implements Load {

    /** Enough to see that an order is kept, little enough to cost no memory. */
    private static final int STEP = 4_000;
    private static final int GATHERED = 600_000;
    private static final long FILE_BYTES = 640L << 20;

    private record Entry(byte[] key, byte[] value) {
    }

    /** What a load needs of the pool. */
    interface Inlet extends AutoCloseable {
        /** @throws RecordsRefused */
        void require(PoolRecord record);

        byte[] key(PoolRecord record);

        byte[] value(PoolRecord record, byte[] key);

        /** Writes what leads to the record by other ways than its key. Durable with {@link #flush}. */
        void beside(PoolRecord record, byte[] key, byte[] value) throws RocksDBException;

        void flush() throws RocksDBException;

        @Override
        void close();
    }

    private final RocksStore store;
    private final Inlet inlet;
    private final List<Entry> entries = new ArrayList<>();
    private final String name = UUID.randomUUID().toString();
    private boolean inOrder = true;
    private byte @Nullable [] lastWritten;
    private @Nullable SstFileWriter file;
    private @Nullable Path path;
    private int files;
    private long bytes;

    RocksLoad(RocksStore store, Inlet inlet) {
        this.store = store;
        this.inlet = inlet;
    }

    @Override
    public void add(PoolRecord record) {
        inlet.require(record);
        var key = inlet.key(record);
        var value = inlet.value(record, key);
        entries.add(new Entry(key, value));
        store.run(() -> {
            inlet.beside(record, key, value);
            return true;
        });
        if (entries.size() >= (inOrder ? STEP : GATHERED)) {
            pass(false);
        }
    }

    /** Passes what is gathered on to files. */
    private void pass(boolean last) {
        var gathered = entries.size();
        if (!sorted()) {
            if (inOrder && !last && gathered < GATHERED) {
                inOrder = false;
                return;
            }
            entries.sort((one, other) -> compare(one, other));
        }
        store.run(() -> {
            if (lastWritten != null && !entries.isEmpty() && Arrays.compareUnsigned(lastWritten, entries.getFirst().key()) >= 0) {
                finishFile();
            }
            for (var i = 0; i < entries.size(); i++) {
                var entry = entries.get(i);
                if (i + 1 == entries.size() || !Arrays.equals(entry.key(), entries.get(i + 1).key())) {
                    put(entry);
                }
            }
            if (bytes > FILE_BYTES) {
                finishFile();
            }
            return true;
        });
        entries.clear();
    }

    private boolean sorted() {
        for (var i = 1; i < entries.size(); i++) {
            if (compare(entries.get(i - 1), entries.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** By key; of one key the value that wins comes last. */
    private static int compare(Entry one, Entry other) {
        var byKey = Arrays.compareUnsigned(one.key(), other.key());
        return byKey != 0 ? byKey : Arrays.compareUnsigned(one.value(), other.value());
    }

    private void put(Entry entry) throws RocksDBException {
        if (file == null) {
            path = store.fileToLoad(name + "-" + files++ + ".sst");
            file = store.newFile(path);
            bytes = 0;
        }
        file.merge(entry.key(), entry.value());
        bytes += entry.key().length + entry.value().length;
        lastWritten = entry.key();
    }

    private void finishFile() throws RocksDBException {
        if (file != null) {
            file.finish();
            file.close();
            file = null;
            inlet.flush();
            store.ingest(Objects.requireNonNull(path));
        }
        lastWritten = null;
    }

    @Override
    public void commit() {
        pass(true);
        store.run(() -> {
            finishFile();
            return true;
        });
    }

    @Override
    public void close() {
        entries.clear();
        inlet.close();
        if (file != null) {
            file.close();
            file = null;
            try {
                Files.deleteIfExists(Objects.requireNonNull(path));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove what a load left behind", e);
            }
        }
    }
}
