package org.fourportals.intake.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fourportals.intake.Reason;
import org.fourportals.intake.Source;
import org.jspecify.annotations.Nullable;

/** A CSV file with its columns' names in the first row. Bytes that are not of its encoding cost the row they stand in. */
final class CsvFile implements OpenFile {

    private static final int MOST_COLUMNS = 500;

    private final String name;
    private final String identity;
    private final CsvRows rows;
    private final InputStream in;
    private final List<String> header;
    private long line;

    private CsvFile(String name, String identity, InputStream in, CsvRows rows, List<String> header) {
        this.name = name;
        this.identity = identity;
        this.in = in;
        this.rows = rows;
        this.header = header;
    }

    /** @throws Feed.Unreadable if its first row cannot name columns */
    static CsvFile open(Path file, String identity, Source.Folder source) throws IOException {
        Encoding.Found encoding = Encoding.of(file, source.encoding());
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(encoding.mark());
            CsvRows rows = new CsvRows(new InputStreamReader(in, encoding.charset().newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE)), source.delimiter());
            return new CsvFile(file.getFileName().toString(), identity, in, rows, header(rows.next()));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static List<String> header(CsvRows.@Nullable CsvRow first) {
        if (first == null) {
            throw new Feed.Unreadable("the file is empty; its first row must name the columns");
        }
        List<String> names = first.cells().stream().map(String::strip).toList();
        Set<String> once = new HashSet<>(names);
        if (first.fault() != null || once.size() != names.size() || once.contains("") || names.size() > MOST_COLUMNS
                || names.stream().anyMatch(name -> name.length() > 100 || name.chars().anyMatch(c -> c < ' ' || c == '\ufffd'))) {
            throw new Feed.Unreadable("the first row does not name the columns, each once and none empty");
        }
        return names;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        header.forEach(column -> columns.put(column, "text"));
        return columns;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public @Nullable Row read() throws IOException {
        CsvRows.CsvRow row = rows.next();
        if (row == null) {
            return null;
        }
        line = row.line();
        if (row.fault() != null) {
            return new Row.Broken(line, row.raw(), row.fault());
        }
        if (row.cells().size() != header.size()) {
            return new Row.Broken(line, row.raw(), Reason.of("ragged", row.cells().size(), header.size()));
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), row.cells().get(i));
        }
        return new Row.Cells(line, row.raw(), cells);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
