package org.fourportals.circumstances.dmn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Wording;

/** The tables of a model as rules: those on which others depend are looked through, the rest become sections. */
final class ImportedTables {

    /** Where an output is given. */
    record Given(Expr when, Place place) {}

    private static final Map<Section, Set<String>> TITLES = new EnumMap<>(Map.of(
            Section.EXCLUSION, Set.of("exclusion", "exclusions", "impossible", "排除"), Section.GROUND, Set.of("ground", "grounds", "accepted", "受理"),
            Section.REFUSAL, Set.of("refusal", "refusals", "refused", "rejections", "不予受理"),
            Section.OTHER, Set.of("other", "others", "其他"), Section.REQUIREMENT, Set.of("requirement", "requirements", "checklist", "documents", "材料")));

    private static final int MOST_IN_A_ROW = 50;

    private final ImportedInputs inputs;
    private final Map<String, Node> tables = new LinkedHashMap<>();
    private final Map<String, List<ImportedRow>> rows = new LinkedHashMap<>();
    private final Set<String> looked = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Map<Section, Map<String, Given>> sections = new EnumMap<>(Section.class);
    private final List<String> notes = new ArrayList<>();
    private final Set<String> written = new LinkedHashSet<>();

    ImportedTables(ImportedInputs inputs, List<Problem> problems) {
        this.inputs = inputs;
        for (Node decision : inputs.root.all("decision")) {
            decision.one("decisionTable").ifPresent(table -> tables.put(decision.attribute("name").orElseThrow(), decision));
        }
        tables.keySet().forEach(name -> inputs.trying(() -> read(name)));
        if (problems.isEmpty()) {
            tables.forEach((name, decision) -> {
                if (!looked.contains(name)) {
                    inputs.trying(() -> add(name, decision));
                }
            });
            Set<String> needed = needed();
            inputs.formulas.keySet().forEach(name -> inputs.trying(() -> used(name, needed)));
            inputs.trying(this::outcome);
        }
    }

    /** The rules of a section by their ids. */
    Map<String, Given> section(Section section) {
        return sections.getOrDefault(section, Map.of());
    }

    /** Whether there is a table of that section, be it empty. */
    boolean has(Section section) {
        return sections.containsKey(section);
    }

    List<String> notes() {
        return notes;
    }

    Set<String> written() {
        return written;
    }

    private void read(String name) {
        if (rows.containsKey(name)) {
            return;
        }
        Node decision = tables.get(name);
        if (!open.add(name) || open.size() > MOST_IN_A_ROW) {
            throw new CannotRead(Problem.Kind.SYNTAX, decision.place, "The table " + decision.called() + " depends on itself, or on too many others in a row.",
                    "Break the circle.");
        }
        try {
            rows.put(name, rows(decision));
        } finally {
            open.remove(name);
        }
    }

    private List<ImportedRow> rows(Node decision) {
        TableReading reading = new TableReading(decision, inputs);
        reading.names().stream().filter(tables::containsKey).forEach(needed -> {
            looked.add(needed);
            read(needed);
            inputs.known.put(needed, result(needed));
        });
        List<ImportedRow> own = reading.rows();
        if (!collects(decision)) {
            UniqueRows.check(decision, own, inputs.questions());
        }
        return Stream.concat(own.stream(), reading.otherwise(own).stream()).toList();
    }

    private static boolean collects(Node decision) {
        return TableReading.collects(decision);
    }

    private Known result(String name) {
        List<ImportedRow> given = rows.getOrDefault(name, List.of());
        if (collects(tables.get(name))) {
            return new Known.Closed("the table “" + name + "”, which collects several values");
        }
        Map<FeelNode, List<Expr>> where = new LinkedHashMap<>();
        given.forEach(row -> row.outputs().forEach(output -> where.computeIfAbsent(output, _ -> new ArrayList<>()).add(Joined.and(row.tests()))));
        Map<FeelNode, Expr> result = new LinkedHashMap<>();
        where.forEach((output, rows) -> result.put(output, Joined.readable(Joined.or(rows), tables.get(name).place)));
        return new Known.Result(result);
    }

