package org.fourportals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's command over a real database. */
class VerifyLogTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final String[] database = TestPostgres.properties();

    @TempDir
    private Path data;

    private int run(String... arguments) {
        said.reset();
        return VerifyLog.run(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private int verify(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString(), "--fourportals.catalogue=../catalogue"));
        for (String property : database) {
            all.add("--" + property);
        }
        return run(all.toArray(String[]::new));
    }

    @Test
    void goesThroughTheLogAndHoldsItAgainstACheckpointKeptElsewhere() throws Exception {
        assertThat(verify()).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("0 entries", "the log is whole");
        Path checkpoint = Files.writeString(data.resolve("kept.txt"), "four-portals/audit\n90\nAAAA\n2026-11-23T00:00:00Z\nAAAA\n");
        assertThat(verify("--checkpoint", checkpoint.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("was not signed with this city's key", "is of 90 entries, the log has only 0", "NOT WHOLE");
    }

    @Test
    void saysWhatItWasGivenThatItCannotUse() throws Exception {
        assertThat(run("--data", data.resolve("nothing").toString())).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("There is no log in");
        assertThat(run("--nonsense")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("does not know --nonsense");
        assertThat(verify("--checkpoint", data.resolve("none").toString())).isEqualTo(2);
        assertThat(verify("--checkpoint", Files.write(data.resolve("junk"), new byte[100_000]).toString())).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("cannot be read as a checkpoint");
    }
}
