package org.fourportals.benchmarks.pool;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.fourportals.benchmarks.Folders;
import org.fourportals.benchmarks.Figure;
import org.fourportals.benchmarks.Results;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.RocksPool;
import org.fourportals.pool.RocksTuning;
import org.fourportals.pool.SubjectKind;

/** Our pool on RocksDB: loads a city, looks up, changes; every thousandth lookup is held against what was made. */
final class OurPool {

    static final int THREADS = 2;
    private static final int WARM_RESIDENTS = 100_000;
    private static final int LOOKUPS = 200_000;
    private static final int COLD_LOOKUPS = 20_000;
    private static final byte[] KEY = new byte[32];
    private static final RocksTuning LARGE = new RocksTuning(4L << 30, -1, false);
    private static final RocksTuning COLD = new RocksTuning(8L << 20, -1, true);

    private final BigCity city;
    private final DataSets dataSets;
    private final Path folder;
    private final long records;
    private final Results results;
    private final PoolWork work;

    OurPool(BigCity city, DataSets dataSets, Path folder, long records, Results results) {
        this.city = city;
        this.dataSets = dataSets;
        this.folder = folder;
        this.records = records;
        this.results = results;
        work = new PoolWork(city, dataSets);
    }

    private RocksPool open(RocksTuning tuning) {
        return RocksPool.open(folder, dataSets, Clock.systemDefaultZone(), KEY, tuning);
    }

    /** Loads, unless it is loaded, and measures. Figures carry the suffix. */
    Measured measure(String suffix) throws Exception {
        Loaded loaded;
        long peak;
        try (var pool = open(LARGE); var disk = new PeakDisk(folder)) {
            loaded = new CityLoad(city, pool, folder, records, results).run();
            peak = disk.most();
        }
        var bytesPerRecord = Folders.bytes(folder) / (double) loaded.records();
        results.add(Figure.of("records" + suffix, loaded.records(), "records"));
        results.add(Figure.of("load-records-per-second" + suffix, loaded.perSecond(), "records/s"));
        results.add(Figure.of("load-directory-seconds" + suffix, loaded.directorySeconds(), "s"));
        results.add(Figure.of("bytes-per-record" + suffix, bytesPerRecord, "B"));
        results.add(Figure.of("peak-disk-bytes-per-record" + suffix, peak / (double) loaded.records(), "B"));
        results.add(Figure.of("field-bytes-written-per-record" + suffix, writtenBytes(), "B"));
        try (var pool = open(COLD)) {
            var cold = work.lookups(pool, city.subjects(SubjectKind.PERSON), COLD_LOOKUPS, 1);
            results.add(Figure.of("lookup-cold-p50-micros" + suffix, cold.p50Micros(), "µs"));
            results.add(Figure.of("lookup-cold-p99-micros" + suffix, cold.p99Micros(), "µs"));
            results.add(Figure.of("lookup-cold-per-second" + suffix, cold.perSecond(), "lookups/s"));
        }
        Lookups warm;
        double upserts;
        try (var pool = open(LARGE)) {
            work.check(pool);
            var residents = Math.min(WARM_RESIDENTS, city.subjects(SubjectKind.PERSON));
            for (var serial = 1L; serial <= residents; serial++) {
                pool.recordsOf(CityLoad.subject(SubjectKind.PERSON, serial), Set.copyOf(Lookups.large(dataSets)));
            }
            warm = work.lookups(pool, residents, LOOKUPS, THREADS);
            new SharedLookups(dataSets, folder.resolveSibling(folder.getFileName() + "-audit"), results).measure(pool, residents, suffix);
            upserts = work.upserts(pool);
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

    /** Loads the same into a folder of its own, in no order. */
    void loadShuffled(long seed) throws Exception {
        var begun = System.nanoTime();
        long count;
        long peak;
        try (var pool = open(LARGE); var disk = new PeakDisk(folder)) {
            new CityLoad(city, pool, folder, records, results).directory();
            count = new ShuffledLoad(city, pool, seed).run();
            peak = disk.most();
            results.add(Figure.of("load-records-per-second.shuffled", count / ((System.nanoTime() - begun) / 1e9), "records/s"));
            work.check(pool);
        }
        results.add(Figure.of("bytes-per-record.shuffled", Folders.bytes(folder) / (double) count, "B"));
        results.add(Figure.of("peak-disk-bytes-per-record.shuffled", peak / (double) count, "B"));
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

}
