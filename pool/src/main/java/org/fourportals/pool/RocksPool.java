package org.fourportals.pool;

import static org.fourportals.pool.RocksStore.Table.META;
import static org.fourportals.pool.RocksStore.Table.RECORDS;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * The pool on one machine, in a folder that one process at a time may open. A write is blind: RocksDB's merge keeps the
 * greatest of a record's versions whenever it reads or tidies up, so nothing is read before writing and repeated or
 * late deliveries change nothing. Write in batches of hundreds: each call waits once for the disk.
 */
public final class RocksPool implements PoolEngine {

    private static final byte[] KEY_CHECK = KeyCheck.NAME.getBytes(StandardCharsets.UTF_8);
    private static final byte[] COUNTS = "counts".getBytes(StandardCharsets.UTF_8);

    private final DataSets dataSets;
    private final Clock clock;
    private final RocksStore store;
    private final RocksDirectory directory;
    private final RecordCodec codec;
    private final RocksLinks index;
    private final Links links;
    private final RocksHistory history;
    private final RecordGate gate;
    private final RocksWriter writer;
    private final RocksErasures erasures;
    private final RocksDossiers dossiers;

    private RocksPool(Path folder, DataSets dataSets, Clock clock, @Nullable RecordCipher cipher, RocksTuning tuning) {
        this.dataSets = dataSets;
        this.clock = clock;
        store = new RocksStore(folder, tuning);
        directory = new RocksDirectory(store);
        try {
            requireSameKey(cipher);
            codec = new RecordCodec(dataSets, new Layouts(new RocksShelf(store), dataSets), cipher);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        index = new RocksLinks(store, codec, directory);
        links = new Links(index, clock);
        history = new RocksHistory(store, codec);
        gate = new RecordGate(dataSets, clock, directory::subjectOf);
        writer = new RocksWriter(store, codec, index, history, dataSets, gate);
        erasures = new RocksErasures(store, codec, index, clock);
        dossiers = new RocksDossiers(store, codec, index, history);
    }

    /**
     * Opens or creates the pool with nothing encrypted by us; for tests and benchmarks.
     *
     * @param clock the city's clock: judges versions of the future and ended leases, so in the city's zone
     * @throws java.io.UncheckedIOException if the folder cannot be used, as when another process has it open
     */
    public static RocksPool open(Path folder, DataSets dataSets, Clock clock) {
        return new RocksPool(folder, dataSets, clock, null, RocksTuning.SMALL);
    }

    /**
     * Opens or creates the pool; values of {@link Sensitivity#SENSITIVE} data sets are encrypted with the key.
     *
     * @param key 32 secret bytes, always the same for a folder; without it those records cannot be read again
     */
    public static RocksPool open(Path folder, DataSets dataSets, Clock clock, byte[] key) {
        return open(folder, dataSets, clock, key, RocksTuning.SMALL);
    }

    /** As {@link #open(Path, DataSets, Clock, byte[])}, for a larger city. */
    public static RocksPool open(Path folder, DataSets dataSets, Clock clock, byte[] key, RocksTuning tuning) {
        return new RocksPool(folder, dataSets, clock, new RecordCipher(key), tuning);
    }

    private void requireSameKey(@Nullable RecordCipher cipher) {
        store.run(() -> {
            var kept = store.get(META, KEY_CHECK);
            if (kept == null) {
                try (var batch = new WriteBatch()) {
                    batch.put(store.table(META), KEY_CHECK, KeyCheck.kept(cipher));
                    store.write(batch);
                }
            } else {
                KeyCheck.requireSame(cipher, kept);
            }
            return true;
        });
    }

    @Override
    public void write(List<PoolRecord> records) {
        gate.require(records);
        if (!records.isEmpty()) {
            writer.write(records);
        }
    }

    @Override
    public Load load() {
        return writer.load();
    }

    @Override
    public List<Misfit> misfits(PoolRecord record) {
        return gate.misfits(record);
    }

    @Override
    public List<PoolRecord> history(SubjectId subject, String dataset) {
        if (!dataSets.get(dataset).history()) {
            throw new IllegalArgumentException("the data set " + dataset + " keeps no superseded versions");
        }
        return erasures.withoutErased(subject, dataset, history.of(codec.prefix(subject, dataset)));
    }

    @Override
    public Erasure erase(SubjectId subject, String dataset, String reason) {
        return erasures.erase(subject, dataset, reason);
    }

    @Override
    public List<Erasure> erasures() {
        return erasures.all();
    }

    @Override
    public void snapshot(Path folder) {
        store.run(() -> {
            store.snapshot(folder);
            return true;
        });
    }

    /** Tidies the records up as far as it goes, as after a load in no order; takes about as long as the load. */
    public void settle() {
        store.run(() -> {
            store.settle();
            return true;
        });
    }

    @Override
    public List<PoolRecord> recordsOf(SubjectId subject, Set<String> datasets) {
        return index.recordsOf(subject, datasets);
    }

    @Override
    public List<SubjectId> linked(SubjectId subject, Relation relation) {
        return links.linked(subject, relation);
    }

    @Override
    public Counts counts() {
        return store.run(() -> Optional.ofNullable(store.get(META, COUNTS))).map(bytes -> Counts.read(new String(bytes, StandardCharsets.UTF_8))).orElseGet(this::recount);
    }

    @Override
    public Counts recount() {
        return store.run(() -> {
            var asOf = clock.instant();
            var byCode = new TreeMap<Integer, Long>();
            try (var iterator = store.iterator(RECORDS)) {
                for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
                    if (!RecordCodec.deleted(iterator.value())) {
                        byCode.merge(RecordCodec.datasetCode(iterator.key()), 1L, Long::sum);
                    }
                }
                iterator.status();
            }
            var byDataset = new HashMap<String, Long>();
            byCode.forEach((code, count) -> byDataset.put(codec.dataset(code), count));
            var counts = new Counts(asOf, byDataset);
            keepCounts(counts);
            return counts;
        });
    }

