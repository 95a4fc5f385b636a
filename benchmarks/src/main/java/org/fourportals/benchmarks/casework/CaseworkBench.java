package org.fourportals.benchmarks.casework;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourportals.benchmarks.Benchmark;
import org.fourportals.benchmarks.Figure;
import org.fourportals.benchmarks.Options;
import org.fourportals.benchmarks.Results;
import org.fourportals.benchmarks.casework.Contestant.Step;
import org.fourportals.benchmarks.Folders;

/** Whole cases a second: ours through the desk and through the HTTP API, Flowable, and by hand, in turns on one PostgreSQL with fsync on. */
public final class CaseworkBench implements Benchmark {

    private static final int HEADLINE = 4;
    private static final int RESIDENTS = 3_000;
    private static final int AGENTS = 200;
    private static final int COMMITS = 500;
    private static final int MOST_A_SECOND = 900;

    @Override
    public String name() {
        return "casework";
    }

    @Override
    public String help() {
        return """
                bench casework [--clients N,N…] [--turns N] [--seconds N] [--open N] [--closed N]
                  Leads whole cases (hand in, accept, two departments review, decide) through the desk, through the HTTP API, through Flowable and by
                  hand in JDBC, with 1, 4 and 16 clients, N turns (5) of N seconds (4) each, all on one PostgreSQL with fsync on. Then `next` at 100
                  calls a second by 6,000 clerks over N open cases (100,000; --full 1,000,000), and whole cases beside N closed ones (the same).""";
    }

    @Override
    public void run(Options options, Results results) throws Exception {
        options.allow("clients", "turns", "seconds", "open", "closed");
        List<Integer> clients = Stream.of(options.value("clients", "1,4,16").split(",")).map(CaseworkBench::clients).toList();
        int turns = (int) options.number("turns", 5);
        Duration length = Duration.ofSeconds(options.number("seconds", 4));
        long many = options.full() ? 1_000_000 : 100_000;
        Path folder = Path.of("benchmarks/target/casework", UUID.randomUUID().toString());
        Files.createDirectories(folder);
        try (City city = City.start(folder, RESIDENTS); HikariDataSource server = new Server(city.access()).open(2)) {
            Renewals renewals = new Renewals(city, AGENTS);
            byte[] content = new byte[renewals.contentLength()];
            new Random(1).nextBytes(content);
            results.say("An application holds " + content.length + " bytes; " + renewals.companies() + " companies apply");
            OwnCases own = new OwnCases(city, renewals);
            try (FlowablePeer flowable = new FlowablePeer(new Server(city.access()), content); HandPeer hand = new HandPeer(new Server(city.access()), content)) {
                race(List.of(own, new HttpCases(city, renewals), flowable, hand), clients, turns, length, server, results);
            }
            new NextCalls(city, results).measure(options.number("open", many));
            new ClosedCases(city, renewals, own, server, results).measure(options.number("closed", many), length);
        }
        Folders.delete(folder);
    }

    private static int clients(String given) {
        if (!given.matches("[1-9][0-9]?")) {
            throw new IllegalArgumentException("--clients needs whole numbers from 1 to 99 with commas between");
        }
        return Integer.parseInt(given);
    }

    private static void race(List<Contestant> all, List<Integer> clients, int turns, Duration length, HikariDataSource server, Results results) throws Exception {
        for (Contestant one : all) {
            one.prepare((int) (MOST_A_SECOND * length.toSeconds()));
            Turn.take(one, HEADLINE, length, server);
        }
        for (int count : clients) {
            Map<String, Turn> sums = new LinkedHashMap<>();
            for (int turn = 0; turn < turns; turn++) {
                results.add(Figure.of("commit-rate." + count + "-clients.turn-" + (turn + 1), Server.commitRate(server, COMMITS), "commits/s"));
                for (Contestant one : all) {
                    one.prepare((int) (MOST_A_SECOND * length.toSeconds()));
                    sums.merge(one.name(), Turn.take(one, count, length, server), Turn::plus);
                }
            }
            tell(sums, count, results);
        }
    }

    private static void tell(Map<String, Turn> sums, int clients, Results results) {
        Turn own = sums.get("desk");
        String variant = "." + clients + "-clients";
        sums.forEach((name, turn) -> {
            results.add(Figure.of("whole-cases-per-second" + variant + "." + name, turn.perSecond(), "cases/s"));
            results.add(Figure.of("wal-bytes-per-case" + variant + "." + name, turn.walPerCase(), "bytes"));
            for (Step step : Step.values()) {
                results.add(Figure.of("p99." + step.name().toLowerCase(Locale.ROOT).replace('_', '-') + variant + "." + name, turn.p99(step), "ms"));
            }
        });
        for (String peer : List.of("flowable", "hand")) {
            results.add(new Figure("whole-cases-per-second" + (clients == HEADLINE ? "" : variant), own.perSecond(), "cases/s", peer,
                    own.perSecond() / sums.get(peer).perSecond()));
        }
        if (clients == HEADLINE) {
            results.add(Figure.of("http-cases-per-second", sums.get("http").perSecond(), "cases/s"));
            results.add(Figure.of("wal-bytes-per-case", own.walPerCase(), "bytes"));
        }
    }
}
