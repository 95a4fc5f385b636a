package org.fourportals.circumstances.terms;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Rule;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Vocabulary;

/**
 * An affair's rules with their conditions read and their columns. `whens` are the conditions under which the questions
 * are asked, in their order.
 */
public record ReadRules(AffairRules rules, List<Condition> whens, Map<Section, List<Entry>> sections, Columns columns) {

    /** A rule with its condition. */
    public record Entry(Section section, String id, Condition condition) {}

    /** Reads them. Throws {@link IllegalArgumentException} if a condition cannot be read; rules that were compiled can. */
    public static ReadRules of(AffairRules rules) {
        Map<String, Type> types = new LinkedHashMap<>();
        rules.questions().forEach(question -> types.put(question.id(), question.type()));
        Vocabulary vocabulary = Vocabulary.ofQuestions(types);
        List<Condition> whens = rules.questions().stream()
                .map(q -> condition(q.when() == null ? "true" : q.when(), vocabulary, q.place())).toList();
        Map<Section, List<Rule>> written = new EnumMap<>(Section.class);
        written.put(Section.EXCLUSION, rules.exclusions());
        written.put(Section.GROUND, rules.grounds());
        written.put(Section.REFUSAL, rules.refusals());
        written.put(Section.REQUIREMENT,
                rules.requirements().stream().map(r -> new Rule(r.id(), r.when(), r.place())).toList());
        written.put(Section.OTHER, rules.others());
        Map<Section, List<Entry>> sections = new EnumMap<>(Section.class);
        List<Condition> all = new ArrayList<>(whens);
        written.forEach((section, list) -> sections.put(section, list.stream().map(rule -> {
            Condition condition = condition(rule.when(), vocabulary, rule.place());
            all.add(condition);
            return new Entry(section, rule.id(), condition);
        }).toList()));
        return new ReadRules(rules, whens, sections, new Columns(rules.questions(), all));
    }

    private static Condition condition(String text, Vocabulary vocabulary, Place place) {
        return Condition.parse(text, vocabulary, place).orThrow();
    }
}
