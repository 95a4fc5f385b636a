package org.fourportals.circumstances.dmn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.condition.Expr;

/** What a name of a model stands for. */
sealed interface Known {

    /** The answer to a question, null where its condition is not met. */
    record Answered(Question question, Expr asked) implements Known {}

    /** The answer as it would be given even where it is not asked for: not to be looked at. */
    record Unasked(String question) implements Known {}

    /** An expression that another decision makes. */
    record Formula(FeelNode body) implements Known {}

    /** The one value that a table comes to, with where it does. */
    record Result(Map<FeelNode, Expr> where) implements Known {
        public Result {
            SequencedMap<FeelNode, Expr> ordered = new LinkedHashMap<>(where);
            where = Collections.unmodifiableSequencedMap(ordered);
        }
    }

    /** The day of asking. */
    record Today() implements Known {}

    /** Something that cannot be looked at, and why. */
    record Closed(String why) implements Known {}
}
