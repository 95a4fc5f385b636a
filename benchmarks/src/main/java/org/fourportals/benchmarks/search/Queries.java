package org.fourportals.benchmarks.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Queries with the affairs that are wanted, from a table with the columns query, lang, kind, expected; `-` wants nothing. */
final class Queries {

    private Queries() {}

    /** A query; `wanted` is empty where nothing fits. */
    record Query(String text, String language, String kind, Set<String> wanted) {}

    /** Throws {@link IllegalArgumentException} if the file is missing or not such a table. */
    static List<Query> read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + file, e);
        }
        if (lines.isEmpty() || !lines.getFirst().equals("query\tlang\tkind\texpected")) {
            throw new IllegalArgumentException(file + " does not begin with the columns query, lang, kind, expected, tabs between");
        }
        List<Query> queries = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (lines.get(i).isBlank()) {
                continue;
            }
            if (cells.length != 4 || cells[3].isBlank()) {
                throw new IllegalArgumentException(file + ", line " + (i + 1) + ": four columns are needed");
            }
            queries.add(new Query(cells[0], cells[1], cells[2], cells[3].equals("-") ? Set.of() : Set.of(cells[3].split(","))));
        }
        return queries;
    }
}
