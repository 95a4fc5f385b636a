package org.fourportals.sharing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says when it cannot begin; that it copies is shown on real nodes by the module {@code cassandra}. */
class CopyPoolCommandTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final CopyPoolCommand command = new CopyPoolCommand(new PrintStream(said, true, StandardCharsets.UTF_8),
            Map.of("FOURPORTALS_MASTER_KEY", "00".repeat(32)));

    @TempDir
    Path data;

    @Test
    void saysHowItIsUsed() {
        assertThat(command.run("--help")).isZero();
        assertThat(command.run()).isEqualTo(2);
        assertThat(command.run("--to", "paper")).isEqualTo(2);
        assertThat(command.run("--to", "cassandra", "--colour", "red")).isEqualTo(2);
        assertThat(command.run("--to", "cassandra", "--datacenter")).isEqualTo(2);
        assertThat(command.run("--to", "cassandra", "--datacenter", "east")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("--to must be cassandra or rocksdb").contains("--colour is not understood")
                .contains("contact-points is missing");
    }

    @Test
    void saysThatThereIsNothingToCopyOrNobodyToReach() throws Exception {
        String[] toCassandra = {"--to", "cassandra", "--data", data.toString(), "--catalogue", "../catalogue",
            "--contact-points", "127.0.0.1:1", "--datacenter", "east"};
        assertThat(command.run(toCassandra)).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("there is no pool in");
        Files.createDirectories(data.resolve("pool"));
        assertThat(command.run(toCassandra)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("no Cassandra node of the data centre east can be reached");
    }
}
