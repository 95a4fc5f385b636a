package org.fourportals;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fourportals.audit.Checkpoint;
import org.fourportals.audit.Finding;
import org.fourportals.audit.LogVerification;
import org.fourportals.base.postgres.EmbeddedPostgres;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * The command `./fourportals verify-log`: goes through the whole audit log of a data folder, also while the system runs on it, and says whether any
 * entry was changed, taken out, put in or moved. Changes nothing.
 */
public final class VerifyLog {

    private static final int WHOLE = 0;
    private static final int WRONG = 1;
    private static final int MISUSED = 2;
    private static final long EACH = 100_000;

    private VerifyLog() {
    }

    /** Only what the verification needs: the database, the key and the log; no pool, no pages, no background work. */
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class})
    @ComponentScan({"org.fourportals.base", "org.fourportals.audit"})
    @ComponentScan(basePackages = "org.fourportals.identity", useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(SubjectVault|KeyConnections|MasterKey)"))
    static class Parts {
    }

    /** Takes `--data DIR`, `--checkpoint FILE` (one kept elsewhere) and settings of the system. Exits with 1 if the log is not whole. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out));
    }

    static int run(String[] arguments, PrintStream out) {
        Path data = Path.of(".data");
        Optional<Checkpoint> held = Optional.empty();
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            boolean hasValue = i + 1 < arguments.length;
            if (arguments[i].equals("--data") && hasValue) {
                data = Path.of(arguments[++i]);
            } else if (arguments[i].equals("--checkpoint") && hasValue) {
                try {
                    held = Optional.of(Checkpoint.parse(Files.readString(Path.of(arguments[++i]))));
                } catch (IOException | IllegalArgumentException e) {
                    out.println(arguments[i] + " cannot be read as a checkpoint: " + e.getMessage());
                    return MISUSED;
                }
            } else if (arguments[i].startsWith("--") && arguments[i].contains("=")) {
                settings.add(arguments[i]);
            } else {
                out.println("verify-log does not know " + arguments[i] + "; see ./fourportals --help");
                return MISUSED;
            }
        }
        if (settings.stream().noneMatch(s -> s.startsWith("--spring.datasource.url=")) && !Files.isDirectory(data.resolve("postgres"))) {
            out.println("There is no log in " + data + ". Name the data folder with --data.");
            return MISUSED;
        }
        settings.add("--fourportals.data=" + data);
        EmbeddedPostgres.running(data.resolve("postgres")).ifPresent(access -> settings.addAll(List.of("--spring.datasource.url=" + access.jdbcUrl(),
                "--spring.datasource.username=" + access.user(), "--spring.datasource.password=" + access.password())));
        return verify(settings, held, out);
    }

    private static int verify(List<String> settings, Optional<Checkpoint> held, PrintStream out) {
        settings.addAll(List.of("--logging.level.root=WARN", "--logging.level.org.fourportals=WARN"));
        try (var context = new SpringApplicationBuilder(Parts.class).web(WebApplicationType.NONE).run(settings.toArray(String[]::new))) {
            long[] said = {0};
            LogVerification.Report report = context.getBean(LogVerification.class).verify(held, done -> {
                if (done / EACH > said[0]) {
                    said[0] = done / EACH;
                    out.printf("%,d entries …%n", done);
                }
            });
            report.findings().forEach(finding -> out.println(words(finding)));
            out.printf("%,d entries, %,d checkpoints%s: %s%n", report.entries(), report.checkpoints(),
                    report.last() == null ? "" : ", the last of " + report.last().at(), report.isWhole() ? "the log is whole" : "THE LOG IS NOT WHOLE");
            return report.isWhole() ? WHOLE : WRONG;
        }
    }

    private static String words(Finding finding) {
        return switch (finding) {
            case Finding.Changed(long entry, long place) -> "Entry " + entry + " (place " + place + ") was changed after it was logged";
            case Finding.Missing(long entry, long place) -> "Entry " + entry + " (place " + place + ") is gone";
            case Finding.Twice(long entry, long place) -> "Entry " + entry + " stands a second time at place " + place;
            case Finding.Untold(long entry) -> "Entry " + entry + " was put in without being logged";
            case Finding.NotAsSigned(long from, long to) -> "Places " + from + " to " + (to - 1) + " are not what the checkpoint of " + to
                    + " entries was signed for: entries, or all from the beginning, were changed, taken out or moved, and the tree with them";
            case Finding.Forged(long size) -> "The checkpoint of " + size + " entries was not signed with this city's key";
            case Finding.WrongNode(int level, long tile) -> "Tile " + tile + " of level " + level + " does not fit what lies below it";
            case Finding.Cut(long says, long holds) -> "The log should hold " + says + " entries and holds " + holds;
            case Finding.NotContinued(long size, long holds) -> size > holds
                    ? "The checkpoint given is of " + size + " entries, the log has only " + holds
                    : "The log does not continue the checkpoint given, of " + size + " entries";
            case Finding.Behind(var since) -> "Entries wait since " + since + " to be taken into the tree: is the system running?";
        };
    }
}
