package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Values;
import org.fourportals.circumstances.terms.ClassTest;
import org.fourportals.circumstances.terms.Column;
import org.fourportals.circumstances.terms.ReadRules;
import org.fourportals.circumstances.terms.TermTable;
import org.jspecify.annotations.Nullable;

/**
 * The fastest way from complete facts to the rules that are met, for millions of circumstances: statistics, what-if,
 * checks of a changed catalogue. A caller encodes facts into an array of its own and evaluates into another; both are
 * used again and again, nothing is allocated. It says of every rule whether its condition is met, as
 * {@link CompiledAffair#evaluate} does; that a checklist belongs to accepted circumstances only is the caller's to know.
 * It does not change and may be shared between threads.
 */
public final class Evaluator {

    private final ReadRules read;
    private final List<ReadRules.Entry> entries = new ArrayList<>();
    private final TermTable table;
    private final Asked[] asked;
    private final int columns;

    /** A question that conditions look at: when it is asked (null: always) and its columns from..to-1. */
    private record Asked(Question question, @Nullable ClassTest when, Column[] columns, int from) {}

    private Evaluator(AffairRules rules) {
        read = ReadRules.of(rules);
        read.sections().values().forEach(entries::addAll);
        table = new TermTable(entries.stream().map(ReadRules.Entry::condition).toList(), read.columns());
        columns = read.columns().list().size();
        List<Asked> looked = new ArrayList<>();
        for (int q = 0; q < rules.questions().size(); q++) {
            int at = q;
            Column[] own = read.columns().list().stream().filter(c -> c.question() == at).toArray(Column[]::new);
            if (own.length > 0) {
                Condition when = read.whens().get(q);
                looked.add(new Asked(rules.questions().get(q), when.names().isEmpty() && when.evaluate(_ -> null, Dates.REFERENCE).isMet()
                        ? null : ClassTest.of(when, read.columns()), own, read.columns().list().indexOf(own[0])));
            }
        }
        asked = looked.toArray(Asked[]::new);
    }

    /** For an affair's rules. Throws {@link IllegalArgumentException} if a condition cannot be read; compiled ones can. */
    public static Evaluator of(AffairRules rules) {
        return new Evaluator(rules);
    }

    /** An array for {@link #encode}. */
    public int[] newClasses() {
        return new int[columns];
    }

    /** An array for {@link #evaluate}. */
    public long[] newMet() {
        return new long[table.words()];
    }

    /**
     * Puts facts into the form in which they are evaluated; answers to questions that are not asked are not looked at.
     * False if a question that is asked and on which something depends has no answer, or one that it does not admit.
     */
    public boolean encode(Values facts, LocalDate today, int[] classes) {
        for (Asked one : asked) {
            Column[] own = one.columns;
            if (one.when != null && !one.when.met(classes)) {
                for (int i = 0; i < own.length; i++) {
                    classes[one.from + i] = own[i].classes();
                }
                continue;
            }
            Answer answer = facts.answer(one.question.id());
            if (answer == null || !admits(one.question, answer)) {
                return false;
            }
            for (int i = 0; i < own.length; i++) {
                classes[one.from + i] = own[i].classOf(answer, today);
                if (classes[one.from + i] < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the question admits the answer; of a choice, whether it is one at all: its column knows the answers. */
    private static boolean admits(Question question, Answer answer) {
        return switch (question.kind()) {
            case YES_NO -> answer instanceof Answer.YesNo;
            case CHOICE -> answer instanceof Answer.OneOf;
            case SEVERAL_OF -> answer instanceof Answer.Several(Set<String> values) && question.answers().containsAll(values);
            case NUMBER -> answer instanceof Answer.Number(BigDecimal value) && value.scale() <= 0 && isWithin(question, value);
            case MONEY -> answer instanceof Answer.Number(BigDecimal value) && value.scale() <= 2 && isWithin(question, value);
            case DATE -> answer instanceof Answer.Date(LocalDate day) && Dates.plausible(day);
            case REPEATED -> answer instanceof Answer.Items(List<Map<String, Answer>> items) && items.size() <= question.max()
                    && items.stream().allMatch(item -> question.fields().stream().allMatch(field ->
                            item.get(field.id()) instanceof Answer given && admits(field, given)
                                    && (!(given instanceof Answer.OneOf(String value)) || field.answers().contains(value))));
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

    /** Sets exactly the bits of the rules that are met. `classes` must come from a successful {@link #encode}. */
    public void evaluate(int[] classes, long[] met) {
        table.evaluate(classes, met);
    }

    /** Which bit of the result tells of a rule. Throws {@link IllegalArgumentException} if there is no such rule. */
    public int bit(Section section, String id) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).section() == section && entries.get(i).id().equals(id)) {
                return table.bit(i);
            }
        }
        throw new IllegalArgumentException(Reading.title(section, id) + " does not exist in " + read.rules().affair());
    }

    /** Whether a bit of the result is set. */
    public static boolean isMet(long[] met, int bit) {
        return (met[bit >> 6] & 1L << bit) != 0;
    }

    /** The ids of a section's rules that a result says are met, in declared order. */
    public List<String> ids(Section section, long[] met) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).section() == section && isMet(met, table.bit(i))) {
                ids.add(entries.get(i).id());
            }
        }
        return ids;
    }
}
