package org.fourportals.circumstances.condition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The names a condition may use and their types: the questions of an affair, or the fields of a data set. The noun
 * ("question", "field") is how messages call them.
 */
public record Vocabulary(String noun, Map<String, Type> types) {

    public Vocabulary {
        SequencedMap<String, Type> ordered = new LinkedHashMap<>(types);
        types = Collections.unmodifiableSequencedMap(ordered);
    }

    /** The questions of an affair. */
    public static Vocabulary ofQuestions(Map<String, Type> types) {
        return new Vocabulary("question", types);
    }

    /** The fields of a data set. */
    public static Vocabulary ofFields(Map<String, Type> types) {
        return new Vocabulary("field", types);
    }

    /** The type of a name, empty if there is no such name. */
    public Optional<Type> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** All names, in declared order. */
    public Set<String> names() {
        return types.keySet();
    }
}
