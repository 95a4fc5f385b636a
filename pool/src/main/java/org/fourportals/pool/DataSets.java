package org.fourportals.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All data sets the city shares, read from {@code catalogue/datasets.tsv} and, for the codes of {@code code} fields, from
 * {@code codes.yaml} beside it; {@code histories.tsv} beside it names those that keep superseded versions. A line that cannot be understood refuses the whole file with line and reason.
 */
public final class DataSets {

    private static final String HEADER = "id\tdepartment\tzh\ten\tsubject\tkey_fields\trecords_order\tsensitivity";
    private static final Pattern LABELLED_CODE = Pattern.compile("- *\\{id: *\"?([A-Za-z0-9-]+)\"?, zh: .+, en: .+}");

    private final Map<String, DataSet> byId;

    private DataSets(Map<String, DataSet> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /**
     * @throws IllegalArgumentException with file, line and reason if a line is malformed
     * @throws UncheckedIOException if the file cannot be read
     */
    public static DataSets read(Path datasetsTsv) {
        var codesFile = datasetsTsv.resolveSibling("codes.yaml");
        var codes = Files.exists(codesFile) ? readCodes(codesFile) : Map.<String, List<String>>of();
        var lines = lines(datasetsTsv);
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException(datasetsTsv.getFileName() + ", line 1: must be " + HEADER.replace('\t', ' '));
        }
        var byId = new LinkedHashMap<String, DataSet>();
        for (var i = 1; i < lines.size(); i++) {
            try {
                var dataSet = parse(lines.get(i), codes);
                if (byId.put(dataSet.id(), dataSet) != null) {
                    throw new IllegalArgumentException("a second data set " + dataSet.id());
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(datasetsTsv.getFileName() + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        requireKnown(codesFile, codes, byId);
        readHistories(datasetsTsv.resolveSibling("histories.tsv"), byId);
        return new DataSets(byId);
    }

    private static DataSet parse(String line, Map<String, List<String>> codes) {
        var cells = line.split("\t", -1);
        if (cells.length != 8) {
            throw new IllegalArgumentException("has " + cells.length + " columns instead of 8");
        }
        var id = cells[0];
        if (!id.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("\"" + id + "\" is no id of a data set");
        }
        var fields = new ArrayList<Field>();
        var names = new HashSet<String>();
        for (var written : cells[5].split(",", -1)) {
            var parts = written.split(":", -1);
            if (parts.length != 2 || !parts[0].matches("[a-z][A-Za-z0-9]{0,62}")) {
                throw new IllegalArgumentException("\"" + written + "\" is no field; write name:type");
            }
            if (!names.add(parts[0])) {
                throw new IllegalArgumentException("a second field " + parts[0]);
            }
            fields.add(new Field(parts[0], FieldType.ofWord(parts[1]), codes.getOrDefault(id + "." + parts[0], List.of())));
        }
        if (fields.getFirst().type() != FieldType.ID) {
            throw new IllegalArgumentException("the first field, the main key, must be of type id");
        }
        if (!cells[6].matches("[0-9]{1,15}")) {
            throw new IllegalArgumentException("records_order must be a whole number");
        }
        return new DataSet(id, cells[1], cells[2], cells[3], SubjectKind.ofWord(cells[4]), fields,
                Long.parseLong(cells[6]), Sensitivity.ofWord(cells[7]), false);
    }

    /**
     * The file is kept to one line a field, {@code data-set.field: [code, code]}, or, where people read the codes, to the field on a
     * line and {@code - {id: code, zh: …, en: …}} on a line for each code, and read as such.
     */
    private static Map<String, List<String>> readCodes(Path file) {
        var codes = new LinkedHashMap<String, List<String>>();
        var field = "";
        var lines = lines(file);
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var entry = LABELLED_CODE.matcher(line);
            if (line.matches("[a-z0-9-]+\\.[A-Za-z0-9]+: *(#.*)?")) {
                field = line.substring(0, line.indexOf(':'));
                codes.put(field, new ArrayList<>());
            } else if (!field.isEmpty() && entry.matches()) {
                codes.get(field).add(entry.group(1));
            } else if (line.matches("[a-z0-9-]+\\.[A-Za-z0-9]+: *\\[[^\\[\\]{}]+\\]( *#.*)?")) {
                field = "";
                var list = line.substring(line.indexOf('[') + 1, line.indexOf(']')).split(",");
                codes.put(line.substring(0, line.indexOf(':')),
                        Arrays.stream(list).map(code -> code.strip().replace("\"", "")).toList());
            } else {
                throw new IllegalArgumentException(file.getFileName() + ", line " + (i + 1)
                        + ": write data-set.field: [code, code], or data-set.field: and below it - {id: code, zh: …, en: …}");
            }
        }
        return codes;
    }

    private static void readHistories(Path file, Map<String, DataSet> byId) {
        var lines = Files.exists(file) ? lines(file) : List.<String>of();
        for (var i = 0; i < lines.size(); i++) {
            var cells = lines.get(i).split("\t", -1);
            if (i == 0 && lines.getFirst().equals("dataset\twhy")) {
                continue;
            }
            if (i == 0 || cells.length != 2 || cells[1].isBlank() || byId.computeIfPresent(cells[0], (id, set) -> set.withHistory()) == null) {
                throw new IllegalArgumentException(file.getFileName() + ", line " + (i + 1) + ": " + (i == 0
                        ? "must be dataset why" : "write the id of a data set and why its superseded versions are kept"));
            }
        }
    }

    private static void requireKnown(Path file, Map<String, List<String>> codes, Map<String, DataSet> byId) {
        for (var key : codes.keySet()) {
            var dot = key.indexOf('.');
            var field = Optional.ofNullable(byId.get(key.substring(0, dot))).flatMap(set -> set.field(key.substring(dot + 1)));
            if (field.filter(found -> found.type() == FieldType.CODE).isEmpty()) {
                throw new IllegalArgumentException(file.getFileName() + ": " + key + " is no code field of a data set");
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), e);
        }
    }

    public Optional<DataSet> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @throws IllegalArgumentException for an id that names no data set */
    public DataSet get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no data set is called \"" + id + "\""));
    }

    /** In the order of the file. */
    public Collection<DataSet> all() {
        return byId.values();
    }
}
