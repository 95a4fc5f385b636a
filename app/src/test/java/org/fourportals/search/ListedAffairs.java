package org.fourportals.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;
import org.fourportals.search.internal.Described;

/** The city's own list of affairs, read straight from its files, so that search is tested without the catalogue's room. */
final class ListedAffairs {

    /** The vectors of the catalogue's texts, worked out once for all tests. */
    static final Path VECTORS = Path.of("target", "vectors");
    static final Path CATALOGUE = Files.isDirectory(Path.of("catalogue")) ? Path.of("catalogue") : Path.of("../catalogue");

    private ListedAffairs() {
    }

    static List<Described> read() {
        Map<String, Text> departments = names("departments.tsv");
        Map<String, Text> events = names("life_events.tsv");
        return rows("affairs.tsv").stream().map(r -> new Described(
                new Affair(r[0], new Text(r[1], r[2]), r[3], Affair.Audience.valueOf(r[4].toUpperCase(Locale.ROOT)), r[5],
                        r[6].equals("yes"), r[7], Integer.parseInt(r[8]), Integer.parseInt(r[9]), r[10], List.of(r[11].split(";")),
                        List.of(r[12].split(",")), List.of(r[13].split(";"))),
                departments.get(r[3]), events.get(r[5]), Described.Told.NOTHING, Described.Told.NOTHING)).toList();
    }

    private static Map<String, Text> names(String file) {
        return rows(file).stream().collect(Collectors.toMap(r -> r[0], r -> new Text(r[1], r[2])));
    }

    private static List<String[]> rows(String file) {
        try {
            return Files.readAllLines(CATALOGUE.resolve(file)).stream().skip(1).map(line -> line.split("\t", -1))
                    .filter(cells -> Arrays.stream(cells).anyMatch(c -> !c.isBlank())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
