package org.fourportals.benchmarks.pool;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.fourportals.benchmarks.Figure;
import org.fourportals.benchmarks.Results;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.RocksPool;
import org.fourportals.pool.RocksTuning;
import org.fourportals.pool.SubjectKind;

/** Our pool on RocksDB: loads a city, looks up, changes; every thousandth lookup is held against what was made. */
final class OurPool {

    static final int THREADS = 2;
    private static final int WARM_RESIDENTS = 100_000;
    private static final int LOOKUPS = 200_000;
    private static final int COLD_LOOKUPS = 20_000;
    private static final int CHECKED = 300;
    private static final int BATCH = 500;
    private static final byte[] KEY = new byte[32];
    private static final RocksTuning LARGE = new RocksTuning(4L << 30, -1, false);
    private static final RocksTuning COLD = new RocksTuning(8L << 20, -1, true);

    private final BigCity city;
    private final DataSets dataSets;
    private final Path folder;
    private final long records;
    private final Results results;

    OurPool(BigCity city, DataSets dataSets, Path folder, long records, Results results) {
        this.city = city;
        this.dataSets = dataSets;
        this.folder = folder;
        this.records = records;
        this.results = results;
    }

    private RocksPool open(RocksTuning tuning) {
        return RocksPool.open(folder, dataSets, Clock.systemDefaultZone(), KEY, tuning);
    }

    /** Loads, unless it is loaded, and measures. Figures carry the suffix. */
    Measured measure(String suffix) throws Exception {
        Loaded loaded;
        try (var pool = open(LARGE)) {
            loaded = new CityLoad(city, pool, folder, records, results).run();
        }
        var bytesPerRecord = Folders.bytes(folder) / (double) loaded.records();
        results.add(Figure.of("records" + suffix, loaded.records(), "records"));
        results.add(Figure.of("load-records-per-second" + suffix, loaded.perSecond(), "records/s"));
        results.add(Figure.of("load-directory-seconds" + suffix, loaded.directorySeconds(), "s"));
        results.add(Figure.of("bytes-per-record" + suffix, bytesPerRecord, "B"));
        results.add(Figure.of("field-bytes-written-per-record" + suffix, writtenBytes(), "B"));
        try (var pool = open(COLD)) {
            var cold = lookups(pool, city.subjects(SubjectKind.PERSON), COLD_LOOKUPS, 1);
            results.add(Figure.of("lookup-cold-p50-micros" + suffix, cold.p50Micros(), "µs"));
            results.add(Figure.of("lookup-cold-p99-micros" + suffix, cold.p99Micros(), "µs"));
            results.add(Figure.of("lookup-cold-per-second" + suffix, cold.perSecond(), "lookups/s"));
        }
        Lookups warm;
        double upserts;
        try (var pool = open(LARGE)) {
            check(pool);
            var residents = Math.min(WARM_RESIDENTS, city.subjects(SubjectKind.PERSON));
            for (var serial = 1L; serial <= residents; serial++) {
                pool.recordsOf(CityLoad.subject(SubjectKind.PERSON, serial), Set.copyOf(Lookups.large(dataSets)));
            }
            warm = lookups(pool, residents, LOOKUPS, THREADS);
            upserts = upserts(pool);
        }
        results.add(Figure.of("lookup-warm-per-second" + suffix, warm.perSecond(), "lookups/s"));
        results.add(Figure.of("lookup-warm-p50-micros" + suffix, warm.p50Micros(), "µs"));
        results.add(Figure.of("lookup-warm-p99-micros" + suffix, warm.p99Micros(), "µs"));
        results.add(Figure.of("lookup-records-found" + suffix, warm.found(), "records"));
        results.add(Figure.of("upserts-per-second" + suffix, upserts, "records/s"));
        var disk = DiskReads.p99Micros(folder);
        results.add(Figure.of("disk-random-read-p99-micros" + suffix, disk, "µs"));
        return new Measured(loaded.perSecond(), bytesPerRecord, warm.perSecond(), upserts);
    }

