package org.fourportals.circumstances;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    /** A question that conditions look at: when it is asked (null: always), and the classes that say that it is not. */
    private record Asked(String question, @Nullable ClassTest when, AnswerCoder coder, int from, int[] notAsked) {}

    private Evaluator(AffairRules rules) {
        read = ReadRules.of(rules);
        read.sections().values().forEach(entries::addAll);
        table = new TermTable(entries.stream().map(ReadRules.Entry::condition).toList(), read.columns());
        columns = read.columns().list().size();
        List<Asked> looked = new ArrayList<>();
        for (int q = 0; q < rules.questions().size(); q++) {
            int at = q;
            List<Column> own = read.columns().list().stream().filter(c -> c.question() == at).toList();
            if (!own.isEmpty()) {
                Condition when = read.whens().get(q);
                boolean always = when.names().isEmpty() && when.evaluate(_ -> null, Dates.REFERENCE).isMet();
                Question question = rules.questions().get(q);
                int from = read.columns().list().indexOf(own.getFirst());
                looked.add(new Asked(question.id(), always ? null : ClassTest.of(when, read.columns()),
                        AnswerCoder.of(question, own, from), from, own.stream().mapToInt(Column::classes).toArray()));
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
            if (one.when != null && !one.when.met(classes)) {
                System.arraycopy(one.notAsked, 0, classes, one.from, one.notAsked.length);
                continue;
            }
            Answer answer = facts.answer(one.question);
            if (answer == null || !one.coder.encode(answer, today, classes)) {
                return false;
            }
        }
        return true;
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
