package org.fourportals.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fourportals.benchmarks.assistant.AssistantBench;
import org.fourportals.benchmarks.casework.CaseworkBench;
import org.fourportals.benchmarks.circumstances.CircumstancesBench;
import org.fourportals.benchmarks.pool.PoolBench;
import org.fourportals.benchmarks.search.SearchBench;

/** The command {@code ./fourportals bench NAME [--full] [options]}: runs one benchmark, prints a line a figure. */
public final class Bench {

    private static final List<Benchmark> ALL = List.of(new CircumstancesBench(), new SearchBench(), new AssistantBench(), new PoolBench(), new CaseworkBench());

    private Bench() {}

    /** Exits with 2 if it was called wrongly, with 1 if something failed. */
    public static void main(String[] words) throws Exception {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), words));
    }

    /** Returns the exit code. */
    static int run(PrintStream out, String... words) throws Exception {
        boolean help = Arrays.asList(words).contains("--help") || Arrays.asList(words).contains("-h");
        if (words.length == 0 || words[0].startsWith("-")) {
            out.println(usage());
            return help ? 0 : 2;
        }
        Optional<Benchmark> found = ALL.stream().filter(benchmark -> benchmark.name().equals(words[0])).findFirst();
        if (found.isEmpty()) {
            out.println("There is no benchmark " + words[0] + ".\n" + usage());
            return 2;
        }
        if (help) {
            out.println(found.get().help());
            return 0;
        }
        try {
            Options options = Options.of(Arrays.copyOfRange(words, 1, words.length));
            Results results = new Results(out);
            found.get().run(options, results);
            if (options.full()) {
                results.write(Path.of("benchmarks", "results", words[0] + ".json"), words[0],
                        "./fourportals bench " + String.join(" ", words), LocalDate.now());
            }
            return 0;
        } catch (IllegalArgumentException wrong) {
            out.println("bench " + words[0] + ": " + wrong.getMessage() + ". See ./fourportals bench " + words[0] + " --help");
            return 2;
        }
    }

    private static String usage() {
        StringBuilder usage = new StringBuilder("Usage: ./fourportals bench NAME [--full] [options]\n");
        ALL.forEach(benchmark -> usage.append("\n").append(benchmark.help()).append("\n"));
        return usage.toString();
    }
}
