package org.fourportals.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompressionOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.EnvOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.SstFileWriter;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The RocksDB folder: its tables and their tuning, synced writes, and a gate that lets no call reach native memory after
 * closing (that would end the whole process). Tuning by measurement: 32 KB blocks, zstd with a 16 KB dictionary
 * (blocks of 16 KB take 9 % more disk and save a tenth of a cold look-up; a higher level saves 3 % and loads a tenth slower).
 */
final class RocksStore implements AutoCloseable {

    private static final String MERGE = "max";
    private static final String LOADING = "loading";
    private static final int BLOCK = 32 << 10;
    private static final int DICTIONARY = 16 << 10;

    /** The tables of the store. */
    enum Table { META, RECORDS, LINKS, DIRECTORY, IDENTIFIERS, HISTORY }

    /** What runs with the store open. */
    interface Work<T> {
        T run() throws RocksDBException;
    }

    static {
        RocksDB.loadLibrary();
    }

    private final List<AbstractNativeReference> natives = new ArrayList<>();
    private final Map<Table, ColumnFamilyHandle> tables = new EnumMap<>(Table.class);
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final Options loading = keep(new Options());
    private final EnvOptions files = keep(new EnvOptions());
    private final WriteOptions synced = keep(new WriteOptions().setSync(true));
    private final WriteOptions unlogged = keep(new WriteOptions().setDisableWAL(true));
    private final ReadOptions total = keep(new ReadOptions().setTotalOrderSeek(true));
    private final ReadOptions samePrefix = keep(new ReadOptions().setPrefixSameAsStart(true));
    private final Path folder;
    private final RocksDB db;
    private boolean closed;

