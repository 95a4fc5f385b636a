package org.fourportals.benchmarks.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.fourportals.pool.DataSet;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.SubjectKind;

/**
 * Looks random residents up, each in five data sets, from several threads; how many a second, and how long one takes.
 *
 * @param perSecond lookups a second by all threads together
 * @param p50Micros half of them take no longer
 * @param p99Micros 99 of a hundred take no longer
 * @param found records found a lookup, on average
 */
record Lookups(double perSecond, double p50Micros, double p99Micros, double found) {

    private static final int LARGE = 40;
    static final int SETS = 5;

    /** Reads a resident's records of some data sets, decoded; answers how many. */
    interface Reader {
        int read(long serial, List<String> dataSets) throws Exception;
    }

    /** The largest data sets about people: those that lookups draw from. */
    static List<String> large(DataSets all) {
        return all.all().stream().filter(set -> set.subject() == SubjectKind.PERSON)
                .sorted((one, other) -> Long.compare(other.expectedRecords(), one.expectedRecords())).limit(LARGE).map(DataSet::id).toList();
    }

    /** A reader for each thread; looks up {@code count} residents of those numbered 1 to {@code residents}. */
    static Lookups run(DataSets all, List<? extends Reader> readers, long residents, int count, long seed) throws Exception {
        var sets = large(all);
        var each = count / readers.size();
        var tasks = new ArrayList<Callable<long[]>>();
        for (var i = 0; i < readers.size(); i++) {
            var reader = readers.get(i);
            var random = new SplittableRandom(seed + i);
            tasks.add(() -> {
                var nanos = new long[each + 1];
                for (var done = 0; done < each; done++) {
                    var asked = new ArrayList<String>();
                    while (asked.size() < SETS) {
                        var set = sets.get(random.nextInt(LARGE));
                        if (!asked.contains(set)) {
                            asked.add(set);
                        }
                    }
                    var serial = 1 + random.nextLong(residents);
                    var begun = System.nanoTime();
                    nanos[each] += reader.read(serial, asked);
                    nanos[done] = System.nanoTime() - begun;
                }
                return nanos;
            });
        }
        var nanos = new ArrayList<Long>(count);
        var found = 0L;
        var begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(readers.size())) {
            for (var answer : threads.invokeAll(tasks)) {
                var taken = answer.get();
                found += taken[each];
                for (var i = 0; i < each; i++) {
                    nanos.add(taken[i]);
                }
            }
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        nanos.sort(null);
        return new Lookups(nanos.size() / seconds, nanos.get(nanos.size() / 2) / 1e3, nanos.get((int) (nanos.size() * 0.99)) / 1e3,
                found / (double) nanos.size());
    }
}
