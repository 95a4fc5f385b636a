package org.fourportals.circumstances.dmn;

import java.util.List;
import java.util.Set;

/** What a model is made of: inputs, and decisions that need others. Elements need each other by name. */
sealed interface Element {

    String name();

    /** What people read on it. */
    String label();

    /** The type of its value. */
    String type();

    Set<String> needs();

    default String id() {
        return (this instanceof Input ? "input_" : "decision_") + name();
    }

    /** Something that is known from outside; `own` are names and values, in turn, that the standard has no place for. */
    record Input(String name, String label, String type, List<String> own) implements Element {
        @Override
        public Set<String> needs() {
            return Set.of();
        }
    }

    /** A decision by an expression. */
    record Formula(String name, String label, String type, Set<String> needs, String text) implements Element {}

    /** A decision by a table that collects the outputs of all rows that are met. */
    record Table(String name, String label, String type, Set<String> needs, List<Clause> clauses, List<Row> rows)
            implements Element {}

    /** What a column of a table looks at. */
    record Clause(String label, String expression, String type) {}

    /** A row: a test for each column, and the id that it gives. */
    record Row(List<String> tests, String output) {}
}
