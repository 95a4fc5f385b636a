package org.fourportals.circumstances.dmn;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.condition.Measure;
import org.fourportals.circumstances.terms.ReadRules;

/** How everything in a model is called: questions by their ids where the language allows it, each name once. */
final class Names {

    static final String TODAY = "today";
    static final String OUTCOME = "outcome";
    static final String WRITTEN = "answersWritten";
    static final Map<Section, String> TABLES = new EnumMap<>(Map.of(Section.EXCLUSION, "exclusions", Section.GROUND, "grounds",
            Section.REFUSAL, "refusals", Section.REQUIREMENT, "requirements", Section.OTHER, "others"));

    private final Map<String, String> inputs = new LinkedHashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> years = new HashMap<>();
    private final Map<String, String> days = new HashMap<>();
    private final Map<String, String> counts = new HashMap<>();
    private final Set<String> dayFields = new HashSet<>();
    private final Map<Section, String> tables = new HashMap<>();
    private final Set<String> dates = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private final String today;
    private final String outcome;
    private final String written;

    Names(ReadRules read) {
        for (Question question : read.rules().questions()) {
            inputs.put(question.id(), fresh(question.id()));
        }
        today = fresh(TODAY);
        outcome = fresh(OUTCOME);
        for (int q = 0; q < read.whens().size(); q++) {
            Question question = read.rules().questions().get(q);
            String input = inputs.get(question.id());
            values.put(question.id(), isAlways(read, q) ? input : fresh(input + "IfAsked"));
            if (question.kind() == Question.Kind.REPEATED) {
                counts.put(question.id(), fresh(input + "Count"));
                question.fields().stream().filter(field -> field.kind() == Question.Kind.DATE).forEach(field -> dayFields.add(field.id()));
            }
            if (question.kind() == Question.Kind.DATE) {
                years.put(question.id(), fresh(input + "YearsSince"));
                days.put(question.id(), fresh(input + "DaysSince"));
                dates.add(values.get(question.id()));
            }
        }
        TABLES.forEach((section, name) -> tables.put(section, fresh(name)));
        written = fresh(WRITTEN);
    }

    static boolean isAlways(ReadRules read, int question) {
        String when = read.rules().questions().get(question).when();
        return when == null || when.strip().equals("true");
    }

    /** A name like this that is not yet given. */
    String fresh(String wanted) {
        String name = wanted;
        while (Feel.isTaken(name) || !given.add(name)) {
            name += "_";
        }
        return name;
    }

    String input(String question) {
        return inputs.get(question);
    }

    String value(String question, Measure measure) {
        return switch (measure) {
            case VALUE -> values.get(question);
            case YEARS_SINCE -> years.get(question);
            case DAYS_SINCE -> days.get(question);
            case COUNT -> counts.get(question);
        };
    }

    String table(Section section) {
        return tables.get(section);
    }

    String today() {
        return today;
    }

    String outcome() {
        return outcome;
    }

    /** What the list of the answers is called that the result writes down. */
    String written() {
        return written;
    }

    /** Whether what is called so is a day. */
    boolean isDay(String name) {
        return dates.contains(name);
    }

    /** Whether a field of repeated things is a day. */
    boolean isDayField(String field) {
        return dayFields.contains(field);
    }

    Map<String, String> inputs() {
        return inputs;
    }
}
