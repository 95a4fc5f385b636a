package org.fourportals.pool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The victim of {@link RocksPoolKillTest}: does one step after the other for ever, printing each one's number once it is durable. What a step does
 * follows from its number and the seed alone, so that another process knows what must be there.
 */
final class KilledWriter {

    static final String DATASET = "household-register";
    private static final int SUBJECTS = 200;
    private static final long BEGIN = PoolRecord.versionAt(Samples.NOW.minusSeconds(3_600));
    private static final int LOADED = 3_000;
    private static final int WRITTEN = 20;

    private KilledWriter() {
    }

    /** What a step leaves behind. */
    sealed interface Step {
    }

    /** All or none. */
    record Write(List<PoolRecord> records) implements Step {
    }

    /** All, once committed. */
    record Bulk(List<PoolRecord> records) implements Step {
    }

    record Erase(SubjectId subject) implements Step {
    }

    /** @param number from 1 on */
    static Step step(long seed, int number) {
        var random = new SplittableRandom(seed + number);
        return switch (number % 12) {
            case 5 -> new Bulk(records(random, number, LOADED));
            case 8, 11 -> new Erase(subject(random.nextInt(SUBJECTS)));
            default -> new Write(records(random, number, WRITTEN));
        };
    }

    /** New records, newer and older versions of earlier ones, and ends. */
    private static List<PoolRecord> records(SplittableRandom random, int number, int count) {
        var records = new ArrayList<PoolRecord>();
        for (var i = 0; i < count; i++) {
            var serial = random.nextInt(SUBJECTS);
            var id = "r-" + random.nextInt(count == WRITTEN ? 60 : 4_000);
            var version = BEGIN + (number * 10L + random.nextInt(40)) * 5_000 + i;
            records.add(random.nextInt(10) == 0 ? Samples.deletion(subject(serial), DATASET, id, version)
                    : Samples.record(subject(serial), DATASET, id, version, Map.of("residentId", id(serial), "name", "林晓月" + number + "-" + i)));
        }
        return records;
    }

    private static String id(int serial) {
        return Samples.residentId(1920 + serial % 90, serial / 90);
    }

    /** The first to be assigned are numbered in turn. */
    private static SubjectId subject(int serial) {
        return SUBJECT_IDS.get(serial);
    }

    private static final List<SubjectId> SUBJECT_IDS = new ArrayList<>();

    static void introduce(Pool pool) {
        SUBJECT_IDS.clear();
        for (var serial = 0; serial < SUBJECTS; serial++) {
            SUBJECT_IDS.add(Samples.person(pool, id(serial)));
        }
    }

    /** @param arguments folder, seed, number of the first step */
    public static void main(String[] arguments) {
        try (var pool = RocksPool.open(Path.of(arguments[0]), Samples.DATA_SETS, Samples.CLOCK)) {
            introduce(pool);
            say("begins");
            for (var number = Integer.parseInt(arguments[2]); ; number++) {
                perform(pool, step(Long.parseLong(arguments[1]), number));
                say(String.valueOf(number));
            }
        }
    }

    private static void perform(Pool pool, Step step) {
        switch (step) {
            case Write(var records) -> pool.write(records);
            case Bulk(var records) -> {
                try (var load = pool.load()) {
                    records.forEach(load::add);
                    load.commit();
                }
            }
            case Erase(var subject) -> pool.erase(subject, DATASET, "entered for the wrong person");
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
