package org.fourportals.circumstances.condition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What kind of values a name may have, so that a condition can be checked before anybody meets it. */
public sealed interface Type {

    /** Yes or no. */
    record YesNo() implements Type {}

    /** Exactly one of the listed answers or codes. */
    record OneOf(List<String> values) implements Type {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** Any number of the listed answers, also none. */
    record SeveralOf(List<String> values) implements Type {
        public SeveralOf {
            values = List.copyOf(values);
        }
    }

    /** Things of one kind, any number of them, each with the same fields. */
    record Repeated(Map<String, Type> fields) implements Type {
        public Repeated {
            SequencedMap<String, Type> ordered = new LinkedHashMap<>(fields);
            fields = Collections.unmodifiableSequencedMap(ordered);
        }
    }

    /** A number or an amount of money. */
    record Number() implements Type {}

    /** A day. */
    record Date() implements Type {}

    /** A free text, whose values are not listed anywhere. */
    record Text() implements Type {}
}