    RocksStore(Path folder, RocksTuning tuning) {
        this.folder = folder;
        var cache = keep(new LRUCache(tuning.cacheBytes()));
        var descriptors = new ArrayList<ColumnFamilyDescriptor>();
        for (var table : Table.values()) {
            var name = table == Table.META ? RocksDB.DEFAULT_COLUMN_FAMILY : table.name().getBytes(StandardCharsets.US_ASCII);
            descriptors.add(new ColumnFamilyDescriptor(name, tuned(table, cache)));
        }
        var options = keep(new DBOptions().setCreateIfMissing(true).setCreateMissingColumnFamilies(true)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL).setKeepLogFileNum(3).setMaxBackgroundJobs(2).setMaxOpenFiles(tuning.openFiles())
                .setUseDirectReads(tuning.directReads()).setUseDirectIoForFlushAndCompaction(tuning.directReads()));
        var handles = new ArrayList<ColumnFamilyHandle>();
        try {
            Files.createDirectories(folder);
            removeLeftovers();
            db = RocksDB.open(options, folder.toString(), descriptors, handles);
        } catch (IOException e) {
            release();
            throw new UncheckedIOException("cannot create the pool's folder " + folder, e);
        } catch (RocksDBException e) {
            release();
            throw outage("cannot open the pool in " + folder + " (is another process using it?)", e);
        }
        for (var table : Table.values()) {
            tables.put(table, handles.get(table.ordinal()));
        }
    }

    private ColumnFamilyOptions tuned(Table table, LRUCache cache) {
        var blocks = blocks(table).setBlockCache(cache);
        var options = keep(new ColumnFamilyOptions()).setTableFormatConfig(blocks)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION)
                .setBottommostCompressionOptions(dictionary());
        return switch (table) {
            case RECORDS -> {
                loading.setMergeOperatorName(MERGE).useFixedLengthPrefixExtractor(RecordCodec.SUBJECT).setTableFormatConfig(blocks(table))
                        .setCompressionType(CompressionType.ZSTD_COMPRESSION).setCompressionOptions(dictionary());
                yield options.setMergeOperatorName(MERGE).useFixedLengthPrefixExtractor(RecordCodec.SUBJECT)
                        .setWriteBufferSize(64L << 20);
            }
            case META, LINKS, DIRECTORY, IDENTIFIERS, HISTORY -> options.setWriteBufferSize(16L << 20);
        };
    }

    /** Records are sought by subject: a filter over whole keys would cost a gigabyte a billion and spare nothing. */
    private BlockBasedTableConfig blocks(Table table) {
        return new BlockBasedTableConfig().setBlockSize(BLOCK).setFilterPolicy(keep(new BloomFilter(10)))
                .setWholeKeyFiltering(table != Table.RECORDS);
    }

    private CompressionOptions dictionary() {
        return keep(new CompressionOptions()).setEnabled(true).setMaxDictBytes(DICTIONARY).setZStdMaxTrainBytes(DICTIONARY * 100);
    }

    private void removeLeftovers() throws IOException {
        var left = folder.resolve(LOADING);
        if (Files.exists(left)) {
            try (var files = Files.list(left)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private <N extends AbstractNativeReference> N keep(N nativeObject) {
        natives.add(nativeObject);
        return nativeObject;
    }

    /** Runs work while nobody can close the store. */
    <T> T run(Work<T> work) {
        gate.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the pool is closed");
            }
            return work.run();
        } catch (RocksDBException e) {
            throw outage("the pool cannot be read or written", e);
        } finally {
            gate.readLock().unlock();
        }
    }

    private static UncheckedIOException outage(String what, RocksDBException cause) {
        return new UncheckedIOException(what + ": " + cause.getMessage(), new IOException(cause));
    }

    ColumnFamilyHandle table(Table table) {
        return tables.get(table);
    }

    byte @Nullable [] get(Table table, byte[] key) throws RocksDBException {
        return db.get(table(table), key);
    }

    /** Durable on return. */
    void write(WriteBatch batch) throws RocksDBException {
        db.write(synced, batch);
    }

    /** Lost with a killed process unless {@link #flush} follows. */
    void writeUnlogged(WriteBatch batch) throws RocksDBException {
        db.write(unlogged, batch);
    }

    /** Makes a table durable as it stands. */
    void flush(Table table) throws RocksDBException {
        try (var options = new FlushOptions().setWaitForFlush(true)) {
            db.flush(options, table(table));
        }
    }

    /** Writes a file of records in ascending order, to be taken in by {@link #ingest}. */
    SstFileWriter newFile(Path file) throws RocksDBException {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the pool's folder for loading", e);
        }
        var writer = new SstFileWriter(files, loading);
        writer.open(file.toString());
        return writer;
    }

    Path fileToLoad(String name) {
        return folder.resolve(LOADING).resolve(name);
    }

    /** Takes a finished file of records in; all of it is durable and visible on return, or none. */
    void ingest(Path file) throws RocksDBException {
        try (var options = new IngestExternalFileOptions().setMoveFiles(true)) {
            db.ingestExternalFile(table(Table.RECORDS), List.of(file.toString()), options);
        }
    }

    /** Rewrites a part of a table so that what was overwritten there is no longer on the disk. */
    void purge(Table table, byte[] from, byte[] to) throws RocksDBException {
        try (var options = new CompactRangeOptions().setBottommostLevelCompaction(CompactRangeOptions.BottommostLevelCompaction.kForceOptimized)) {
            db.compactRange(table(table), from, to, options);
        }
    }

    /** Waits until nothing is left to tidy up. */
    void settle() throws RocksDBException {
        try (var options = new CompactRangeOptions()) {
            db.compactRange(table(Table.RECORDS), null, null, options);
        }
    }

    /** A copy of everything at one moment, in a folder that must not exist yet; files are shared where the disk can. */
    void snapshot(Path target) throws RocksDBException {
        try (var checkpoint = Checkpoint.create(db)) {
            checkpoint.createCheckpoint(target.toString());
        }
    }

    /** From anywhere to the end of the table. */
    RocksIterator iterator(Table table) {
        return db.newIterator(table(table), total);
    }

    /** Within the records of one subject; the filters then spare files that hold none of it. */
    RocksIterator subjectIterator() {
        return db.newIterator(table(Table.RECORDS), samePrefix);
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && java.util.Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    @Override
    public void close() {
        gate.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                tables.values().forEach(ColumnFamilyHandle::close);
                db.close();
                release();
            }
        } finally {
            gate.writeLock().unlock();
        }
    }

    private void release() {
        natives.reversed().forEach(AbstractNativeReference::close);
        natives.clear();
    }
}