    private Lookups lookups(RocksPool pool, long residents, int count, int threads) throws Exception {
        var readers = new ArrayList<Lookups.Reader>();
        for (var i = 0; i < threads; i++) {
            readers.add((serial, sets) -> pool.recordsOf(CityLoad.subject(SubjectKind.PERSON, serial), Set.copyOf(sets)).size());
        }
        Lookups.run(dataSets, readers, residents, count / 10, 7);
        return Lookups.run(dataSets, readers, residents, count, 11);
    }

    /** Some subjects of each kind must hold exactly what was made for them. */
    private void check(RocksPool pool) {
        var random = new SplittableRandom(5);
        for (var kind : SubjectKind.values()) {
            var sets = new java.util.HashSet<String>();
            dataSets.all().stream().filter(set -> set.subject() == kind).forEach(set -> sets.add(set.id()));
            for (var i = 0; i < CHECKED; i++) {
                var serial = 1 + random.nextLong(city.subjects(kind));
                var subject = CityLoad.subject(kind, serial);
                var made = new ArrayList<PoolRecord>();
                city.recordsOf(kind, serial, subject, made::add);
                if (!pool.subjectOf(city.identifier(kind, serial)).equals(java.util.Optional.of(subject)) || !unversioned(pool.recordsOf(subject, sets)).equals(unversioned(made))) {
                    throw new IllegalStateException("the pool does not hold what was loaded for " + subject);
                }
            }
        }
    }

    /** An earlier run may have changed some: the same fields at a later version. */
    private static List<PoolRecord> unversioned(List<PoolRecord> records) {
        return records.stream().map(record -> new PoolRecord(record.subject(), record.dataset(), record.id(), 0, record.deleted(), record.fields())).toList();
    }

    private double writtenBytes() {
        var bytes = new LongAdder();
        var count = new LongAdder();
        for (var kind : SubjectKind.values()) {
            var subjects = Math.max(1, city.subjects(kind) * 20_000 / city.subjects(SubjectKind.PERSON));
            for (var serial = 1L; serial <= Math.min(subjects, city.subjects(kind)); serial++) {
                city.recordsOf(kind, serial, CityLoad.subject(kind, serial), record -> {
                    count.increment();
                    record.fields().values().forEach(value -> bytes.add(written(value)));
                });
            }
        }
        return bytes.sum() / (double) count.sum();
    }

    private static long written(org.fourportals.pool.Value value) {
        return value instanceof org.fourportals.pool.Value.Picture picture ? picture.bytes().length
                : value.written().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }

    /** Durable changes of records all over the city, in batches from four callers at once. */
    private double upserts(RocksPool pool) throws Exception {
        var callers = 4;
        var tasks = new ArrayList<Callable<Long>>();
        var until = System.nanoTime() + 10_000_000_000L;
        for (var caller = 0; caller < callers; caller++) {
            var random = new SplittableRandom(100 + caller);
            tasks.add(() -> {
                var written = 0L;
                while (System.nanoTime() < until) {
                    var batch = new ArrayList<PoolRecord>();
                    while (batch.size() < BATCH) {
                        var serial = 1 + random.nextLong(city.subjects(SubjectKind.VEHICLE));
                        var subject = CityLoad.subject(SubjectKind.VEHICLE, serial);
                        var version = 1_780_000_000_000_000L + random.nextInt(1_000_000_000);
                        city.recordsOf(SubjectKind.VEHICLE, serial, subject, record -> {
                            if (batch.size() < BATCH) {
                                batch.add(new PoolRecord(subject, record.dataset(), record.id(), version, false, record.fields()));
                            }
                        });
                    }
                    pool.write(batch);
                    written += batch.size();
                }
                return written;
            });
        }
        var begun = System.nanoTime();
        var written = 0L;
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (var done : threads.invokeAll(tasks)) {
                written += done.get();
            }
        }
        return written / ((System.nanoTime() - begun) / 1e9);
    }
}
