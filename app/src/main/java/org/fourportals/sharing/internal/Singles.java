package org.fourportals.sharing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.fourportals.pool.DataSets;

/** The data sets in which a subject has one entry, by {@code catalogue/singles.tsv}; a line that cannot be understood refuses the file. */
public record Singles(Set<String> datasets) {

    private static final String HEADER = "dataset\twhy";

    public static Singles read(Path file, DataSets known) {
        List<String> lines = lines(file);
        Set<String> found = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (i == 0 ? !lines.getFirst().equals(HEADER) : cells.length != 2 || cells[1].isBlank() || known.find(cells[0]).isEmpty()) {
                throw new IllegalArgumentException(file.getFileName() + ", line " + (i + 1) + ": " + (i == 0 ? "must be dataset why"
                        : "write the id of a data set and why a subject has one entry in it"));
            }
            if (i > 0) {
                found.add(cells[0]);
            }
        }
        return new Singles(Set.copyOf(found));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), e);
        }
    }

    boolean contains(String dataset) {
        return datasets.contains(dataset);
    }
}
