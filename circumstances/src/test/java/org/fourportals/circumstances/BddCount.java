package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Vocabulary;
import org.fourportals.circumstances.diagram.CircumstanceDiagram.End;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import org.logicng.knowledgecompilation.bdds.BDDFactory;
import org.logicng.knowledgecompilation.bdds.jbuddy.BDDKernel;

/**
 * An affair's circumstances counted by another library's binary decision diagrams: a variable for each answer to each
 * question and one for its not being asked, of which exactly one is true.
 */
final class BddCount {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final AffairRules rules;
    private final Map<String, List<Answer>> answers = new LinkedHashMap<>();
    private final Vocabulary vocabulary;
    private final FormulaFactory f = new FormulaFactory();
    private final BDDKernel kernel;
    private final Formula possible;
    private final Formula ground;
    private final Formula refused;
    private final Formula required;

    /** With the answers to each question, one of each class of numbers, in the questions' order. */
    BddCount(AffairRules rules, List<List<Answer>> domains) {
        this.rules = rules;
        Map<String, Type> types = new LinkedHashMap<>();
        List<Variable> order = new ArrayList<>();
        for (int q = 0; q < domains.size(); q++) {
            String id = rules.questions().get(q).id();
            answers.put(id, domains.get(q));
            types.put(id, rules.questions().get(q).type());
            for (int a = -1; a < domains.get(q).size(); a++) {
                order.add(variable(id, a));
            }
        }
        vocabulary = Vocabulary.ofQuestions(types);
        kernel = new BDDKernel(f, order, 50_000, 50_000);
        ground = any(rules.grounds());
        refused = any(rules.refusals());
        required = any(rules.requirements().stream().map(one -> new Rule(one.id(), one.when(), one.place())).toList());
        possible = f.and(f.and(rules.questions().stream().map(this::answered).toList()), f.not(any(rules.exclusions())));
    }

    private Variable variable(String question, int answer) {
        return f.variable(question + "_" + (answer < 0 ? "not_asked" : answer));
    }

    /** Exactly one answer where the question is asked, none elsewhere. */
    private Formula answered(Question question) {
        List<Formula> parts = new ArrayList<>();
        List<Formula> any = new ArrayList<>();
        int count = answers.get(question.id()).size();
        for (int a = -1; a < count; a++) {
            any.add(variable(question.id(), a));
            for (int b = a + 1; b < count; b++) {
                parts.add(f.or(f.not(variable(question.id(), a)), f.not(variable(question.id(), b))));
            }
        }
        parts.add(f.or(any));
        Formula asked = question.when() == null ? f.verum() : formula(question.when());
        parts.add(f.equivalence(f.not(variable(question.id(), -1)), asked));
        return f.and(parts);
    }

    private Formula any(List<Rule> section) {
        return f.or(section.stream().map(rule -> formula(rule.when())).toList());
    }

    private Formula formula(String when) {
        return formula(Condition.parse(when, vocabulary, new Place("bdd.yaml", 1)).orThrow().expr());
    }

    private Formula formula(Expr expr) {
        return switch (expr) {
            case Expr.Always(boolean met) -> f.constant(met);
            case Expr.And(List<Expr> parts) -> f.and(parts.stream().map(this::formula).toList());
            case Expr.Or(List<Expr> parts) -> f.or(parts.stream().map(this::formula).toList());
            case Expr.Not(Expr part) -> f.not(formula(part));
            case Expr.Sum sum -> sum(sum, List.copyOf(sum.coefficients().keySet()), 0, BigDecimal.ZERO);
            case Atom atom -> {
                List<Formula> met = new ArrayList<>();
                List<Answer> possible = answers.get(atom.name());
                for (int a = 0; a < possible.size(); a++) {
                    if (Boolean.TRUE.equals(atom.holds(possible.get(a), TODAY))) {
                        met.add(variable(atom.name(), a));
                    }
                }
                yield f.or(met);
            }
        };
    }

    private Formula sum(Expr.Sum sum, List<String> names, int at, BigDecimal soFar) {
        if (at == names.size()) {
            return f.constant(sum.contains(soFar));
        }
        List<Formula> each = new ArrayList<>();
        List<Answer> possible = answers.get(names.get(at));
        for (int a = 0; a < possible.size(); a++) {
            BigDecimal value = ((Answer.Number) possible.get(a)).value().multiply(sum.coefficients().get(names.get(at)));
            each.add(f.and(variable(names.get(at), a), sum(sum, names, at + 1, soFar.add(value))));
        }
        return f.or(each);
    }

    /** How many circumstances end so; of excluded ones it does not tell. */
    BigInteger count(End end) {
        Formula ends = switch (end) {
            case EXCLUDED -> throw new IllegalArgumentException();
            case REFUSED -> f.and(refused, f.not(ground));
            case BOTH -> f.and(refused, ground);
            case NEITHER -> f.and(f.not(refused), f.not(ground));
            case ACCEPTED -> f.and(f.not(refused), ground, required);
            case ACCEPTED_WITHOUT_REQUIREMENT -> f.and(f.not(refused), ground, f.not(required));
        };
        return BDDFactory.build(f.and(possible, ends), kernel).modelCount();
    }

    /** How many circumstances there are. */
    BigInteger circumstances() {
        return BDDFactory.build(possible, kernel).modelCount();
    }

    /** In how many circumstances that may be accepted a requirement is required. */
    BigInteger requiring(String requirement) {
        String when = rules.requirements().stream().filter(one -> one.id().equals(requirement)).findFirst().orElseThrow().when();
        return BDDFactory.build(f.and(possible, f.not(refused), ground, formula(when)), kernel).modelCount();
    }
}
