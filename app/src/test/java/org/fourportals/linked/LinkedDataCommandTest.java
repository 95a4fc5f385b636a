package org.fourportals.linked;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that write and read files of linked data. */
class LinkedDataCommandTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final LinkedDataCommand command = new LinkedDataCommand(LinkedDataTest.folder(), new PrintStream(said, true, StandardCharsets.UTF_8));

    @Test
    void readsItsOwnFileWithoutADifference(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("city.ttl");
        assertThat(command.run("export", file.toString())).isZero();
        assertThat(command.run("import", file.toString())).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("408 public services read, 0 difference(s)");
        Files.writeString(file, Files.readString(file) + "\nnonsense");
        assertThat(command.run("import", file.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("nothing was read").contains("line ");
    }

    @Test
    void writesTheCatalogueOfTheDataSets(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("data.jsonld");
        assertThat(command.run("export-datasets", file.toString(), "https://city.example")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("238 data sets described");
        assertThat(Files.readString(file)).contains("https://city.example/api/datasets/linked-data#dataset-household-register");
    }

    @Test
    void saysHowItIsUsed(@TempDir Path folder) {
        assertThat(command.run()).isEqualTo(2);
        assertThat(command.run("export", folder.resolve("city.xml").toString())).isEqualTo(2);
        assertThat(command.run("import", folder.resolve("city.ttl").toString(), "more")).isEqualTo(2);
        assertThat(command.run("import", folder.resolve("none.ttl").toString())).isEqualTo(1);
    }
}
