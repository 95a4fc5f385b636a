package org.fourportals.circumstances.terms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Measure;

/** All columns that an affair's conditions look at, in the order of its questions. */
public final class Columns {

    private final List<Column> columns = new ArrayList<>();
    private final Map<Atom, Integer> positions = new HashMap<>();
    private final Map<String, Integer> values = new HashMap<>();
    private final Set<String> summed = new HashSet<>();

    Columns(List<Question> questions, List<Condition> conditions) {
        Map<String, Set<Atom>> atoms = new HashMap<>();
        for (Condition condition : conditions) {
            condition.expr().atoms(atom -> atoms.computeIfAbsent(atom.name(), _ -> new LinkedHashSet<>()).add(atom));
        }
        for (Condition condition : conditions) {
            condition.expr().sums(sum -> summed.addAll(sum.coefficients().keySet()));
        }
        for (int q = 0; q < questions.size(); q++) {
            List<Atom> compared = List.copyOf(atoms.getOrDefault(questions.get(q).id(), Set.of()));
            for (Column column : columnsOf(q, questions.get(q), compared)) {
                columns.add(column);
                if (column instanceof Column.Stretches stretches && stretches.measure() == Measure.VALUE) {
                    values.put(questions.get(q).id(), columns.size() - 1);
                }
                compared.stream().filter(column::isLookedAtBy).forEach(atom -> positions.put(atom, columns.size() - 1));
            }
        }
    }

    private List<Column> columnsOf(int q, Question question, List<Atom> atoms) {
        if (atoms.isEmpty() && !summed.contains(question.id())) {
            return List.of();
        }
        return switch (question.kind()) {
            case YES_NO -> List.of(new Column.Flag(q));
            case CHOICE -> List.of(new Column.Choice(q, question.answers()));
            case SEVERAL_OF -> question.answers().stream().<Column>map(answer -> new Column.Part(q, answer))
                    .filter(column -> atoms.stream().anyMatch(column::isLookedAtBy)).toList();
            case NUMBER -> List.of(new Column.Stretches(q, Measure.VALUE, 0, atoms, everyUnit(question, 1)));
            case MONEY -> List.of(new Column.Stretches(q, Measure.VALUE, 2, atoms, everyUnit(question, 100)));
            case DATE -> measures(q, atoms);
            case REPEATED -> {
                List<Column> said = new ArrayList<>(measures(q, atoms));
                atoms.forEach(atom -> {
                    if (atom instanceof Atom.Quantified quantified) {
                        said.add(new Column.Said(q, quantified));
                    }
                });
                yield said;
            }
        };
    }

    private static List<Column> measures(int q, List<Atom> atoms) {
        List<Column> measures = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (atoms.stream().anyMatch(atom -> atom instanceof Atom.Within within && within.measure() == measure)) {
                measures.add(new Column.Stretches(q, measure, 0, atoms, List.of()));
            }
        }
        return measures;
    }

    /** Every number that the question admits, if it is added to others, and the one after; else nothing. */
    private List<Long> everyUnit(Question question, long units) {
        return !summed.contains(question.id()) ? List.of()
                : LongStream.rangeClosed(question.min() * units, question.max() * units + 1).boxed().toList();
    }

    /** The column of a question whose numbers are added to others. */
    int ofSummed(String question) {
        return values.get(question);
    }

    /** All of them. */
    public List<Column> list() {
        return Collections.unmodifiableList(columns);
    }

    /** The column that a comparison of the affair looks at. */
    public int of(Atom atom) {
        return positions.get(atom);
    }

    /** A condition of the affair as alternatives; empty if there would be more than the limit. */
    public Optional<List<Term>> alternatives(Condition condition, int limit) {
        return Alternatives.of(condition.expr(), this, limit);
    }
}
