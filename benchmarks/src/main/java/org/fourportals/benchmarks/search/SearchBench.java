package org.fourportals.benchmarks.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.fourportals.base.Language;
import org.fourportals.benchmarks.Benchmark;
import org.fourportals.benchmarks.Figure;
import org.fourportals.benchmarks.Options;
import org.fourportals.benchmarks.Results;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.search.Search;

/** Asks search the queries of a file: by words, by meaning and by both, a line for each language, kind and miss; then how long an answer takes. */
public final class SearchBench implements Benchmark {

    private static final String QUERIES = "app/src/test/resources/search/dev-queries.tsv";
    private static final int ASKED = 10;
    private static final int TYPED = 12;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String help() {
        return """
                bench search [--queries FILE] [--rate N] [--seconds N]
                  Asks the queries of FILE (tab-separated: query, lang, kind, expected; - if nothing fits), by words, by meaning and by
                  both, and prints every miss. Then N queries a second (100) for some seconds (10; with --full 60) on two threads.""";
    }

    /** What came of a query: the place of a wanted affair, from 1, or 0 if it was not found. */
    private record Asked(Queries.Query query, int rank, boolean nothingFits, List<String> found) {

        boolean within(int places) {
            return rank >= 1 && rank <= places && !nothingFits;
        }
    }

    @Override
    public void run(Options options, Results results) throws Exception {
        options.allow("queries", "rate", "seconds");
        List<Queries.Query> queries = Queries.read(Path.of(options.value("queries", QUERIES)));
        Search search = Search.over(CatalogueReader.read(Path.of("catalogue")), Path.of("benchmarks", "target", "vectors"));
        for (Search.By by : Search.By.values()) {
            List<Asked> asked = queries.stream().map(query -> ask(search, query, by)).toList();
            String variant = by == Search.By.BOTH ? "" : "." + by.name().toLowerCase(Locale.ROOT);
            figures(results, variant, asked);
            if (by == Search.By.BOTH) {
                groups(results, asked);
                misses(results, asked);
            }
        }
        speed(search, queries, options, results);
        suggestions(search, queries, results);
    }

    /** Each query as it is typed, letter by letter. */
    private static void suggestions(Search search, List<Queries.Query> queries, Results results) {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            millis.clear();
            for (Queries.Query query : queries) {
                for (int typed = 1; typed <= Math.min(TYPED, query.text().codePointCount(0, query.text().length())); typed++) {
                    String prefix = query.text().substring(0, query.text().offsetByCodePoints(0, typed));
                    long begun = System.nanoTime();
                    search.suggest(prefix, Language.ZH, 8);
                    millis.add((System.nanoTime() - begun) / 1e6);
                }
            }
        }
        millis.sort(Comparator.naturalOrder());
        results.add(Figure.of("suggest-p99-millis", millis.get((int) (millis.size() * 0.99)), "ms"));
    }

    private static Asked ask(Search search, Queries.Query query, Search.By by) {
        Search.Results found = search.find(query.text(), query.language().equals("en") ? Language.EN : Language.ZH, ASKED, by);
        List<String> ids = found.hits().stream().map(hit -> hit.affair().id()).toList();
        int rank = ids.stream().filter(query.wanted()::contains).findFirst().map(ids::indexOf).orElse(-1) + 1;
        return new Asked(query, rank, found.nothingFits(), ids);
    }

    private static void figures(Results results, String variant, List<Asked> asked) {
        List<Asked> something = asked.stream().filter(a -> !a.query.wanted().isEmpty()).toList();
        List<Asked> nothing = asked.stream().filter(a -> a.query.wanted().isEmpty()).toList();
        if (!something.isEmpty()) {
            results.add(Figure.of("hit-at-1" + variant, share(something, a -> a.within(1)), "share"));
            results.add(Figure.of("hit-at-3" + variant, share(something, a -> a.within(3)), "share"));
        }
        if (!nothing.isEmpty()) {
            results.add(Figure.of("nothing-fits-right" + variant, share(nothing, Asked::nothingFits), "share"));
        }
    }

    private static double share(List<Asked> of, java.util.function.Predicate<Asked> right) {
        return of.stream().filter(right).count() / (double) of.size();
    }

    private static void groups(Results results, List<Asked> asked) {
        Map<String, List<Asked>> groups = asked.stream().filter(a -> !a.query.wanted().isEmpty()).collect(Collectors.groupingBy(
                a -> a.query.language() + "." + a.query.kind(), TreeMap::new, Collectors.toList()));
        groups.forEach((group, of) -> {
            results.add(Figure.of("hit-at-1." + group, share(of, a -> a.within(1)), "share"));
            results.add(Figure.of("hit-at-3." + group, share(of, a -> a.within(3)), "share"));
        });
    }

    private static void misses(Results results, List<Asked> asked) {
        for (Asked a : asked) {
            if (a.query.wanted().isEmpty() ? !a.nothingFits : !a.within(1)) {
                results.say("miss\t" + a.query.text() + "\t" + (a.query.wanted().isEmpty() ? "nothing fits" : String.join(",", a.query.wanted())) + "\t"
                        + (a.nothingFits ? "says that nothing fits" : "place " + (a.rank == 0 ? "none" : a.rank)) + "\t" + String.join(" ", a.found.subList(0, Math.min(3, a.found.size()))));
            }
        }
    }

    /** Queries come at their times whether or not earlier ones are answered; waiting counts. */
    private static void speed(Search search, List<Queries.Query> queries, Options options, Results results) throws Exception {
        long rate = options.number("rate", 100);
        long count = rate * options.number("seconds", options.full() ? 60 : 10);
        for (int i = 0; i < 2_000; i++) {
            search.find(queries.get(i % queries.size()).text(), Language.ZH, ASKED);
        }
        List<Double> millis = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Double>> waiting = new ArrayList<>();
            long begun = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long due = begun + i * 1_000_000_000L / rate;
                LockSupport.parkNanos(due - System.nanoTime());
                String text = queries.get(i % queries.size()).text();
                waiting.add(two.submit(() -> {
                    search.find(text, Language.ZH, ASKED);
                    return (System.nanoTime() - due) / 1e6;
                }));
            }
            for (Future<Double> one : waiting) {
                millis.add(one.get());
            }
        }
        millis.sort(Comparator.naturalOrder());
        results.add(Figure.of("search-p50-millis", millis.get(millis.size() / 2), "ms"));
        results.add(Figure.of("search-p99-millis", millis.get((int) (millis.size() * 0.99)), "ms"));
    }
}
