package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.terms.Column;

/**
 * Puts the answer to one question into the classes of its columns, by tables that are made once for the affair: what
 * {@link Column#classOf} says of one answer after the other, and what the question admits, is looked up here. It does
 * not change and may be shared between threads.
 */
abstract sealed class AnswerCoder {

    private static final int MOST_NUMBERS = 10_000;

    /** The column with which the question begins. */
    final int from;

    private AnswerCoder(int from) {
        this.from = from;
    }

    /** Of a question with these columns, the first of which has this number. */
    static AnswerCoder of(Question question, List<Column> columns, int from) {
        return switch (question.kind()) {
            case YES_NO -> new Flags(from);
            case CHOICE -> new Choices(question, from);
            case SEVERAL_OF -> question.answers().size() <= Long.SIZE
                    ? new Sets(question, columns, from) : new Others(question, columns, from);
            case NUMBER -> question.max() - question.min() < MOST_NUMBERS && question.min() > -MOST_NUMBERS
                    ? new Numbers(question, columns.getFirst(), from) : new Others(question, columns, from);
            case MONEY, DATE, REPEATED -> new Others(question, columns, from);
        };
    }

    /** Sets the classes; false, with some of them set, if the question does not admit the answer or it does not say enough. */
    abstract boolean encode(Answer answer, LocalDate today, int[] classes);

    private static final class Flags extends AnswerCoder {
        private Flags(int from) {
            super(from);
        }

        @Override
        boolean encode(Answer answer, LocalDate today, int[] classes) {
            if (!(answer instanceof Answer.YesNo flag)) {
                return false;
            }
            classes[from] = flag.yes() ? 0 : 1;
            return true;
        }
    }

    private static final class Choices extends AnswerCoder {
        private final WordTable words;

        private Choices(Question question, int from) {
            super(from);
            words = new WordTable(question.answers());
        }

        @Override
        boolean encode(Answer answer, LocalDate today, int[] classes) {
            if (!(answer instanceof Answer.OneOf chosen)) {
                return false;
            }
            int place = words.place(chosen.value());
            classes[from] = place;
            return place >= 0;
        }
    }

    /** Every whole number between the question's bounds has its class written down. */
    private static final class Numbers extends AnswerCoder {
        private final long min;
        private final int[] table;

        private Numbers(Question question, Column column, int from) {
            super(from);
            min = question.min();
            table = new int[(int) Math.max(0, question.max() - min + 1)];
            for (int i = 0; i < table.length; i++) {
                table[i] = column.classOf(Answer.of(min + i), LocalDate.EPOCH);
            }
        }

        @Override
        boolean encode(Answer answer, LocalDate today, int[] classes) {
            if (!(answer instanceof Answer.Number number)) {
                return false;
            }
            BigDecimal value = number.value();
            if (value.scale() > 0 || value.precision() - value.scale() > 18) {
                return false;
            }
            long at = value.longValue() - min;
            if (at < 0 || at >= table.length) {
                return false;
            }
            classes[from] = table[(int) at];
            return true;
        }
    }

    /** Several answers: each of those chosen sets its bit, whether conditions look at it or not. */
    private static final class Sets extends AnswerCoder {
        private final WordTable words;
        private final int[] parts;

        private Sets(Question question, List<Column> columns, int from) {
            super(from);
            words = new WordTable(question.answers());
            parts = columns.stream().mapToInt(column -> question.answers().indexOf(((Column.Part) column).value())).toArray();
        }

        @Override
        boolean encode(Answer answer, LocalDate today, int[] classes) {
            if (!(answer instanceof Answer.Several several)) {
                return false;
            }
            long chosen = 0;
            for (String value : several.values()) {
                int place = words.place(value);
                if (place < 0) {
                    return false;
                }
                chosen |= 1L << place;
            }
            for (int i = 0; i < parts.length; i++) {
                classes[from + i] = (int) (~chosen >>> parts[i] & 1);
            }
            return true;
        }
    }

    /** What needs no table: amounts, days and repeated things, and questions of very many answers. */
    private static final class Others extends AnswerCoder {
        private final Question question;
        private final Column[] columns;

        private Others(Question question, List<Column> columns, int from) {
            super(from);
            this.question = question;
            this.columns = columns.toArray(Column[]::new);
        }

        @Override
        boolean encode(Answer answer, LocalDate today, int[] classes) {
            if (!admits(question, answer)) {
                return false;
            }
            for (int i = 0; i < columns.length; i++) {
                int found = columns[i].classOf(answer, today);
                classes[from + i] = found;
                if (found < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean admits(Question question, Answer answer) {
        return switch (question.kind()) {
            case YES_NO -> answer instanceof Answer.YesNo;
            case CHOICE -> answer instanceof Answer.OneOf(String value) && question.answers().contains(value);
            case SEVERAL_OF -> answer instanceof Answer.Several several && question.answers().containsAll(several.values());
            case NUMBER -> answer instanceof Answer.Number(BigDecimal value) && value.scale() <= 0 && isWithin(question, value);
            case MONEY -> answer instanceof Answer.Number(BigDecimal value) && value.scale() <= 2 && isWithin(question, value);
            case DATE -> answer instanceof Answer.Date(LocalDate day) && Dates.plausible(day);
            case REPEATED -> answer instanceof Answer.Items(List<Map<String, Answer>> items) && items.size() <= question.max()
                    && items.stream().allMatch(item -> question.fields().stream().allMatch(field ->
                            item.get(field.id()) instanceof Answer given && admits(field, given)));
        };
    }

    private static boolean isWithin(Question question, BigDecimal value) {
        boolean fraction = value.scale() > 0;
        if (value.precision() - value.scale() > 18) {
            return false;
        }
        long whole = value.longValue();
        if (!fraction) {
            return whole >= question.min() && whole <= question.max();
        }
        boolean above = whole > question.min() || whole == question.min() && value.signum() > 0;
        boolean below = whole < question.max() || whole == question.max() && value.signum() < 0;
        return above && below;
    }
}
