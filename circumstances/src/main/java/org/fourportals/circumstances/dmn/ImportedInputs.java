package org.fourportals.circumstances.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Written;
import org.fourportals.circumstances.dmn.FeelNode.Test;
import org.jspecify.annotations.Nullable;

/** The inputs of a model as questions, those too that only columns of tables speak of; and what every name stands for. */
final class ImportedInputs {

    private static final Set<String> WORDS = Set.of("true", "false", "null", "not", "and", "or", "if", "in", "date", "today", "some", "every");

    /** An input as the model declares it, or a column that speaks of a name that the model does not declare. */
    private record Source(String name, Node node, Declared declared) {}

    final Node root;
    final boolean own;
    final Map<String, Known> known = new HashMap<>();
    final Set<String> names = new LinkedHashSet<>();
    /** What decisions that are no tables say, by their names. */
    final Map<String, FeelNode> formulas = new LinkedHashMap<>();
    private final List<Problem> problems;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, List<Test>> seen = new HashMap<>();
    private final List<Question> questions = new ArrayList<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private String today = "";

    ImportedInputs(Node root, List<Problem> problems, List<String> notes) {
        this.root = root;
        this.problems = problems;
        own = root.attribute("exporter").equals(Optional.of(DmnXml.OWN_NAME));
        root.named("inputData", "decision").forEach(node -> names.add(node.attribute("name").orElse("")));
        for (Node input : root.all("inputData")) {
            trying(() -> declare(input));
        }
        if (!today.isEmpty()) {
            sources.remove(today);
            known.put(today, new Known.Today());
        }
        for (Node decision : root.all("decision")) {
            trying(() -> columns(decision));
        }
        for (Node decision : root.all("decision")) {
            trying(() -> formula(decision));
        }
        if (problems.isEmpty()) {
            ask(notes);
        }
    }

    /** Goes on with the next after what cannot be read, so that all problems are told at once. */
    void trying(Runnable part) {
        try {
            part.run();
        } catch (CannotRead cannot) {
            if (problems.stream().noneMatch(cannot.problem::equals)) {
                problems.add(cannot.problem);
            }
        }
    }

    private void declare(Node input) {
        String name = input.attribute("name").orElseThrow();
        Declared declared = Declared.of(input.one("variable").flatMap(variable -> variable.attribute("typeRef")).orElse(""), root, input.place);
        if (declared.base().equals("date") && name.matches(Names.TODAY + "_*")) {
            today = name;
        }
        sources.put(name, new Source(name, input, declared));
    }

    private void columns(Node decision) {
        Optional<Node> table = decision.one("decisionTable");
        if (table.isEmpty()) {
            return;
        }
        List<Node> columns = table.get().all("input");
        for (int i = 0; i < columns.size(); i++) {
            Node column = columns.get(i);
            Optional<Node> expression = column.one("inputExpression");
            Optional<String> name = expression.flatMap(Node::expression).map(text -> text.replaceAll("\\s+", " "));
            boolean speaks = name.isPresent() && (sources.containsKey(name.get()) || !names.contains(name.get()) && isName(name.get()));
            if (speaks) {
                Declared declared = Declared.of(expression.get().attribute("typeRef").orElse(""), root, column.place)
                        .allowing(Declared.allowed(column, "inputValues"));
                names.add(name.get());
                sources.merge(name.get(), new Source(name.get(), column, declared), ImportedInputs::more);
                seen.computeIfAbsent(name.get(), _ -> new ArrayList<>()).addAll(cells(table.get(), i));
            }
        }
    }

    private static boolean isName(String text) {
        return text.length() <= 200 && text.matches("[\\p{L}_][\\p{L}\\p{N}_ ]*") && !WORDS.contains(text);
    }

    private static Source more(Source one, Source other) {
        Declared better = one.declared.base().isEmpty() ? other.declared : one.declared.allowing(
                other.declared.base().equals(one.declared.base()) || other.declared.base().isEmpty() ? other.declared.allowed() : List.of());
        return new Source(one.name, one.node, better);
    }

    private List<Test> cells(Node table, int column) {
        List<Test> tests = new ArrayList<>();
        for (Node rule : table.all("rule")) {
            List<Node> cells = rule.all("inputEntry");
            if (column < cells.size()) {
                trying(() -> cells.get(column).expression().ifPresent(text -> tests.addAll(FeelParser.tests(text, names, cells.get(column).place))));
            }
        }
        return tests;
    }

