package org.fourportals.circumstances.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.dmn.FeelNode.Test;

/** One decision table, read row by row. */
final class TableReading {

    private static final int MOST_ROWS = 20_000;

    private final Node decision;
    private final Node table;
    private final ImportedInputs inputs;
    private final List<FeelNode> columns = new ArrayList<>();

    /** Reads its head. Throws {@link CannotRead} for a hit policy, an output or a column that cannot be followed. */
    TableReading(Node decision, ImportedInputs inputs) {
        this.decision = decision;
        this.inputs = inputs;
        table = decision.one("decisionTable").orElseThrow();
        String policy = table.attribute("hitPolicy").orElse("UNIQUE");
        if (!policy.equals("UNIQUE") && !policy.equals("COLLECT")) {
            throw cannot(table, "The hit policy " + policy + " of " + decision.called() + " is not followed.", "Use COLLECT or UNIQUE.");
        }
        if (table.attribute("aggregation").isPresent()) {
            throw cannot(table, decision.called() + " reckons with what it collects.", "Collect the outputs themselves, without an aggregation.");
        }
        if (table.all("output").size() != 1) {
            throw cannot(table, decision.called() + " has " + table.all("output").size() + " outputs.", "Draw a table for each output.");
        }
        for (Node column : table.all("input")) {
            Node expression = column.one("inputExpression").orElse(column);
            columns.add(inputs.parsed(expression.expression().orElseThrow(() ->
                    cannot(column, "A column of " + decision.called() + " does not say what it looks at.", "Name an input or a decision in it.")), expression.place));
        }
    }

    static boolean collects(Node decision) {
        return decision.one("decisionTable").flatMap(table -> table.attribute("hitPolicy")).orElse("UNIQUE").equals("COLLECT");
    }

    /** All names at which it looks, directly or through expressions. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        List<String> waiting = new ArrayList<>();
        columns.forEach(column -> waiting.addAll(column.names()));
        while (!waiting.isEmpty()) {
            String name = waiting.removeLast();
            if (names.add(name) && inputs.formulas.containsKey(name)) {
                waiting.addAll(inputs.formulas.get(name).names());
            }
        }
        return names;
    }

    List<ImportedRow> rows() {
        List<Node> rules = table.all("rule");
        if (rules.size() > MOST_ROWS) {
            throw new CannotRead(Problem.Kind.TOO_LARGE, rules.get(MOST_ROWS).place, decision.called() + " has " + rules.size()
                    + " rows: more than the " + MOST_ROWS + " that are read.", "Split the table.");
        }
        List<ImportedRow> rows = new ArrayList<>();
        Map<String, Expr> done = new HashMap<>();
        for (Node rule : rules) {
            inputs.trying(() -> rows.add(row(rule, done)));
        }
        return rows;
    }

    /** What is given where none of the rows is met. */
    Optional<ImportedRow> otherwise(List<ImportedRow> rows) {
        List<Expr> any = rows.stream().map(row -> Joined.and(row.tests())).toList();
        return table.one("output").flatMap(output -> output.one("defaultOutputEntry"))
                .map(entry -> new ImportedRow(List.of(Joined.not(Joined.or(any))), outputs(entry), entry.place));
    }

    private ImportedRow row(Node rule, Map<String, Expr> done) {
        List<Node> cells = rule.all("inputEntry");
        List<Node> outputs = rule.all("outputEntry");
        if (cells.size() != columns.size() || outputs.size() != 1) {
            throw cannot(rule, "A row of " + decision.called() + " has " + cells.size() + " tests and " + outputs.size() + " outputs; the table has "
                    + columns.size() + " and 1.", "Give every column of the row a cell; - stands for anything.");
        }
        List<Expr> tests = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            Node cell = cells.get(i);
            String text = cell.expression().orElse("-");
            tests.add(done.computeIfAbsent(i + " " + text, _ -> test(columns.get(column), text, cell)));
        }
        return new ImportedRow(tests, outputs(outputs.getFirst()), rule.place);
    }

    private Expr test(FeelNode column, String text, Node cell) {
        List<Test> tests = FeelParser.tests(text, inputs.names, cell.place);
        Meaning meaning = new Meaning(inputs.known, cell.place);
        return Joined.or(tests.stream().map(test -> meaning.test(column, test, true)).toList());
    }

    private List<FeelNode> outputs(Node entry) {
        Optional<String> text = entry.expression();
        if (text.isEmpty() || text.get().equals("-")) {
            return List.of();
        }
        FeelNode output = FeelParser.expression(text.get(), inputs.names, entry.place);
        List<FeelNode> each = output instanceof FeelNode.Values(List<FeelNode> several) ? several : output instanceof FeelNode.Nothing ? List.of() : List.of(output);
        if (!each.stream().allMatch(one -> Comparisons.isLiteral(one) && !one.equals(FeelNode.TODAY))) {
            throw cannot(entry, "An output of " + decision.called() + " is reckoned, not written.", "Write a text in double quotes, or a number.");
        }
        if (each.size() > 1 && !collects(decision)) {
            throw cannot(entry, "An output of " + decision.called() + " is a list.", "Use the hit policy COLLECT and one output a row.");
        }
        return each;
    }

    private static CannotRead cannot(Node at, String message, String remedy) {
        return new CannotRead(Problem.Kind.SYNTAX, at.place, message, remedy);
    }
}
