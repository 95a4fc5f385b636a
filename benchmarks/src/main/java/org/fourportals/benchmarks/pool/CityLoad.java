package org.fourportals.benchmarks.pool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.fourportals.benchmarks.Results;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.Pool;
import org.fourportals.pool.SubjectId;
import org.fourportals.pool.SubjectKind;

/**
 * Loads a {@link BigCity}: first everybody's number in the directory, then records block by block in the pool's order, by two
 * threads. A line for each block that is safely in the pool stands in a file beside it, so that an interrupted load goes on.
 */
final class CityLoad {

    private static final long BLOCK_RECORDS = 4_000_000;
    private static final int IDENTIFIERS = 20_000;

    /** A part of the city that is loaded as a whole. */
    private record Block(SubjectKind kind, long from, long to) {

        String name() {
            return kind.word() + " " + from + " " + to;
        }
    }

    private final BigCity city;
    private final Pool pool;
    private final Path done;
    private final long records;
    private final Results results;
    private final Map<String, long[]> finished = new HashMap<>();
    private final AtomicLong loaded = new AtomicLong();

    CityLoad(BigCity city, Pool pool, Path folder, long records, Results results) {
        this.city = city;
        this.pool = pool;
        this.done = folder.resolve("LOADED");
        this.records = records;
        this.results = results;
    }

    /** The number that the directory gives the nth subject of a kind, since they are asked for in turn. */
    static SubjectId subject(SubjectKind kind, long serial) {
        return new SubjectId((long) (kind.ordinal() + 1) << 56 | serial);
    }

    Loaded run() throws Exception {
        readFinished();
        var directory = directory();
        var blocks = blocks();
        var begun = System.nanoTime();
        var before = loaded.get();
        var next = new AtomicInteger();
        var tasks = new ArrayList<Callable<Void>>();
        for (var i = 0; i < OurPool.THREADS; i++) {
            tasks.add(() -> {
                for (var at = next.getAndIncrement(); at < blocks.size(); at = next.getAndIncrement()) {
                    if (!finished.containsKey(blocks.get(at).name())) {
                        load(blocks.get(at), begun, before);
                    }
                }
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(OurPool.THREADS)) {
            for (var task : threads.invokeAll(tasks)) {
                task.get();
            }
        }
        var count = 0L;
        var nanos = 0L;
        for (var block : finished.values()) {
            count += block[0];
            nanos += block[1];
        }
        return new Loaded(count, count / (nanos / 1e9 / OurPool.THREADS + directory), directory);
    }

    /** Seconds; what was done in an earlier run is remembered with its time. */
    double directory() throws Exception {
        var known = finished.remove("directory");
        if (known != null) {
            return known[1] / 1e9;
        }
        var begun = System.nanoTime();
        for (var kind : SubjectKind.values()) {
            var identifiers = new ArrayList<Identifier>();
            for (var serial = 1L; serial <= city.subjects(kind); serial++) {
                identifiers.add(city.identifier(kind, serial));
                if (identifiers.size() == IDENTIFIERS || serial == city.subjects(kind)) {
                    pool.assignAll(identifiers);
                    identifiers.clear();
                }
            }
            results.say(String.format(Locale.ROOT, "directory: %,d of kind %s", city.subjects(kind), kind.word()));
        }
        var nanos = System.nanoTime() - begun;
        note("directory", 0, nanos);
        return nanos / 1e9;
    }

    private List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (var kind : SubjectKind.values()) {
            var each = Math.max(1, (long) (BLOCK_RECORDS / city.recordsEach(kind)));
            for (var from = 1L; from <= city.subjects(kind); from += each) {
                blocks.add(new Block(kind, from, Math.min(city.subjects(kind), from + each - 1)));
            }
        }
        return blocks;
    }

    private void load(Block block, long begun, long before) throws Exception {
        var start = System.nanoTime();
        var count = 0L;
        try (var load = pool.load()) {
            for (var serial = block.from(); serial <= block.to(); serial++) {
                count += city.recordsOf(block.kind(), serial, subject(block.kind(), serial), load::add);
            }
            load.commit();
        }
        note(block.name(), count, System.nanoTime() - start);
        var total = loaded.addAndGet(count);
        var rate = (total - before) / ((System.nanoTime() - begun) / 1e9);
        results.say(String.format(Locale.ROOT, "loaded %,d of %,d (%3.0f %%), %,.0f a second, %.0f min to go", total, records, 100.0 * total / records,
                rate, Math.max(0, records - total) / rate / 60));
    }

    private synchronized void note(String name, long count, long nanos) throws Exception {
        if (!name.equals("directory")) {
            finished.put(name, new long[] {count, nanos});
        }
        Files.writeString(done, name + "\t" + count + "\t" + nanos + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void readFinished() throws Exception {
        if (Files.exists(done)) {
            for (var line : Files.readAllLines(done)) {
                var cells = line.split("\t");
                finished.put(cells[0], new long[] {Long.parseLong(cells[1]), Long.parseLong(cells[2])});
                loaded.addAndGet(Long.parseLong(cells[1]));
            }
            results.say(String.format(Locale.ROOT, "going on after %,d records", loaded.get()));
        }
    }
}