    private void keepCounts(Counts counts) throws RocksDBException {
        try (var batch = new WriteBatch()) {
            batch.put(store.table(META), COUNTS, counts.written().getBytes(StandardCharsets.UTF_8));
            store.write(batch);
        }
    }

    @Override
    public Optional<SubjectId> subjectOf(Identifier identifier) {
        return directory.subjectOf(identifier);
    }

    @Override
    public Map<Identifier, SubjectId> subjectsOf(Collection<Identifier> identifiers) {
        return directory.subjectsOf(identifiers);
    }

    @Override
    public SubjectId assign(Identifier identifier, SubjectKind kind) {
        identifier.type().require(kind);
        return directory.subjectOf(identifier).orElseGet(() -> directory.assignAll(List.of(identifier)).get(identifier));
    }

    @Override
    public Map<Identifier, SubjectId> assignAll(Collection<Identifier> identifiers) {
        return directory.assignAll(identifiers);
    }

    @Override
    public boolean identify(SubjectId subject, Identifier identifier) {
        return directory.identifyAll(Map.of(identifier, subject)).isEmpty();
    }

    @Override
    public List<Identifier> identifyAll(Map<Identifier, SubjectId> identifiers) {
        return directory.identifyAll(identifiers);
    }

    @Override
    public List<Identifier> identifiersOf(SubjectId subject) {
        return directory.identifiersOf(subject);
    }

    @Override
    public void scan(Consumer<PoolRecord> reader) {
        store.run(() -> {
            try (var iterator = store.iterator(RECORDS)) {
                for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
                    var value = iterator.value();
                    if (!RecordCodec.deleted(value)) {
                        reader.accept(codec.record(iterator.key(), value));
                    }
                }
                iterator.status();
            }
            return true;
        });
    }

    @Override
    public void dossiers(Consumer<Dossier> reader) {
        dossiers.each(reader);
    }

    @Override
    public List<Dossier> dossiersOf(List<SubjectId> subjects) {
        return subjects.stream().map(dossiers::of).toList();
    }

    @Override
    public void directory(BiConsumer<Identifier, SubjectId> reader) {
        directory.each(reader);
    }

    @Override
    public void adopt(List<Dossier> adopted) {
        dossiers.adopt(adopted);
    }

    @Override
    public void adopt(Map<Identifier, SubjectId> identifiers) {
        directory.adopt(identifiers);
    }

    @Override
    public void adoptErasures(List<Erasure> adopted) {
        erasures.adopt(adopted);
    }

    @Override
    public DataSets dataSets() {
        return dataSets;
    }

    @Override
    public void close() {
        store.close();
    }
}
