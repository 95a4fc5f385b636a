package org.fourportals.circumstances.dmn;

import java.util.Comparator;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.condition.Measure;

/** What an expression looks at: the answer to a question, a field of repeated things, or a measure of one. */
record Looked(Question question, Measure measure, Expr asked) {

    static final Comparator<Looked> ORDER = Comparator.comparing((Looked one) -> one.question().id()).thenComparing(Looked::measure);

    String name() {
        return question.id();
    }

    Looked as(Measure other) {
        return new Looked(question, other, asked);
    }
}
