package org.fourportals.circumstances;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.diagram.CircumstanceDiagram;
import org.fourportals.circumstances.diagram.CircumstanceDiagram.End;
import org.fourportals.circumstances.diagram.Formulas;
import org.fourportals.circumstances.diagram.Functions;
import org.fourportals.circumstances.diagram.TooLarge;
import org.jspecify.annotations.Nullable;

/**
 * An affair in numbers: its questions as blocks of answers, its conditions as formulas and functions, its circumstances
 * as a diagram. Proofs and interviews are read off it.
 */
final class Model {

    /** A rule with its formula and, as a function of the answers, what it comes to in the circumstances where it matters. */
    record Compiled(Section section, String id, Place place, Condition condition, int formula, int function) {}

    private static final int FUNCTION_LIMIT = 50_000;

    final AffairRules rules;
    final List<Condition> whenConditions;
    final List<Partition> partitions = new ArrayList<>();
    final Map<String, Integer> positions = new HashMap<>();
    final Translation translation;
    final Formulas formulas;
    final int[] whens;
    final Functions functions;
    final List<Compiled> compiled = new ArrayList<>();
    final CircumstanceDiagram circumstances;
    /** For each question, whether it is asked. */
    final int[] asked;
    /** For each question whose answer itself is used, whether it is asked in an accepted circumstance; else never. */
    final int[] used;
    /** Whether the answers are excluded. */
    final int excluded;
    /** Whether any refusal is met. */
    final int refused;

    /** For each evidence, the requirement that it satisfies. */
    final Map<String, String> owners = new HashMap<>();

    private final Map<Section, List<Compiled>> bySection;
    private final int ground;
    private final List<Integer> exclusionFormulas = new ArrayList<>();
    private final List<Integer> refusalFormulas = new ArrayList<>();

