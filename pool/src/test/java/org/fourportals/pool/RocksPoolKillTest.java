package org.fourportals.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another process writes, loads and erases, and is killed with -9 at random moments, again and again on one folder; erasing compacts, so that it is
 * killed while compacting too. What it acknowledged is held against a model. {@code -Dpool.kills} and {@code -Dpool.seed} set how often and where.
 */
class RocksPoolKillTest {

    private final long seed = Long.getLong("pool.seed", 20_261_124L);
    private final int kills = Integer.getInteger("pool.kills", 4);

    /** A record among all: its subject and id. */
    private record Place(SubjectId subject, String id) {
        static Place of(PoolRecord record) {
            return new Place(record.subject(), record.id());
        }
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingDoubledWhenTheProcessIsKilled(@TempDir Path folder) throws Exception {
        System.out.printf("pool.seed %d, pool.kills %d%n", seed, kills);
        try (var pool = RocksPool.open(folder, Samples.DATA_SETS, Samples.CLOCK)) {
            KilledWriter.introduce(pool);
        }
        var random = new Random(seed);
        var model = new HashMap<Place, PoolRecord>();
        var done = 0;
        for (var kill = 1; kill <= kills; kill++) {
            var acknowledged = writeUntilKilled(folder, done + 1, random.nextInt(900));
            for (var number = done + 1; number <= acknowledged; number++) {
                apply(model, KilledWriter.step(seed, number));
            }
            var inFlight = KilledWriter.step(seed, acknowledged + 1);
            var after = new HashMap<>(model);
            apply(after, inFlight);
            check(folder, model, after, inFlight instanceof KilledWriter.Write, "seed %d, kill %d, after step %d".formatted(seed, kill, acknowledged));
            done = acknowledged;
        }
        assertThat(done).as("steps done in all").isGreaterThan(kills);
    }

    private static void apply(Map<Place, PoolRecord> model, KilledWriter.Step step) {
        switch (step) {
            case KilledWriter.Write(var records) -> records.forEach(record -> model.merge(Place.of(record), record, RocksPoolKillTest::newer));
            case KilledWriter.Bulk(var records) -> records.forEach(record -> model.merge(Place.of(record), record, RocksPoolKillTest::newer));
            case KilledWriter.Erase(var subject) -> model.replaceAll((place, record) -> record.deleted() || !place.subject().equals(subject) ? record
                    : new PoolRecord(subject, record.dataset(), record.id(), PoolRecord.versionAt(Samples.NOW), true, Map.of()));
        }
    }

    private static PoolRecord newer(PoolRecord one, PoolRecord other) {
        return one.version() >= other.version() ? one : other;
    }

    /** What the process was at when it was killed may have happened or not; a batch as a whole only. */
    private static void check(Path folder, Map<Place, PoolRecord> before, Map<Place, PoolRecord> after, boolean whole, String as) {
        var found = new HashMap<Place, PoolRecord>();
        try (var pool = RocksPool.open(folder, Samples.DATA_SETS, Samples.CLOCK)) {
            pool.scan(record -> assertThat(found.put(Place.of(record), record)).as(as + ": passed twice").isNull());
            assertThat(pool.recount().total()).as(as).isEqualTo(found.size());
            found.keySet().stream().map(Place::subject).distinct().limit(5).forEach(subject -> keepsItsHistory(pool, subject, as));
        }
        var live = live(before);
        var alsoLive = live(after);
        if (whole) {
            assertThat(found).as(as).isIn(live, alsoLive);
        } else {
            var places = new HashSet<>(found.keySet());
            places.addAll(live.keySet());
            places.removeIf(place -> Objects.equals(found.get(place), live.get(place)) || Objects.equals(found.get(place), alsoLive.get(place)));
            assertThat(places).as(as + ": neither as before nor as after").isEmpty();
        }
    }

    private static Map<Place, PoolRecord> live(Map<Place, PoolRecord> model) {
        var live = new HashMap<>(model);
        live.values().removeIf(PoolRecord::deleted);
        return live;
    }

    private static void keepsItsHistory(Pool pool, SubjectId subject, String as) {
        var versions = pool.history(subject, KilledWriter.DATASET);
        var distinct = new HashSet<>(versions);
        assertThat(distinct).as(as + ": a version twice").hasSize(versions.size());
        assertThat(distinct.containsAll(pool.recordsOf(subject, Set.of(KilledWriter.DATASET)))).as(as + ": a record without its version").isTrue();
    }

    /** @return the last step it acknowledged */
    private int writeUntilKilled(Path folder, int from, int milliseconds) throws Exception {
        var writer = TestProcess.java(List.of(), KilledWriter.class, folder.toString(), String.valueOf(seed), String.valueOf(from));
        try (var lines = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).as("the writer got going").isEqualTo("begins");
            var killer = Thread.ofVirtual().start(() -> kill(writer, milliseconds));
            var last = lines.lines().reduce((one, other) -> other).map(Integer::parseInt).orElse(from - 1);
            killer.join();
            return Objects.requireNonNull(last);
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private static void kill(Process writer, int milliseconds) {
        try {
            assertThat(writer.waitFor(milliseconds, TimeUnit.MILLISECONDS)).as("the writer ended by itself").isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            writer.toHandle().destroyForcibly();
        }
    }
}
