package org.fourportals.circumstances;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.fourportals.circumstances.diagram.CircumstanceDiagram;
import org.fourportals.circumstances.diagram.Formulas;
import org.fourportals.circumstances.diagram.Walk;

/** Leads an interview: finds out where it stands, and which question to ask next. */
final class Interview {

    private final Model model;
    private final CircumstanceDiagram courses;
    private final int[] refusals;
    private final int[] all;

    Interview(Model model) {
        this.model = model;
        this.courses = new CircumstanceDiagram(model.formulas, model.whens, model.weights(),
                new CircumstanceDiagram.Outcome(Formulas.FALSE, Formulas.FALSE, Formulas.FALSE, Formulas.FALSE));
        this.refusals = distinct(rule -> rule.section() == Section.REFUSAL);
        this.all = distinct(rule -> rule.section() != Section.EXCLUSION);
    }

    /** The functions of these rules, each once, those that look at an early question first. */
    private int[] distinct(Predicate<Model.Compiled> wanted) {
        return model.compiled.stream().filter(wanted).map(Model.Compiled::function).distinct()
                .sorted(Comparator.comparing(model.functions::questionOf)).mapToInt(Integer::intValue).toArray();
    }

    Standing standing(Facts facts, LocalDate today) {
        int[] known = model.known(facts, today);
        Walk walk = new Walk(model.functions, known);
        if ((walk.values(model.excluded) & Walk.MAY_BE_NO) == 0) {
            return new Standing.Impossible(exclusion(walk));
        }
        List<String> refusals = certain(Section.REFUSAL, walk);
        if (!refusals.isEmpty()) {
            return new Standing.Refused(refusals);
        }
        int next = next(walk, known);
        if (next < 0) {
            return new Standing.Listed(certain(Section.GROUND, walk), certain(Section.REQUIREMENT, walk));
        }
        return new Standing.Asking(model.rules.questions().get(next), further(next, walk, known));
    }

    /** The question to ask next where these blocks are known; -1 if the end is certain. */
    int next(int[] known) {
        Walk walk = new Walk(model.functions, known);
        boolean ended = (walk.values(model.excluded) & Walk.MAY_BE_NO) == 0 || !certain(Section.REFUSAL, walk).isEmpty();
        return ended ? -1 : next(walk, known);
    }

    /** How many circumstances agree with the known blocks, answers alike to those known counting once. */
    BigInteger circumstances(int[] known) {
        return model.circumstances.remaining(known);
    }

    private List<String> certain(Section section, Walk walk) {
        List<String> ids = new ArrayList<>();
        for (Model.Compiled rule : model.section(section)) {
            if (walk.values(rule.function()) == Walk.MAY_BE_YES) {
                ids.add(rule.id());
            }
        }
        return ids;
    }

    /** The exclusion that is met; where only several together leave nothing over, the first that may be met. */
    private String exclusion(Walk walk) {
        String possible = "";
        for (Model.Compiled rule : model.section(Section.EXCLUSION)) {
            int values = walk.values(rule.function());
            if (values == Walk.MAY_BE_YES) {
                return rule.id();
            }
            possible = possible.isEmpty() && values != Walk.MAY_BE_NO ? rule.id() : possible;
        }
        return possible;
    }

    private int next(Walk walk, int[] known) {
        int next = Integer.MAX_VALUE;
        boolean refused = walk.values(model.refused) == Walk.MAY_BE_YES;
        for (int function : refused ? refusals : all) {
            if (model.functions.questionOf(function) >= next) {
                break; // this and those after it look at later questions only
            }
            int needed = walk.firstNeeded(function);
            next = needed < 0 ? next : Math.min(next, needed);
        }
        for (int q = 0; q < model.used.length && !refused; q++) {
            boolean due = known[q] < 0 && walk.values(model.used[q]) == Walk.MAY_BE_YES;
            int needed = due ? q : walk.firstNeeded(model.used[q]);
            next = needed < 0 ? next : Math.min(next, needed);
        }
        return next == Integer.MAX_VALUE ? -1 : applying(next, walk);
    }

    /** Where it is not certain yet whether the question is asked, the earlier one that tells. */
    private int applying(int question, Walk walk) {
        int next = question;
        while (walk.values(model.asked[next]) != Walk.MAY_BE_YES) {
            int gate = gate(next, walk);
            if (gate < 0 || gate >= next) {
                throw new IllegalStateException("question " + next + " is needed but not asked");
            }
            next = gate;
        }
        return next;
    }

    /** The first that can tell; where exclusions let later answers tell too, the first that is looked at all the same. */
    private int gate(int question, Walk walk) {
        int gate = walk.firstNeeded(model.asked[question]);
        if (gate >= 0 && gate < question) {
            return gate;
        }
        BitSet questions = new BitSet();
        walk.unknown(model.asked[question], new BitSet(), questions);
        return questions.nextSetBit(0);
    }

    private int further(int next, Walk walk, int[] known) {
        BitSet questions = new BitSet();
        BitSet visited = new BitSet();
        questions.set(next);
        for (int function : all) {
            walk.unknown(function, visited, questions);
        }
        for (int q = 0; q < model.used.length; q++) {
            walk.unknown(model.used[q], visited, questions);
            if (known[q] < 0 && (walk.values(model.used[q]) & Walk.MAY_BE_YES) != 0) {
                questions.set(q);
            }
            if (questions.get(q)) {
                walk.unknown(model.asked[q], visited, questions);
            }
        }
        return Math.max(0, courses.longest(known, questions) - 1);
    }
}
