package org.fourportals.circumstances.dmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.condition.Place;

/** A row of a table: what each column must meet, and what the row gives. */
record ImportedRow(List<Expr> tests, List<FeelNode> outputs, Place place) {

    ImportedRow {
        tests = List.copyOf(tests);
        outputs = List.copyOf(outputs);
    }

    /** Where one of the rows is met, as one condition that says each column's test as seldom as can be. */
    static Expr when(List<ImportedRow> rows) {
        int width = rows.stream().mapToInt(row -> row.tests.size()).max().orElse(0);
        return when(rows.stream().map(ImportedRow::tests).distinct().toList(), width - 1);
    }

    /** Rows by what they want of the last columns; those that want the same are joined in the first. */
    private static Expr when(List<List<Expr>> rows, int column) {
        if (rows.stream().anyMatch(row -> row.stream().limit(column + 1L).allMatch(Joined.ALWAYS::equals))) {
            return Joined.ALWAYS;
        }
        Map<Expr, List<List<Expr>>> byTest = new LinkedHashMap<>();
        rows.forEach(row -> byTest.computeIfAbsent(column < row.size() ? row.get(column) : Joined.ALWAYS, _ -> new ArrayList<>()).add(row));
        Map<Expr, List<Expr>> byRest = new LinkedHashMap<>();
        byTest.forEach((test, same) -> byRest.computeIfAbsent(column == 0 ? Joined.ALWAYS : when(same, column - 1), _ -> new ArrayList<>()).add(test));
        return Joined.or(byRest.entrySet().stream().map(rest -> Joined.and(rest.getKey(), Joined.or(rest.getValue()))).toList());
    }
}
