package org.fourportals.circumstances;

import java.util.List;
import org.fourportals.circumstances.condition.Place;
import org.jspecify.annotations.Nullable;

/**
 * One question of an affair's interview, as far as the engine needs it. Choice and several-of have answers; number and
 * money have bounds, both included; money counts in hundredths. `when` is null if it is always asked.
 */
public record Question(String id, Kind kind, List<String> answers, @Nullable String when, long min, long max, Place place) {

    /** The kinds of question. */
    public enum Kind { YES_NO, CHOICE, SEVERAL_OF, NUMBER, DATE, MONEY }

    public Question {
        answers = List.copyOf(answers);
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
