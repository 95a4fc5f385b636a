package org.fourportals.benchmarks.pool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.SubjectKind;

/** What is done with a loaded pool, whatever its engine: looking residents up, changing records, holding them against what was made. */
final class PoolWork {

    private static final int CHECKED = 300;
    private static final int BATCH = 500;

    private final BigCity city;
    private final DataSets dataSets;

    PoolWork(BigCity city, DataSets dataSets) {
        this.city = city;
        this.dataSets = dataSets;
    }

    Lookups lookups(Pool pool, long residents, int count, int threads) throws Exception {
        var readers = new ArrayList<Lookups.Reader>();
        for (var i = 0; i < threads; i++) {
            readers.add((serial, sets) -> pool.recordsOf(CityLoad.subject(SubjectKind.PERSON, serial), Set.copyOf(sets)).size());
        }
        Lookups.run(dataSets, readers, residents, count / 10, 7);
        return Lookups.run(dataSets, readers, residents, count, 11);
    }

    /** Some subjects of each kind must hold exactly what was made for them. */
    void check(Pool pool) {
        var random = new SplittableRandom(5);
        for (var kind : SubjectKind.values()) {
            var sets = new HashSet<String>();
            dataSets.all().stream().filter(set -> set.subject() == kind).forEach(set -> sets.add(set.id()));
            for (var i = 0; i < CHECKED; i++) {
                var serial = 1 + random.nextLong(city.subjects(kind));
                var subject = CityLoad.subject(kind, serial);
                var made = new ArrayList<PoolRecord>();
                city.recordsOf(kind, serial, subject, made::add);
                if (!pool.subjectOf(city.identifier(kind, serial)).equals(Optional.of(subject)) || !unversioned(pool.recordsOf(subject, sets)).equals(unversioned(made))) {
                    throw new IllegalStateException("the pool does not hold what was loaded for " + subject);
                }
            }
        }
    }

    /** An earlier run may have changed some: the same fields at a later version. */
    private static List<PoolRecord> unversioned(List<PoolRecord> records) {
        return records.stream().map(record -> new PoolRecord(record.subject(), record.dataset(), record.id(), 0, record.deleted(), record.fields())).toList();
    }

    /** Durable changes of records all over the city, in batches from four callers at once. */
    double upserts(Pool pool) throws Exception {
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