    Model(AffairRules rules, Reading reading) {
        this.rules = rules;
        this.whenConditions = List.copyOf(reading.whens());
        for (int q = 0; q < rules.questions().size(); q++) {
            positions.put(rules.questions().get(q).id(), q);
        }
        partition(reading);
        translation = new Translation(positions, partitions);
        formulas = translation.formulas();
        whens = whenConditions.stream().mapToInt(condition -> translation.formula(condition.expr())).toArray();
        functions = new Functions(formulas, whens, FUNCTION_LIMIT);
        Map<Section, List<Integer>> sections = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            sections.put(section, new ArrayList<>());
        }
        List<Integer> all = new ArrayList<>();
        Map<String, Integer> required = new HashMap<>();
        rules.requirements().forEach(r -> r.evidence().forEach(way -> owners.put(way.id(), r.id())));
        for (Reading.Read read : reading.read()) {
            int formula = translation.formula(read.condition().expr());
            if (read.section() == Section.EVIDENCE) {
                formula = formulas.and(formula, required.get(owners.get(read.id())));
            } else if (read.section() == Section.REQUIREMENT) {
                required.put(read.id(), formula);
            }
            sections.get(read.section()).add(formula);
            all.add(formula);
        }
        exclusionFormulas.addAll(sections.get(Section.EXCLUSION));
        refusalFormulas.addAll(sections.get(Section.REFUSAL));
        ground = any(sections.get(Section.GROUND));
        circumstances = accepted(any(sections.get(Section.REQUIREMENT)));
        for (int i = 0; i < all.size(); i++) {
            Reading.Read read = reading.read().get(i);
            int function = function(read.section(), all.get(i));
            compiled.add(new Compiled(read.section(), read.id(), read.place(), read.condition(), all.get(i), function));
        }
        bySection = compiled.stream().collect(Collectors.groupingBy(Compiled::section));
        excluded = functions.build(any(exclusionFormulas), Formulas.FALSE);
        refused = whereNotExcluded(any(refusalFormulas));
        asked = new int[whens.length];
        used = new int[whens.length];
        for (int q = 0; q < whens.length; q++) {
            asked[q] = whereNotExcluded(whens[q]);
            used[q] = rules.answersUsed().contains(rules.questions().get(q).id())
                    ? whereAccepted(whens[q]) : Functions.NO;
        }
    }

    /** The rules of one section, in declared order. */
    List<Compiled> section(Section section) {
        return bySection.getOrDefault(section, List.of());
    }

    /** All conditions, those of the questions first. */
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>(whenConditions);
        compiled.forEach(rule -> conditions.add(rule.condition()));
        return conditions;
    }

    /** One rule. Throws {@link IllegalArgumentException} if there is no such rule. */
    Compiled rule(Section section, String id) {
        return section(section).stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow(() ->
                new IllegalArgumentException(Reading.title(section, id) + " does not exist in " + rules.affair()));
    }

    BigInteger[][] weights() {
        return partitions.stream().map(Partition::weights).toArray(BigInteger[][]::new);
    }

    /** All circumstances; of the accepted ones, those that meet the formula end as {@link End#ACCEPTED}. */
    CircumstanceDiagram accepted(int formula) {
        return new CircumstanceDiagram(formulas, whens, weights(),
                new CircumstanceDiagram.Outcome(any(exclusionFormulas), ground, any(refusalFormulas), formula));
    }

    /** Where any exclusion is met, as a formula. */
    int excludedFormula() {
        return any(exclusionFormulas);
    }

    private int any(List<Integer> of) {
        return translation.any(of);
    }

    /** The known blocks; -1 where the answer is missing or not admitted. */
    int[] known(Facts facts, LocalDate today) {
        int[] known = new int[partitions.size()];
        for (int q = 0; q < known.length; q++) {
            known[q] = partitions.get(q).block(facts.answer(rules.questions().get(q).id()), today);
        }
        return known;
    }

    /** An example of the answers in these blocks; what is unknown or not asked is left out. */
    Facts example(int[] blocks) {
        Facts facts = Facts.none();
        for (int q = 0; q < blocks.length; q++) {
            if (blocks[q] >= 0 && blocks[q] < formulas.blocks(q)) {
                facts = facts.with(rules.questions().get(q).id(), partitions.get(q).blocks().get(blocks[q]).example());
            }
        }
        return facts;
    }

    /** A proof that failed, with the day for which its example is true. */
    Problem problem(Problem.Kind kind, Place place, String message, String remedy, @Nullable Facts example) {
        boolean dated = example != null && example.asMap().values().stream().anyMatch(Answer.Date.class::isInstance);
        return new Problem(kind, place, dated ? message + " (Dates as of " + Dates.REFERENCE + ".)" : message,
                remedy, example == null || example.size() == 0 ? null : example);
    }

    /** The formula as a function that does not matter in excluded circumstances. */
    int whereNotExcluded(int formula) {
        return functions.build(formula, any(connected(formula, exclusionFormulas)));
    }

    /** The function that is not met exactly where the question is asked and no exclusion is met. */
    int impossibleWith(int question) {
        return functions.build(formulas.or(any(exclusionFormulas), formulas.not(whens[question])), Formulas.FALSE);
    }

    /** The formula as a function that matters in accepted circumstances only. */
    private int whereAccepted(int formula) {
        if (circumstances.count(End.ACCEPTED, End.ACCEPTED_WITHOUT_REQUIREMENT, End.NEITHER).signum() == 0) {
            return Functions.IRRELEVANT;
        }
        List<Integer> irrelevant = new ArrayList<>(exclusionFormulas);
        irrelevant.addAll(refusalFormulas);
        try {
            return functions.build(formula, any(connected(formula, irrelevant)));
        } catch (TooLarge _) {
            return whereNotExcluded(formula);
        }
    }

    private int function(Section section, int formula) {
        return switch (section) {
            case EXCLUSION -> functions.build(formula, Formulas.FALSE);
            case GROUND, REFUSAL -> whereNotExcluded(formula);
            case REQUIREMENT, EVIDENCE, OTHER -> whereAccepted(formula);
        };
    }

    /** Those of the candidates that, directly or through each other, speak of a question on which the formula depends. */
    private List<Integer> connected(int formula, List<Integer> candidates) {
        BitSet questions = (BitSet) functions.reach(formula).clone();
        Set<Integer> rest = new LinkedHashSet<>(candidates);
        List<Integer> connected = new ArrayList<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (int candidate : List.copyOf(rest)) {
                BitSet reach = functions.reach(candidate);
                if (reach.intersects(questions) || candidate == Formulas.TRUE) {
                    questions.or(reach);
                    connected.add(candidate);
                    rest.remove(candidate);
                    grew = true;
                }
            }
        }
        return connected;
    }

    private void partition(Reading reading) {
        Map<String, Set<Atom>> atoms = new HashMap<>();
        List<Condition> conditions = new ArrayList<>(whenConditions);
        reading.read().forEach(read -> conditions.add(read.condition()));
        for (Condition condition : conditions) {
            condition.expr().atoms(atom -> atoms.computeIfAbsent(atom.name(), _ -> new LinkedHashSet<>()).add(atom));
        }
        partitions.addAll(Partitions.of(rules.questions(), atoms, reading.sums()));
    }
}
