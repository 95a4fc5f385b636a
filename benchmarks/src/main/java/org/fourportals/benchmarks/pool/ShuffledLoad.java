package org.fourportals.benchmarks.pool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.fourportals.pool.Load;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.SubjectKind;

/** The same city with its records in no order at all: subjects shuffled over everything, then records over many subjects. */
final class ShuffledLoad {

    private static final int AT_ONCE = 300_000;

    private final BigCity city;
    private final Pool pool;
    private final long seed;

    ShuffledLoad(BigCity city, Pool pool, long seed) {
        this.city = city;
        this.pool = pool;
        this.seed = seed;
    }

    private record One(SubjectKind kind, long serial) {
    }

    /** @return records loaded */
    long run() throws Exception {
        var all = new ArrayList<One>();
        for (var kind : SubjectKind.values()) {
            for (var serial = 1L; serial <= city.subjects(kind); serial++) {
                all.add(new One(kind, serial));
            }
        }
        Collections.shuffle(all, new Random(seed));
        var half = all.size() / OurPool.THREADS;
        var tasks = new ArrayList<Callable<Long>>();
        for (var part = 0; part < OurPool.THREADS; part++) {
            var subjects = all.subList(part * half, part + 1 == OurPool.THREADS ? all.size() : (part + 1) * half);
            var random = new Random(seed + part);
            tasks.add(() -> load(subjects, random));
        }
        var loaded = 0L;
        try (var threads = Executors.newFixedThreadPool(OurPool.THREADS)) {
            for (var each : threads.invokeAll(tasks)) {
                loaded += each.get();
            }
        }
        return loaded;
    }

    private long load(List<One> subjects, Random random) {
        var loaded = 0L;
        var gathered = new ArrayList<PoolRecord>();
        try (var load = pool.load()) {
            for (var one : subjects) {
                city.recordsOf(one.kind(), one.serial(), CityLoad.subject(one.kind(), one.serial()), gathered::add);
                if (gathered.size() >= AT_ONCE) {
                    loaded += pass(gathered, random, load);
                }
            }
            loaded += pass(gathered, random, load);
            load.commit();
        }
        return loaded;
    }

    private static int pass(List<PoolRecord> gathered, Random random, Load load) {
        Collections.shuffle(gathered, random);
        gathered.forEach(load::add);
        var count = gathered.size();
        gathered.clear();
        return count;
    }
}
