package org.fourportals.benchmarks.casework;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.fourportals.benchmarks.casework.Contestant.Step;

/**
 * What came of the turns of one contestant.
 *
 * @param cases   whole cases that were led
 * @param seconds how long that took altogether
 * @param wal     bytes of write-ahead log meanwhile
 * @param steps   how long each step took, in nanoseconds
 */
record Turn(long cases, double seconds, long wal, Map<Step, List<Long>> steps) {

    /** Takes so long as it says, each client finishing the case it leads. */
    static Turn take(Contestant contestant, int clients, Duration length, HikariDataSource server) throws Exception {
        long walBefore = Server.wal(server);
        long begun = System.nanoTime();
        long end = begun + length.toNanos();
        List<Future<Map<Step, List<Long>>>> threads = new ArrayList<>();
        Map<Step, List<Long>> steps = new EnumMap<>(Step.class);
        AtomicInteger number = new AtomicInteger();
        try (var executor = Executors.newFixedThreadPool(clients, task -> new Thread(task, "client-" + number.incrementAndGet()))) {
            for (int client = 0; client < clients; client++) {
                Callable<Map<Step, List<Long>>> leads = () -> lead(contestant, end);
                threads.add(executor.submit(leads));
            }
            for (var thread : threads) {
                thread.get().forEach((step, times) -> steps.computeIfAbsent(step, s -> new ArrayList<>()).addAll(times));
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Turn(steps.getOrDefault(Step.DECIDE, List.of()).size(), seconds, Server.wal(server) - walBefore, steps);
    }

    private static Map<Step, List<Long>> lead(Contestant contestant, long end) throws Exception {
        Map<Step, List<Long>> steps = new EnumMap<>(Step.class);
        while (System.nanoTime() < end) {
            long[] before = {System.nanoTime()};
            contestant.lead(step -> {
                long now = System.nanoTime();
                steps.computeIfAbsent(step, s -> new ArrayList<>()).add(now - before[0]);
                before[0] = now;
            });
        }
        return steps;
    }

    /** Both together. */
    Turn plus(Turn other) {
        Map<Step, List<Long>> all = new EnumMap<>(Step.class);
        for (Turn turn : List.of(this, other)) {
            turn.steps.forEach((step, times) -> all.computeIfAbsent(step, s -> new ArrayList<>()).addAll(times));
        }
        return new Turn(cases + other.cases, seconds + other.seconds, wal + other.wal, all);
    }

    double perSecond() {
        return cases / seconds;
    }

    double walPerCase() {
        return wal / (double) Math.max(1, cases);
    }

    /** The step's slow end: 99 of 100 took at most so many milliseconds. */
    double p99(Step step) {
        return Percentile.millis(steps.getOrDefault(step, List.of()), 0.99);
    }

    static Turn none() {
        return new Turn(0, 0, 0, Map.of());
    }
}
