package org.fourportals.circumstances;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.diagram.CircumstanceDiagram.End;
import org.fourportals.circumstances.diagram.Functions;
import org.fourportals.circumstances.diagram.Walk;
import org.jspecify.annotations.Nullable;

/** What must hold of an affair before anybody meets it. Each proof that fails leaves a problem with its counter-example. */
final class Proofs {

    private final Model model;
    private final Place home;
    private final Walk walk;
    private final List<Problem> problems = new ArrayList<>();

    private Proofs(Model model, Place home) {
        this.model = model;
        this.home = home;
        int[] nothingKnown = model.known(Facts.none(), Dates.REFERENCE);
        this.walk = new Walk(model.functions, nothingKnown);
    }

    static List<Problem> failing(Model model, Place home) {
        Proofs proofs = new Proofs(model, home);
        BigInteger possible = model.circumstances.count(End.ACCEPTED, End.REFUSED, End.NEITHER, End.BOTH,
                End.ACCEPTED_WITHOUT_REQUIREMENT);
        if (possible.signum() == 0) {
            proofs.problem(Problem.Kind.NO_CIRCUMSTANCE, home, "The exclusions rule out every circumstance.",
                    "Remove or narrow an exclusion.", null);
        } else {
            proofs.ends();
            proofs.questions();
            proofs.rules();
            proofs.problems.addAll(new ChecklistProofs(model).failing());
        }
        return proofs.problems;
    }

    private void ends() {
        end(End.NEITHER, Problem.Kind.NEITHER_ACCEPTED_NOR_REFUSED, "to neither a ground nor a refusal",
                "Add a ground or a refusal for it, or an exclusion if it cannot occur.");
        end(End.BOTH, Problem.Kind.BOTH_ACCEPTED_AND_REFUSED, "to a ground and a refusal at once",
                "Narrow the ground so that it leaves out what is refused.");
        end(End.ACCEPTED_WITHOUT_REQUIREMENT, Problem.Kind.ACCEPTED_WITHOUT_REQUIREMENT,
                "to a checklist without any requirement", "Add what is required there.");
    }

    private void end(End end, Problem.Kind kind, String where, String remedy) {
        int[] blocks = model.circumstances.example(end);
        if (blocks == null) {
            return;
        }
        Facts example = model.example(blocks);
        BigInteger count = model.circumstances.count(end);
        String met = end == End.NEITHER ? "" : " Met there: " + met(blocks) + ".";
        problem(kind, home, (count.equals(BigInteger.ONE) ? "1 circumstance leads " : count + " circumstances lead ")
                + where + "." + met, remedy, example);
    }

    /** The grounds and refusals that are met at these answers. */
    private String met(int[] blocks) {
        Walk there = new Walk(model.functions, raw(blocks));
        List<String> met = new ArrayList<>();
        for (Model.Compiled rule : model.compiled) {
            boolean shown = rule.section() == Section.GROUND || rule.section() == Section.REFUSAL;
            if (shown && there.values(rule.function()) == Walk.MAY_BE_YES) {
                met.add(Reading.title(rule.section(), rule.id()).toLowerCase(Locale.ROOT));
            }
        }
        return String.join(", ", met);
    }

    /** Functions look through questions that are not asked; any answer will do for those. */
    private int[] raw(int[] blocks) {
        int[] raw = blocks.clone();
        for (int q = 0; q < raw.length; q++) {
            raw[q] = raw[q] == model.formulas.blocks(q) ? 0 : raw[q];
        }
        return raw;
    }

    private void questions() {
        BitSet mattering = mattering();
        for (int q = 0; q < model.whens.length; q++) {
            Question question = model.rules.questions().get(q);
            String name = "Question " + Reading.quoted(question.id());
            if (!reachable(model.asked[q])) {
                problem(Problem.Kind.DEAD_QUESTION, question.place(), name
                        + " is never asked: no circumstance meets its condition.", "Correct its condition or remove it.", null);
                continue;
            }
            if (!mattering.get(q)) {
                problem(Problem.Kind.DEAD_QUESTION, question.place(), name + " changes nothing: whatever is answered, the"
                        + " outcome, the requirements and the form are the same, or the other answers already decide it.",
                        "Use it in a condition, or remove it.", null);
            }
            answers(q, question);
            if (mattering.get(q) && !model.rules.answersUsed().contains(question.id())) {
                problems.addAll(new InterchangeableAnswers(model, walk, q).found());
            }
        }
    }

