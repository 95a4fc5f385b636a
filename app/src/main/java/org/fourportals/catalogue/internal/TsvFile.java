package org.fourportals.catalogue.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fourportals.base.Text;

/** A table of the catalogue: tab-separated, one header row, no quoting, no empty cell, the first column an id that stands once. */
final class TsvFile {

    private TsvFile() {
    }

    /** One row; cells by the header's names. */
    record Row(int line, Map<String, String> cells, Problems problems) {

        String cell(String column) {
            return cells.getOrDefault(column, "?");
        }

        Text words() {
            return new Text(cell("zh"), cell("en"));
        }

        List<String> list(String column, String separator) {
            return Arrays.stream(cell(column).split(separator)).map(String::strip).toList();
        }

        long number(String column) {
            String cell = cell(column);
            if (cell.matches("[0-9]{1,15}")) {
                return Long.parseLong(cell);
            }
            problems.add(line, column + " is not a number: " + cell, "Write digits only.");
            return 0;
        }

        String oneOf(String column, String... words) {
            String cell = cell(column);
            if (Arrays.asList(words).contains(cell)) {
                return cell;
            }
            problems.add(line, column + " cannot be \"" + cell + "\"", Suggestion.forName(cell, List.of(words), "the words for " + column));
            return words[0];
        }

        /** Checks that a name stands in another table. */
        void refersTo(String name, Set<String> names, String where) {
            if (!names.contains(name)) {
                problems.add(line, "There is no \"" + name + "\" in " + where, Suggestion.forName(name, names, where));
            }
        }
    }

    /** The rows; those with problems are left out. */
    static List<Row> read(Path path, Problems problems, String... columns) {
        Optional<String> text = FileText.read(path, problems);
        if (text.isEmpty()) {
            return List.of();
        }
        String[] lines = text.get().split("\r?\n", -1);
        if (!lines[0].equals(String.join("\t", columns))) {
            problems.add(1, "The first line does not name the columns", "Write, with tabs between: " + String.join(" ", columns) + ".");
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isEmpty() && isSound(lines[i], i + 1, ids, problems, columns)) {
                String[] cells = lines[i].split("\t", -1);
                Map<String, String> byName = new HashMap<>();
                for (int c = 0; c < columns.length; c++) {
                    byName.put(columns[c], cells[c].strip());
                }
                rows.add(new Row(i + 1, byName, problems));
            }
        }
        return rows;
    }

    private static boolean isSound(String line, int number, Set<String> ids, Problems problems, String[] columns) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns.length) {
            problems.add(number, "The row has " + cells.length + " cells instead of " + columns.length, "Put one tab between two cells.");
            return false;
        }
        for (int c = 0; c < cells.length; c++) {
            if (cells[c].isBlank()) {
                problems.add(number, columns[c] + " is empty", "Fill the cell.");
                return false;
            }
        }
        if (!ids.add(cells[0])) {
            problems.add(number, "The id \"" + cells[0] + "\" stands twice", "Give one of the two another id.");
            return false;
        }
        return true;
    }
}
