package org.fourportals.pool;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The pool on a Cassandra cluster, which any number of programs may open at once. A write is blind, as on RocksDB, and durable on a
 * majority of the data centre's copies on return. What an outage interrupts is written whole or not at all subject by subject, not over
 * several subjects: write it again, which does no harm. Counting and passing over everything see each record as it is when they come by.
 */
public final class CassandraPool implements PoolEngine {

    private static final String COUNTS = "counts";
    private static final int NUMBERINGS = 5;

    private final DataSets dataSets;
    private final Clock clock;
    private final byte @Nullable [] key;
    private final CassandraStore store;
    private final CassandraShelf shelf;
    private final RecordCodec codec;
    private final CassandraDirectory directory;
    private final CassandraRegister register;
    private final CassandraWriter writer;
    private final CassandraErasures erasures;
    private final CassandraDossiers dossiers;
    private final Links links;
    private final RecordGate gate;

    private CassandraPool(CassandraPlace place, DataSets dataSets, Clock clock, byte @Nullable [] key) {
        this.dataSets = dataSets;
        this.clock = clock;
        this.key = key;
        store = new CassandraStore(place);
        try {
            CassandraSchema.require(store);
            var cipher = key == null ? null : new RecordCipher(key);
            shelf = new CassandraShelf(store);
            KeyCheck.requireSame(cipher, shelf.kept(KeyCheck.NAME).orElseGet(() -> shelf.keepFirst(KeyCheck.NAME, KeyCheck.kept(cipher))));
            codec = new RecordCodec(dataSets, layouts(), cipher);
            directory = new CassandraDirectory(store);
            register = new CassandraRegister(store, codec, directory);
            writer = new CassandraWriter(store, codec, dataSets);
            erasures = new CassandraErasures(store, codec, register, writer, clock);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        dossiers = new CassandraDossiers(store, register, erasures);
        links = new Links(register, clock);
        gate = new RecordGate(dataSets, clock, directory::subjectOf);
    }

    private Layouts layouts() {
        for (var left = NUMBERINGS; ; left--) {
            try {
                return new Layouts(shelf, dataSets);
            } catch (ConcurrentModificationException e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    /**
     * Opens the pool, or makes it with nothing encrypted by us; for tests and benchmarks.
     *
     * @param clock the city's clock, as for {@link RocksPool}
     * @throws java.io.UncheckedIOException if no node can be reached, or not enough of them
     * @throws IllegalStateException if the keyspace holds something else or a pool of another version
     */
    public static CassandraPool open(CassandraPlace place, DataSets dataSets, Clock clock) {
        return new CassandraPool(place, dataSets, clock, null);
    }

    /** As {@link #open(CassandraPlace, DataSets, Clock)}, with the values of {@link Sensitivity#SENSITIVE} data sets encrypted with these 32 bytes. */
    public static CassandraPool open(CassandraPlace place, DataSets dataSets, Clock clock, byte[] key) {
        return new CassandraPool(place, dataSets, clock, key.clone());
    }

    @Override
    public void write(List<PoolRecord> records) {
        directory.subjectsOf(records.stream().flatMap(record -> mainIdentifier(record).stream()).toList());
        gate.require(records);
        writer.write(records);
    }

    private Optional<Identifier> mainIdentifier(PoolRecord record) {
        try {
            return dataSets.find(record.dataset()).flatMap(dataSet -> RecordRules.mainIdentifier(record, dataSet));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Load load() {
        return new CassandraLoad(writer, gate.new Passage(), new CassandraWindow(store));
    }

    @Override
    public List<Misfit> misfits(PoolRecord record) {
        return gate.misfits(record);
    }

    @Override
    public List<PoolRecord> recordsOf(SubjectId subject, Set<String> datasets) {
        return register.recordsOf(subject, datasets);
    }

    @Override
    public List<PoolRecord> history(SubjectId subject, String dataset) {
        if (!dataSets.get(dataset).history()) {
            throw new IllegalArgumentException("the data set " + dataset + " keeps no superseded versions");
        }
        return erasures.withoutErased(subject, register.versions(subject, dataset));
    }

    @Override
    public Erasure erase(SubjectId subject, String dataset, String reason) {
        return erasures.erase(subject, dataset, reason);
    }

    @Override
    public List<Erasure> erasures() {
        return erasures.all();
    }

    /**
     * Copies into a pool on one machine: each subject as it is when the copy comes by, so what is written meanwhile may be in it or not.
     */
    @Override
    public void snapshot(Path folder) {
        if (Files.exists(folder)) {
            throw new IllegalArgumentException("the folder of the snapshot is there already: " + folder);
        }
        try (var copy = key == null ? RocksPool.open(folder, dataSets, clock) : RocksPool.open(folder, dataSets, clock, key)) {
            PoolCopy.copy(this, copy);
        }
    }

    @Override
    public List<SubjectId> linked(SubjectId subject, Relation relation) {
        return links.linked(subject, relation);
    }

    @Override
    public Counts counts() {
        return shelf.kept(COUNTS).map(bytes -> Counts.read(new String(bytes, StandardCharsets.UTF_8))).orElseGet(this::recount);
    }

    @Override
    public Counts recount() {
        var asOf = clock.instant();
        var byCode = new ConcurrentHashMap<Short, LongAdder>();
        CassandraScan.of(store, "dataset, value", "records", "subject").eachAtOnce(row -> {
            if (!CassandraRegister.deleted(row)) {
                byCode.computeIfAbsent(row.getShort("dataset"), code -> new LongAdder()).increment();
            }
        });
        var byDataset = new HashMap<String, Long>();
        byCode.forEach((code, count) -> byDataset.put(codec.dataset(code & 0xffff), count.sum()));
        var counts = new Counts(asOf, byDataset);
        shelf.keep(COUNTS, counts.written());
        return counts;
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
        return assignAll(List.of(identifier)).get(identifier);
    }

    @Override
    public Map<Identifier, SubjectId> assignAll(Collection<Identifier> identifiers) {
        return directory.assignAll(identifiers);
    }

    @Override
    public boolean identify(SubjectId subject, Identifier identifier) {
        return identifyAll(Map.of(identifier, subject)).isEmpty();
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
        CassandraScan.of(store, "subject, dataset, id, value", "records", "subject").each(row -> {
            if (!CassandraRegister.deleted(row)) {
                reader.accept(register.record(row));
            }
        });
    }

    @Override
    public void dossiers(Consumer<Dossier> reader) {
        dossiers.each(reader);
    }

    @Override
    public List<Dossier> dossiersOf(List<SubjectId> subjects) {
        return dossiers.of(subjects);
    }

    @Override
    public void directory(BiConsumer<Identifier, SubjectId> reader) {
        directory.each(reader);
    }

    @Override
    public void adopt(List<Dossier> dossiers) {
        writer.adopt(dossiers);
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
