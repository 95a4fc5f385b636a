package org.fourportals.benchmarks.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.fourportals.benchmarks.Folders;
import org.fourportals.pool.DataSets;

/**
 * The city's data sets as whole registers hold them: the catalogue lists their key fields only, about 75 bytes a record. Every
 * data set that is not sensitive also says where its record was made, which brings the mean to over 100.
 */
final class WholeRegisters {

    private WholeRegisters() {
    }

    static DataSets of(Path catalogue) throws IOException {
        var folder = Files.createTempDirectory("registers");
        try {
            Files.writeString(folder.resolve("datasets.tsv"), Files.readAllLines(catalogue.resolve("datasets.tsv")).stream()
                    .map(WholeRegisters::whole).collect(Collectors.joining("\n", "", "\n")));
            Files.copy(catalogue.resolve("codes.yaml"), folder.resolve("codes.yaml"));
            Files.copy(catalogue.resolve("histories.tsv"), folder.resolve("histories.tsv"));
            return DataSets.read(folder.resolve("datasets.tsv"));
        } finally {
            Folders.delete(folder);
        }
    }

    private static String whole(String line) {
        var cells = line.split("\t", -1);
        if (!cells[0].equals("id") && !cells[7].equals("sensitive")) {
            cells[5] += ",handledBy:text";
        }
        return String.join("\t", cells);
    }
}
