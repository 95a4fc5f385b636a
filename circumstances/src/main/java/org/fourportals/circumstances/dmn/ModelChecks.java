package org.fourportals.circumstances.dmn;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.condition.Wording;

/** Looks at a model as a whole before any expression is read: is it one, and is it made of what can be followed. */
final class ModelChecks {

    private static final Set<String> SPACES = Set.of("https://www.omg.org/spec/DMN/20191111/MODEL/",
            "https://www.omg.org/spec/DMN/20211108/MODEL/", "https://www.omg.org/spec/DMN/20230324/MODEL/");
    private static final Map<String, String> NOT_FOLLOWED = Map.of("import", "Copy what it imports into this model.",
            "businessKnowledgeModel", "Write its logic into the tables that call it.", "decisionService", "Remove it; the decisions themselves suffice.");

    private static final int MOST_NAMES = 2_000;

    private ModelChecks() {}

    static void check(Node root, List<Problem> problems) {
        if (!root.name.equals("definitions") || !SPACES.contains(root.space)) {
            boolean older = root.name.equals("definitions") && root.space.contains("omg.org/spec/DMN");
            problems.add(problem(Problem.Kind.SYNTAX, root, older ? "The model is of a version of DMN that is not read: " + Wording.brief(root.space)
                    : "The file is not a DMN model: it begins with <" + Wording.brief(root.name) + ">.", "Save it as DMN 1.3, 1.4 or 1.5."));
            return;
        }
        for (Node node : root.children) {
            String remedy = node.space.equals(root.space) ? NOT_FOLLOWED.get(node.name) : null;
            if (remedy != null) {
                problems.add(problem(Problem.Kind.SYNTAX, node, "The " + node.name + " " + node.called() + " is not followed.", remedy));
            }
        }
        root.attribute("expressionLanguage").filter(language -> !language.toLowerCase(Locale.ROOT).contains("feel")).ifPresent(language ->
                problems.add(problem(Problem.Kind.SYNTAX, root, "The model is written in " + Wording.brief(language) + ".", "Write its expressions in FEEL.")));
        long count = root.named("inputData", "decision").count();
        if (count > MOST_NAMES) {
            problems.add(problem(Problem.Kind.TOO_LARGE, root, "The model has " + count + " inputs and decisions: more than the " + MOST_NAMES
                    + " that are read.", "Split the model."));
            return;
        }
        Map<String, Node> names = new HashMap<>();
        root.named("inputData", "decision").forEach(node -> {
            if (node.attribute("name").isEmpty()) {
                problems.add(problem(Problem.Kind.SYNTAX, node, "There is a" + (node.name.equals("decision") ? " decision" : "n input") + " without a name.",
                        "Give it one; tables speak of it by its name."));
                return;
            }
            Node first = names.putIfAbsent(node.attribute("name").get(), node);
            if (first != null) {
                problems.add(problem(Problem.Kind.DUPLICATE_ID, node, "The name " + node.called() + " is given twice, first at line "
                        + first.place.line() + ".", "Give one another name."));
            }
        });
        Map<String, Node> types = new HashMap<>();
        root.all("itemDefinition").forEach(node -> {
            if (types.putIfAbsent(node.attribute("name").orElse(""), node) != null) {
                problems.add(problem(Problem.Kind.DUPLICATE_ID, node, "The type " + node.called() + " is defined twice.", "Give one another name."));
            }
        });
        if (root.all("decision").stream().noneMatch(node -> node.one("decisionTable").isPresent())) {
            problems.add(problem(Problem.Kind.SYNTAX, root, "The model has no decision table.", "Draw at least one."));
        }
    }

    static Problem problem(Problem.Kind kind, Node node, String message, String remedy) {
        return new Problem(kind, node.place, message, remedy, null);
    }
}
