package org.fourportals.circumstances;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourportals.circumstances.diagram.CircumstanceDiagram;
import org.fourportals.circumstances.diagram.CircumstanceDiagram.End;
import org.fourportals.circumstances.diagram.Formulas;

/** What must hold of the checklists: whatever is required can be satisfied, and no document is asked for twice. */
final class ChecklistProofs {

    private final Model model;
    private final Map<String, Integer> required = new HashMap<>();
    private final Map<String, Integer> evidence = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    ChecklistProofs(Model model) {
        this.model = model;
        model.section(Section.REQUIREMENT).forEach(rule -> required.put(rule.id(), rule.formula()));
        model.section(Section.EVIDENCE).forEach(rule -> evidence.put(rule.id(), rule.formula()));
    }

    List<Problem> failing() {
        model.rules.requirements().forEach(this::evidence);
        Map<String, List<Requirement>> documents = new LinkedHashMap<>();
        for (Requirement requirement : model.rules.requirements()) {
            if (requirement.document() != null) {
                documents.computeIfAbsent(requirement.document(), _ -> new ArrayList<>()).add(requirement);
            }
        }
        for (List<Requirement> same : documents.values()) {
            for (int i = 0; i < same.size(); i++) {
                for (int j = i + 1; j < same.size(); j++) {
                    twice(same.get(i), same.get(j));
                }
            }
        }
        return problems;
    }

    private void evidence(Requirement requirement) {
        String name = Reading.title(Section.REQUIREMENT, requirement.id());
        int wanted = required.get(requirement.id());
        if (!requirement.evidenced()) {
            int[] blocks = model.accepted(wanted).example(End.ACCEPTED);
            problems.add(model.problem(Problem.Kind.NO_EVIDENCE, requirement.place(),
                    name + " has no evidence: nothing can satisfy it.",
                    "Say what satisfies it: a pool record, wallet, upload, declaration or original.",
                    blocks == null ? null : model.example(blocks)));
            return;
        }
        int[] open = requirement.evidence().stream()
                .mapToInt(way -> evidence.getOrDefault(way.id(), Formulas.TRUE)).toArray();
        int without = model.formulas.and(wanted, model.formulas.not(model.formulas.or(open)));
        failsWhere(without, Problem.Kind.NO_EVIDENCE, requirement, name + " has no evidence in ",
                "None of the conditions of its evidence is met there.",
                "Widen the condition of one evidence, or add one that is always open, such as an upload.");
    }

    private void twice(Requirement one, Requirement other) {
        failsWhere(model.formulas.and(required.get(one.id()), required.get(other.id())), Problem.Kind.DOCUMENT_TWICE, other,
                "Requirements " + Reading.quoted(one.id()) + " and " + Reading.quoted(other.id()) + " ask twice in ",
                "Both ask for the document " + Reading.quoted(String.valueOf(other.document())) + ".",
                "Make them one requirement, or let their conditions exclude each other.");
    }

    /** A problem if the formula is met in some accepted circumstance. */
    private void failsWhere(int formula, Problem.Kind kind, Requirement at, String message, String why, String remedy) {
        if (formula == Formulas.FALSE) {
            return;
        }
        CircumstanceDiagram diagram = model.accepted(formula);
        int[] blocks = diagram.example(End.ACCEPTED);
        if (blocks != null) {
            BigInteger count = diagram.count(End.ACCEPTED);
            problems.add(model.problem(kind, at.place(), message + count + (count.equals(BigInteger.ONE)
                    ? " circumstance" : " circumstances") + ". " + why, remedy, model.example(blocks)));
        }
    }
}
