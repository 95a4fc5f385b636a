package org.fourportals.circumstances;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Type;
import org.jspecify.annotations.Nullable;

/**
 * One question of an affair's interview, as far as the engine needs it. Choice and several-of have answers; number and
 * money have bounds, both included; money counts in hundredths. A repeated
 * question is answered by at most `max` things (children, vehicles), each with the same fields. `when` is null if it is always asked.
 */
public record Question(String id, Kind kind, List<String> answers, @Nullable String when, long min, long max,
        List<Question> fields, Place place) {

    /** The kinds of question. */
    public enum Kind { YES_NO, CHOICE, SEVERAL_OF, NUMBER, DATE, MONEY, REPEATED }

    public Question {
        answers = List.copyOf(answers);
        fields = List.copyOf(fields);
    }

    private Question(String id, Kind kind, List<String> answers, @Nullable String when, long min, long max, Place place) {
        this(id, kind, answers, when, min, max, List.of(), place);
    }

    /** A question for up to `max` things, of each of which these fields are asked; fields have no condition of their own. */
    public static Question repeated(String id, List<Question> fields, long max, @Nullable String when, Place place) {
        return new Question(id, Kind.REPEATED, List.of(), when, 0, max, fields, place);
    }

    /** What kind of values its answers are, as conditions see them. */
    public Type type() {
        return switch (kind) {
            case YES_NO -> new Type.YesNo();
            case CHOICE -> new Type.OneOf(answers);
            case SEVERAL_OF -> new Type.SeveralOf(answers);
            case NUMBER, MONEY -> new Type.Number();
            case DATE -> new Type.Date();
            case REPEATED -> {
                Map<String, Type> types = new LinkedHashMap<>();
                fields.forEach(field -> types.putIfAbsent(field.id(), field.type()));
                yield new Type.Repeated(types);
            }
        };
    }

    /** A question answered by yes or no. */
    public static Question yesNo(String id, @Nullable String when, Place place) {
        return new Question(id, Kind.YES_NO, List.of(), when, 0, 0, place);
    }

    /** A question of which exactly one answer is chosen. */
    public static Question choice(String id, List<String> answers, @Nullable String when, Place place) {
        return new Question(id, Kind.CHOICE, answers, when, 0, 0, place);
    }

    /** A question of which any number of answers may be chosen. */
    public static Question severalOf(String id, List<String> answers, @Nullable String when, Place place) {
        return new Question(id, Kind.SEVERAL_OF, answers, when, 0, 0, place);
    }

    /** A question for a whole number from min to max. */
    public static Question number(String id, long min, long max, @Nullable String when, Place place) {
        return new Question(id, Kind.NUMBER, List.of(), when, min, max, place);
    }

    /** A question for an amount of whole yuan from min to max, with hundredths allowed. */
    public static Question money(String id, long min, long max, @Nullable String when, Place place) {
        return new Question(id, Kind.MONEY, List.of(), when, min, max, place);
    }

    /** A question for a day. */
    public static Question date(String id, @Nullable String when, Place place) {
        return new Question(id, Kind.DATE, List.of(), when, 0, 0, place);
    }
}