    private void add(String name, Node decision) {
        Section section = section(name, decision);
        Map<String, List<ImportedRow>> byOutput = new LinkedHashMap<>();
        for (ImportedRow row : rows.get(name)) {
            row.outputs().forEach(output -> byOutput.computeIfAbsent(id(output), _ -> new ArrayList<>()).add(row));
        }
        Map<String, Given> rules = sections.computeIfAbsent(section, _ -> new LinkedHashMap<>());
        byOutput.forEach((id, given) -> rules.merge(id, new Given(ImportedRow.when(given), given.getFirst().place()),
                (one, other) -> new Given(Joined.or(one.when, other.when), one.place)));
    }

    private static String id(FeelNode output) {
        return switch (output) {
            case FeelNode.Text(String text) -> text;
            case FeelNode.Num(BigDecimal number) -> number.toPlainString();
            case FeelNode.Bool(boolean value) -> String.valueOf(value);
            default -> ((FeelNode.Day) output).value().toString();
        };
    }

    private Section section(String name, Node decision) {
        for (Map.Entry<Section, String> own : Names.TABLES.entrySet()) {
            if (inputs.own && name.matches(own.getValue() + "_*")) {
                return own.getKey();
            }
        }
        Node table = decision.one("decisionTable").orElseThrow();
        List<Optional<String>> titles = List.of(Optional.of(name), decision.attribute("label"), table.attribute("outputLabel"),
                table.one("output").flatMap(output -> output.attribute("name")), table.one("output").flatMap(output -> output.attribute("label")));
        for (Optional<String> title : titles) {
            String said = title.orElse("").toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
            for (Map.Entry<Section, Set<String>> one : TITLES.entrySet()) {
                if (one.getValue().contains(said)) {
                    return one.getKey();
                }
            }
        }
        notes.add(decision.place + ": The table " + decision.called() + " is read as requirements; name it exclusions, grounds, refusals, requirements or others to say which it is.");
        return Section.REQUIREMENT;
    }

    /** All names at which tables, or the conditions of asking, look. */
    private Set<String> needed() {
        Set<String> needed = tables.values().stream().flatMap(decision -> new TableReading(decision, inputs).names().stream())
                .collect(Collectors.toCollection(HashSet::new));
        inputs.formulas.forEach((other, said) -> {
            if (inputs.known.get(other) instanceof Known.Answered) {
                needed.addAll(said.names());
            }
        });
        return needed;
    }

    /** An expression on which no table depends would be lost. */
    private void used(String name, Set<String> needed) {
        FeelNode body = inputs.formulas.get(name);
        if (inputs.own && name.matches(Names.WRITTEN + "_*") && body instanceof FeelNode.Values(List<FeelNode> values)) {
            for (FeelNode value : values) {
                if (value instanceof FeelNode.Name(String answer) && inputs.known.get(answer) instanceof Known.Answered answered) {
                    written.add(answered.question().id());
                }
            }
            return;
        }
        boolean condition = inputs.known.get(name) instanceof Known.Answered;
        if (!condition && !needed.contains(name) && !inputs.isMeasure(name)) {
            Node decision = inputs.root.all("decision").stream().filter(node -> node.attribute("name").equals(Optional.of(name))).findFirst().orElseThrow();
            throw new CannotRead(Problem.Kind.SYNTAX, decision.place, "No table looks at the decision " + decision.called() + "; what it says would be lost.",
                    "Remove it, or draw it as a table.");
        }
    }

    /** The outcome of our own exports says nothing that the sections do not; one that was changed does. */
    private void outcome() {
        Map<Section, String> named = new EnumMap<>(Section.class);
        for (String name : tables.keySet()) {
            Names.TABLES.forEach((section, own) -> {
                if (section != Section.OTHER && name.matches(own + "_*")) {
                    named.put(section, name);
                }
            });
        }
        for (Node decision : inputs.root.all("decision")) {
            String name = decision.attribute("name").orElse("");
            Optional<String> text = decision.one("literalExpression").flatMap(Node::expression);
            if (inputs.own && name.matches(Names.OUTCOME + "_*") && text.isPresent() && !text.get().equals(Assembly.outcome(named))) {
                throw new CannotRead(Problem.Kind.SYNTAX, decision.place, "The decision " + Wording.brief(decision.called())
                        + " was changed by hand.", "Change the tables instead, and leave it as it was exported.");
            }
        }
    }
}