    private void formula(Node decision) {
        Optional<Node> literal = decision.one("literalExpression");
        String name = decision.attribute("name").orElseThrow();
        if (literal.isEmpty() && decision.one("decisionTable").isEmpty()) {
            throw new CannotRead(Problem.Kind.SYNTAX, decision.place, "The decision " + decision.called() + " is neither a table nor an expression.",
                    "Draw it as a decision table.");
        }
        if (literal.isPresent() && !(own && name.matches(Names.OUTCOME + "_*"))) {
            Place place = literal.get().place;
            String text = literal.get().expression().orElseThrow(() -> new CannotRead(Problem.Kind.SYNTAX, place,
                    "The decision " + decision.called() + " is empty.", "Say what it is, or remove it."));
            FeelNode parsed = parsed(text, place);
            formulas.put(name, parsed);
            known.put(name, new Known.Formula(parsed));
        }
    }

    FeelNode parsed(String text, Place place) {
        String plain = text.replaceAll("\\s+", " ");
        FeelNode node = names.contains(plain) ? new FeelNode.Name(plain) : FeelParser.expression(text, names, place);
        return today.isEmpty() ? node : node.with(today, FeelNode.TODAY);
    }

    /** Makes the questions, in the model's order; a decision `if … then input else null` is the condition of asking. */
    private void ask(List<String> notes) {
        new Circles(formulas, root).check();
        Map<String, String> conditional = new HashMap<>();
        formulas.forEach((name, body) -> {
            if (body instanceof FeelNode.If(_, FeelNode.Name(String input), FeelNode.Nothing _) && sources.containsKey(input)) {
                conditional.putIfAbsent(input, name);
            }
        });
        sources.keySet().forEach(name -> known.put(name, new Known.Closed("“" + name + "” before it is asked")));
        conditional.values().forEach(name -> known.put(name, new Known.Closed("“" + name + "” before it is asked")));
        Set<String> ids = new HashSet<>();
        for (Source source : sources.values()) {
            trying(() -> ask(source, conditional.get(source.name), ids, notes));
        }
    }

    private void ask(Source source, @Nullable String condition, Set<String> ids, List<String> notes) {
        Optional<Node> extension = source.node.extension("question");
        String id = extension.flatMap(node -> node.attribute("id")).orElseGet(() -> id(source.name, ids));
        if (!ids.add(id)) {
            throw new CannotRead(Problem.Kind.DUPLICATE_ID, source.node.place, "Two inputs are the question “" + id + "”.", "Give one another name.");
        }
        Question question = source.declared.question(id, source.node.place, seen.getOrDefault(source.name, List.of()), extension, root, notes);
        words.put(id, source.node.attribute("label").orElse(source.name));
        Expr asked = Joined.ALWAYS;
        if (condition != null) {
            asked = Joined.readable(new Meaning(known, source.node.place).of(((FeelNode.If) formulas.get(condition)).when(), true), source.node.place);
            known.put(condition, new Known.Answered(question, asked));
            known.put(source.name, new Known.Unasked(source.name));
            question = DmnImport.asked(question, Written.of(asked, types()));
        } else {
            known.put(source.name, new Known.Answered(question, asked));
        }
        questions.add(question);
    }

    /** A name for conditions: as it is, or its words joined, or a number. */
    private static String id(String name, Set<String> taken) {
        StringBuilder id = new StringBuilder();
        for (String word : name.replaceAll("[^A-Za-z0-9_]+", " ").strip().split(" ")) {
            id.append(id.isEmpty() || word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        String wanted = name.matches("[A-Za-z][A-Za-z0-9_]{0,63}") ? name : id.toString().matches("[A-Za-z][A-Za-z0-9_]{0,60}")
                ? Character.toLowerCase(id.charAt(0)) + id.substring(1) : "question";
        String free = wanted;
        for (int i = 2; taken.contains(free); i++) {
            free = wanted + i;
        }
        return free;
    }

    /** Whether a decision only measures an answer, and so decides nothing. */
    boolean isMeasure(String name) {
        return new Comparisons(new Meaning(known, root.place)).look(new FeelNode.Name(name)).isPresent();
    }

    List<Question> questions() {
        return questions;
    }

    Map<String, String> words() {
        return words;
    }

    Map<String, Type> types() {
        Map<String, Type> types = new LinkedHashMap<>();
        questions.forEach(question -> types.put(question.id(), question.type()));
        return types;
    }
}
