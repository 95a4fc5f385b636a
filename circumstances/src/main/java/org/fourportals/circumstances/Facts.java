package org.fourportals.circumstances;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Values;
import org.jspecify.annotations.Nullable;

/** What is known of a circumstance so far: answers by question, in the order they became known. Unchangeable. */
public final class Facts implements Values {

    private static final Facts NONE = new Facts(new LinkedHashMap<>());

    private final SequencedMap<String, Answer> answers;

    private Facts(SequencedMap<String, Answer> answers) {
        this.answers = answers;
    }

    /** Nothing is known. */
    public static Facts none() {
        return NONE;
    }

    /** The answers given, in the map's order. */
    public static Facts of(Map<String, Answer> answers) {
        return new Facts(new LinkedHashMap<>(answers));
    }

    /** These facts and one more; an earlier answer to the same question is replaced. */
    public Facts with(String question, Answer answer) {
        SequencedMap<String, Answer> more = new LinkedHashMap<>(answers);
        more.put(question, answer);
        return new Facts(more);
    }

    /** These facts without one. */
    public Facts without(String question) {
        SequencedMap<String, Answer> fewer = new LinkedHashMap<>(answers);
        fewer.remove(question);
        return new Facts(fewer);
    }

    @Override
    public @Nullable Answer answer(String question) {
        return answers.get(question);
    }

    /** Whether an answer to the question is known. */
    public boolean knows(String question) {
        return answers.containsKey(question);
    }

    /** The questions whose answers are known. */
    public Set<String> questions() {
        return Collections.unmodifiableSet(answers.keySet());
    }

    /** All of it, unchangeable. */
    public Map<String, Answer> asMap() {
        return Collections.unmodifiableSequencedMap(answers);
    }

    /** How many answers are known. */
    public int size() {
        return answers.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts facts && answers.equals(facts.answers);
    }

    @Override
    public int hashCode() {
        return answers.hashCode();
    }

    /** As people read it: {@code question = answer, …}. */
    @Override
    public String toString() {
        return answers.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).collect(Collectors.joining(", "));
    }
}
