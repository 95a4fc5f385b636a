package org.fourportals.centre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

import org.fourportals.base.Folders;
import org.fourportals.base.Text;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The city's service centres, from {@code catalogue/centres.tsv}. Districts, sub-districts and towns there are the city's; addresses,
 * windows and hours are made up for the demo city and are nobody's official ones.
 */
@Component
public final class Centres {

    private static final String HEADER = "id\tzh\ten\tlevel\tdistrict\tdistrict_zh\tdistrict_en\taddress_zh\taddress_en\twindows\thours";
    private static final int MOST_WINDOWS = 200;

    private final SequencedMap<String, Centre> centres;

    @Autowired
    Centres(Folders folders) {
        this(folders.catalogue());
    }

    /** @throws IllegalArgumentException naming file and line of what is wrong */
    public Centres(Path catalogue) {
        this.centres = Collections.unmodifiableSequencedMap(read(catalogue.resolve("centres.tsv")));
    }

    /** All centres: the city's, then the districts', then the others by district. */
    public List<Centre> list() {
        return List.copyOf(centres.values());
    }

    public Optional<Centre> find(String id) {
        return Optional.ofNullable(centres.get(id));
    }

    /** The centre; throws if there is none. */
    public Centre get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no centre " + id));
    }

    /** Centres of a district or county, its own first. */
    public List<Centre> listOf(String district) {
        return centres.values().stream().filter(c -> c.district().equals(district)).toList();
    }

    private static SequencedMap<String, Centre> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException(file.getFileName() + ":1: the columns must be, with tabs between: " + HEADER.replace('\t', ' '));
        }
        var centres = new LinkedHashMap<String, Centre>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                try {
                    Centre centre = centre(lines.get(i).split("\t", -1));
                    if (centres.putIfAbsent(centre.id(), centre) != null) {
                        throw new IllegalArgumentException("the id " + centre.id() + " stands twice");
                    }
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(file.getFileName() + ":" + (i + 1) + ": " + e.getMessage(), e);
                }
            }
        }
        return centres;
    }

    private static Centre centre(String[] cells) {
        if (cells.length != HEADER.split("\t").length) {
            throw new IllegalArgumentException("the row has " + cells.length + " cells instead of " + HEADER.split("\t").length);
        }
        if (!cells[0].matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("an id has small letters, digits and hyphens only, not: " + cells[0]);
        }
        int windows = cells[9].matches("[0-9]{1,3}") ? Integer.parseInt(cells[9]) : 0;
        if (windows < 1 || windows > MOST_WINDOWS) {
            throw new IllegalArgumentException("windows is a number from 1 to " + MOST_WINDOWS + ", not: " + cells[9]);
        }
        return new Centre(cells[0], new Text(cells[1], cells[2]), level(cells[3]), cells[4], new Text(cells[5], cells[6]),
                new Text(cells[7], cells[8]), windows, OpeningHours.parse(cells[10]));
    }

    private static Centre.Level level(String cell) {
        return switch (cell) {
            case "city", "district", "local" -> Centre.Level.valueOf(cell.toUpperCase(Locale.ROOT));
            default -> throw new IllegalArgumentException("level is city, district or local, not: " + cell);
        };
    }
}