    /** The questions of which two answers, all others staying, lead to different ends somewhere. */
    private BitSet mattering() {
        BitSet mattering = new BitSet();
        BitSet visited = new BitSet();
        for (Model.Compiled rule : model.compiled) {
            if (rule.section() != Section.EXCLUSION) {
                mattering(rule.function(), mattering, visited);
            }
        }
        for (int q = 0; q < model.used.length; q++) {
            mattering(model.used[q], mattering, visited);
            mattering.set(q, mattering.get(q) || reachable(model.used[q]));
        }
        return mattering;
    }

    private void mattering(int node, BitSet mattering, BitSet visited) {
        if (node <= Functions.IRRELEVANT || visited.get(node)) {
            return;
        }
        visited.set(node);
        int question = model.functions.questionOf(node);
        if (!mattering.get(question) && walk.matters(node)) {
            mattering.set(question);
        }
        for (int below : model.functions.nextOf(node)) {
            mattering(below, mattering, visited);
        }
    }

    private void answers(int q, Question question) {
        switch (question.kind()) {
            case YES_NO, CHOICE -> {
                for (int block = 0; block < model.formulas.blocks(q); block++) {
                    BitSet only = new BitSet();
                    only.set(block);
                    if (!givable(q, only)) {
                        model.partitions.get(q).members(block).forEach(answer -> unreachableAnswer(question, answer));
                    }
                }
            }
            case SEVERAL_OF -> {
                for (String answer : question.answers()) {
                    BitSet with = model.partitions.get(q).whereIfCompared(new Atom.Contains(question.id(), answer));
                    if (!with.isEmpty() && !givable(q, with)) {
                        unreachableAnswer(question, answer);
                    }
                }
            }
            case NUMBER, MONEY, DATE, REPEATED -> { }
        }
    }

    private boolean givable(int q, BitSet blocks) {
        return reachable(model.whereNotExcluded(model.formulas.literal(q, blocks)));
    }

    private void unreachableAnswer(Question question, String answer) {
        problem(Problem.Kind.UNREACHABLE, question.place(), "Answer " + Reading.quoted(answer) + " of question "
                + Reading.quoted(question.id()) + " can never be given: the exclusions rule it out wherever it is asked.",
                "Remove the answer, or narrow an exclusion.", null);
    }

    private void rules() {
        boolean accepts = model.circumstances.count(End.ACCEPTED, End.ACCEPTED_WITHOUT_REQUIREMENT).signum() > 0;
        for (Model.Compiled rule : model.compiled) {
            boolean matters = switch (rule.section()) {
                case EXCLUSION, GROUND, REFUSAL -> true;
                case REQUIREMENT, EVIDENCE, OTHER -> accepts;
            };
            if (!matters || !reachable(rule.function())) {
                problem(Problem.Kind.UNREACHABLE, rule.place(), Reading.title(rule.section(), rule.id())
                        + " is unreachable: " + where(rule.section()) + " meets its condition, “" + rule.condition() + "”.",
                        "Correct the condition or remove it.", null);
            }
        }
    }

    private static String where(Section section) {
        return switch (section) {
            case EXCLUSION -> "no combination of answers";
            case GROUND, REFUSAL -> "no circumstance";
            case EVIDENCE -> "no accepted circumstance in which it is wanted";
            case REQUIREMENT, OTHER -> "no accepted circumstance";
        };
    }

    private boolean reachable(int function) {
        return (walk.values(function) & Walk.MAY_BE_YES) != 0;
    }

    private void problem(Problem.Kind kind, Place place, String message, String remedy, @Nullable Facts example) {
        problems.add(model.problem(kind, place, message, remedy, example));
    }
}
