package org.fourportals.circumstances;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.diagram.Functions;
import org.fourportals.circumstances.diagram.Walk;

/**
 * Finds declared answers of one question that might as well be one: they can be given in the same circumstances, and
 * wherever both can, the outcome, the requirements, the form and the later questions are the same. Such answers would
 * inflate the number of circumstances, and ask people to tell apart what nobody needs told apart.
 */
final class InterchangeableAnswers {

    private final Model model;
    private final Walk walk;
    private final int q;
    private final Question question;
    private final List<int[]> nexts = new ArrayList<>();
    private final int impossible;
    private final List<Problem> problems = new ArrayList<>();

    InterchangeableAnswers(Model model, Walk walk, int q) {
        this.model = model;
        this.walk = walk;
        this.q = q;
        this.question = model.rules.questions().get(q);
        this.impossible = model.impossibleWith(q);
        BitSet visited = new BitSet();
        for (Model.Compiled rule : model.compiled) {
            if (rule.section() != Section.EXCLUSION) {
                collect(rule.function(), visited);
            }
        }
        for (int later = q + 1; later < model.asked.length; later++) {
            collect(model.asked[later], visited);
        }
    }

    /** The branchings over the question. */
    private void collect(int node, BitSet visited) {
        if (node <= Functions.IRRELEVANT || visited.get(node) || model.functions.questionOf(node) > q) {
            return;
        }
        visited.set(node);
        if (model.functions.questionOf(node) == q) {
            nexts.add(model.functions.nextOf(node));
            return;
        }
        for (int below : model.functions.nextOf(node)) {
            collect(below, visited);
        }
    }

    List<Problem> found() {
        switch (question.kind()) {
            case CHOICE -> choice();
            case SEVERAL_OF -> severalOf();
            case YES_NO, NUMBER, MONEY, DATE, REPEATED -> { } // a dead question, or classes that conditions make
        }
        return problems;
    }

    private void choice() {
        List<String> answers = question.answers();
        for (int j = 1; j < answers.size(); j++) {
            for (int i = 0; i < j; i++) {
                int one = block(Answer.of(answers.get(i)));
                int other = block(Answer.of(answers.get(j)));
                if (together(one, other) && alike(one, other)) {
                    problem("Answers " + Reading.quoted(answers.get(i)) + " and " + Reading.quoted(answers.get(j))
                            + " of question " + Reading.quoted(question.id()) + " can never be told apart: the outcome, the"
                            + " requirements, the form and the later questions are the same, whatever else is answered.",
                            "Make them one answer, or let a condition tell them apart.");
                    break;
                }
            }
        }
    }

    private void severalOf() {
        for (String answer : question.answers()) {
            boolean met = false;
            boolean alike = true;
            List<String> rest = question.answers().stream().filter(other -> !other.equals(answer)).toList();
            for (int subset = 0; subset < 1 << rest.size() && alike; subset++) {
                TreeSet<String> chosen = new TreeSet<>();
                for (int i = 0; i < rest.size(); i++) {
                    if ((subset >> i & 1) == 1) {
                        chosen.add(rest.get(i));
                    }
                }
                int without = block(new Answer.Several(chosen));
                chosen.add(answer);
                int with = block(new Answer.Several(chosen));
                alike = alike(without, with);
                met |= alike && !met && together(without, with);
            }
            if (alike && met) {
                problem("Answer " + Reading.quoted(answer) + " of question " + Reading.quoted(question.id())
                        + " can never be told apart from its absence: chosen or not, the outcome, the requirements, the"
                        + " form and the later questions are the same.", "Remove it, or use it in a condition.");
            }
        }
    }

    private int block(Answer answer) {
        return model.partitions.get(q).block(answer, Dates.REFERENCE);
    }

    private boolean alike(int one, int other) {
        return one == other || nexts.stream().noneMatch(next -> walk.conflict(next[one], next[other]));
    }

    /** Whether both answers are possible, the question being asked, while all others stay. */
    private boolean together(int one, int other) {
        return together(impossible, impossible, one, other, new HashSet<>());
    }

    private boolean together(int node, int twin, int one, int other, Set<Long> failed) {
        if (node == Functions.YES || twin == Functions.YES) {
            return false;
        }
        if (node == Functions.NO && twin == Functions.NO) {
            return true;
        }
        long pair = (long) node << 32 | twin;
        if (failed.contains(pair)) {
            return false;
        }
        int at = Math.min(model.functions.questionOf(node), model.functions.questionOf(twin));
        for (int block = 0; block < model.formulas.blocks(at); block++) {
            if (together(below(node, at, at == q ? one : block), below(twin, at, at == q ? other : block), one, other, failed)) {
                return true;
            }
        }
        failed.add(pair);
        return false;
    }

    private int below(int node, int at, int block) {
        return model.functions.questionOf(node) == at ? model.functions.nextOf(node)[block] : node;
    }

    private void problem(String message, String remedy) {
        problems.add(new Problem(Problem.Kind.INTERCHANGEABLE_ANSWERS, question.place(), message, remedy, null));
    }
}
