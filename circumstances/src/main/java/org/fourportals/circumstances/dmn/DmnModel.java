package org.fourportals.circumstances.dmn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.terms.ReadRules;

/**
 * An affair as a DMN 1.5 model that other tools open, show and evaluate with the same results: an input for each
 * question (and one for the day of asking), a decision that is null where a question is not asked, a table a section
 * that collects the ids of all its rules that are met, and the outcome as the resident is told it. A caller gives null
 * for an answer that is not needed; the model, like the interview, does not look at answers to questions not asked.
 */
public final class DmnModel {

    private final Names names;
    private final ReadRules read;
    private final String xml;

    private DmnModel(AffairRules rules, String title, Map<String, String> words) {
        read = ReadRules.of(rules);
        names = new Names(read);
        xml = DmnXml.write(rules, title, new Assembly(read, names, words).elements());
    }

    /**
     * The model of an affair's rules.
     *
     * @param words what people read for each question, by its id; a question without words is shown by its id
     * @throws IllegalArgumentException if a condition cannot be read; rules that were compiled can
     */
    public static DmnModel of(AffairRules rules, String title, Map<String, String> words) {
        return new DmnModel(rules, title, words);
    }

    /** As {@link #of(AffairRules, String, Map)}, the questions shown by their ids. */
    public static DmnModel of(AffairRules rules, String title) {
        return of(rules, title, Map.of());
    }

    /** The file's content, to be written as UTF-8. */
    public String xml() {
        return xml;
    }

    /** What each question's input is called, by the question's id, in the order they are asked. */
    public SequencedMap<String, String> inputs() {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(names.inputs()));
    }

    /** What the input for the day of asking is called. */
    public String today() {
        return names.today();
    }

    /** What the decision is called that lists a section's rules that are met; empty if the section has none. */
    public Optional<String> decision(Section section) {
        List<ReadRules.Entry> entries = read.sections().getOrDefault(section, List.of());
        return entries.isEmpty() ? Optional.empty() : Optional.of(names.table(section));
    }

    /** What the decision is called that says how it ends: a context of state, grounds, refusals and requirements. */
    public String outcome() {
        return names.outcome();
    }
}
