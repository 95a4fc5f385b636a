package org.fourportals.circumstances.dmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.Rule;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Parse;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Vocabulary;
import org.fourportals.circumstances.condition.Written;
import org.fourportals.circumstances.terms.ReadRules;
import org.fourportals.circumstances.terms.Term;

/** A table with the hit policy UNIQUE says that no two of its rows are met at once; whether that is true is looked at here. */
final class UniqueRows {

    private static final int MOST_ROWS = 4_000;
    private static final int MOST_TERMS = 64;

    private UniqueRows() {}

    /** Throws {@link CannotRead} at the first row that can be met together with an earlier one. */
    static void check(Node decision, List<ImportedRow> rows, List<Question> questions) {
        if (rows.size() > MOST_ROWS) {
            throw new CannotRead(Problem.Kind.TOO_LARGE, rows.get(MOST_ROWS).place(), decision.called() + " has more than " + MOST_ROWS
                    + " rows, too many to see that no two of them are met at once.", "Use the hit policy COLLECT, or split the table.");
        }
        Map<String, Type> types = new LinkedHashMap<>();
        questions.forEach(question -> types.put(question.id(), question.type()));
        List<Rule> rules = new ArrayList<>();
        for (ImportedRow row : rows) {
            String when = Written.of(Joined.and(row.tests()), types);
            if (!(Condition.parse(when, Vocabulary.ofQuestions(types), row.place()) instanceof Parse.Parsed)) {
                return; // told where all conditions are checked
            }
            rules.add(new Rule("row", when, row.place()));
        }
        ReadRules read = ReadRules.of(new AffairRules("table", questions, List.of(), List.of(), List.of(), List.of(), rules, Set.of()));
        List<List<Term>> terms = new ArrayList<>();
        List<ReadRules.Entry> entries = read.sections().values().stream().flatMap(List::stream).toList();
        int count = 0;
        for (int i = 0; i < entries.size(); i++) {
            Optional<List<Term>> own = read.columns().alternatives(entries.get(i).condition(), MOST_TERMS);
            count += own.map(List::size).orElse(MOST_ROWS + 1);
            if (count > MOST_ROWS) {
                throw new CannotRead(Problem.Kind.TOO_LARGE, rows.get(i).place(), "The rows of " + decision.called()
                        + " are too many-sided to see that no two of them are met at once.", "Use the hit policy COLLECT, or name single inputs in its columns.");
            }
            for (int before = 0; before < i; before++) {
                List<Term> earlier = terms.get(before);
                if (own.orElseThrow().stream().anyMatch(term -> earlier.stream().anyMatch(term::meets))) {
                    throw new CannotRead(Problem.Kind.SYNTAX, rows.get(i).place(), "Rows " + (before + 1) + " and " + (i + 1) + " of "
                            + decision.called() + " can both be met, though its hit policy is UNIQUE.", "Let one column tell them apart, or use COLLECT.");
                }
            }
            terms.add(own.orElseThrow());
        }
    }
}
