package org.fourportals.circumstances.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Interval;
import org.fourportals.circumstances.condition.Measure;
import org.jspecify.annotations.Nullable;

/**
 * One thing that conditions look at: the answer to a question, one of the answers that may be chosen together, or a
 * measure of a day. Its values fall into classes, numbered from 0, that no comparison tells apart; the class after the
 * last means that the question is not asked.
 */
public sealed interface Column {

    /** The question it belongs to, by its place in the affair. */
    int question();

    /** How many classes it has, "not asked" not being counted. */
    int classes();

    /** The class of an admitted answer, or of "not applicable". */
    int classOf(Answer answer, LocalDate today);

    /** The classes whose values meet a comparison that looks at this column. */
    BitSet where(Atom atom);

    /** Whether the comparison looks at this column, given that it is one of the column's question. */
    boolean isLookedAtBy(Atom atom);

    /** A yes-no question: yes is class 0, no is class 1. */
    record Flag(int question) implements Column {
        @Override
        public int classes() {
            return 2;
        }

        @Override
        public int classOf(Answer answer, LocalDate today) {
            return answer instanceof Answer.YesNo(boolean yes) ? yes ? 0 : 1 : 2;
        }

        @Override
        public BitSet where(Atom atom) {
            BitSet where = new BitSet();
            where.set(((Atom.Flag) atom).expected() ? 0 : 1);
            return where;
        }

        @Override
        public boolean isLookedAtBy(Atom atom) {
            return true;
        }
    }

    /** A question with declared answers, one class each. */
    record Choice(int question, List<String> values) implements Column {
        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public int classes() {
            return values.size();
        }

        @Override
        public int classOf(Answer answer, LocalDate today) {
            return answer instanceof Answer.OneOf(String value) ? values.indexOf(value) : values.size();
        }

        @Override
        public BitSet where(Atom atom) {
            Atom.Among among = (Atom.Among) atom;
            BitSet where = new BitSet();
            for (int i = 0; i < values.size(); i++) {
                where.set(i, among.values().contains(values.get(i)) == among.among());
            }
            return where;
        }

        @Override
        public boolean isLookedAtBy(Atom atom) {
            return true;
        }
    }

    /** One of several answers that may be chosen together: chosen is class 0, not chosen is class 1. */
    record Part(int question, String value) implements Column {
        @Override
        public int classes() {
            return 2;
        }

        @Override
        public int classOf(Answer answer, LocalDate today) {
            return answer instanceof Answer.Several several ? several.values().contains(value) ? 0 : 1 : 2;
        }

        @Override
        public BitSet where(Atom atom) {
            BitSet where = new BitSet();
            where.set(0);
            return where;
        }

        @Override
        public boolean isLookedAtBy(Atom atom) {
            return atom instanceof Atom.Contains contains && contains.value().equals(value);
        }
    }

    /** What a comparison says of repeated things: met is class 0, not met is class 1. */
    record Said(int question, Atom.Quantified atom) implements Column {
        @Override
        public int classes() {
            return 2;
        }

        /** -1 if a field that decides it is not known. */
        @Override
        public int classOf(Answer answer, LocalDate today) {
            Boolean holds = answer instanceof Answer.NotApplicable ? null : atom.holds(answer, today);
            return answer instanceof Answer.NotApplicable ? 2 : holds == null ? -1 : holds ? 0 : 1;
        }

        @Override
        public BitSet where(Atom other) {
            BitSet where = new BitSet();
            where.set(0);
            return where;
        }

        @Override
        public boolean isLookedAtBy(Atom other) {
            return other.equals(atom);
        }
    }

    /** A number, an amount, a measure of a day or a count of things: stretches of the number line, in units of 1 or of 0.01. */
    final class Stretches implements Column {
        private static final BigDecimal FARTHEST = BigDecimal.valueOf(1_000_000_000_000_000_000L);

        private final int question;
        private final Measure measure;
        private final int decimals;
        private final long[] starts;

        /** Cuts the line where one of the comparisons changes its mind, and at these units besides. */
        Stretches(int question, Measure measure, int decimals, List<Atom> atoms, Collection<Long> besides) {
            this.question = question;
            this.measure = measure;
            this.decimals = decimals;
            TreeSet<Long> cuts = new TreeSet<>(besides);
            for (Atom atom : atoms) {
                if (atom instanceof Atom.Within within && within.measure() == measure) {
                    for (Interval interval : within.intervals()) {
                        cut(cuts, interval.low(), !interval.lowIncluded());
                        cut(cuts, interval.high(), interval.highIncluded());
                    }
                }
            }
            starts = cuts.stream().mapToLong(Long::longValue).toArray();
        }

        private void cut(TreeSet<Long> cuts, @Nullable BigDecimal bound, boolean after) {
            if (bound == null) {
                return;
            }
            BigDecimal units = bound.movePointRight(decimals);
            if (units.abs().compareTo(FARTHEST) > 0) {
                return; // no answer lies so far out
            }
            cuts.add(after ? units.setScale(0, RoundingMode.FLOOR).longValueExact() + 1
                    : units.setScale(0, RoundingMode.CEILING).longValueExact());
        }

        @Override
        public int question() {
            return question;
        }

        /** What of the answer is measured. */
        public Measure measure() {
            return measure;
        }

        /** How many decimals its numbers have. */
        public int decimals() {
            return decimals;
        }

        @Override
        public int classes() {
            return starts.length + 1;
        }

        /** The first unit of a class; there is none for class 0. */
        public long first(int stretch) {
            return starts[stretch - 1];
        }

        @Override
        public int classOf(Answer answer, LocalDate today) {
            return switch (answer) {
                case Answer.Number(BigDecimal value) -> at(units(value));
                case Answer.Date(LocalDate day) -> at(measure.of(day, today));
                case Answer.Items(List<?> items) -> at(items.size());
                default -> classes();
            };
        }

        private long units(BigDecimal value) {
            return value.scale() <= 0 && decimals == 0 ? value.longValue() : value.movePointRight(decimals).longValue();
        }

        private int at(long units) {
            int found = Arrays.binarySearch(starts, units);
            return found >= 0 ? found + 1 : -found - 1;
        }

        @Override
        public BitSet where(Atom atom) {
            Atom.Within within = (Atom.Within) atom;
            BitSet where = new BitSet();
            for (int i = 0; i < classes(); i++) {
                long unit = i > 0 ? first(i) : starts.length == 0 ? 0 : starts[0] - 1;
                where.set(i, within.contains(BigDecimal.valueOf(unit, decimals)));
            }
            return where;
        }

        @Override
        public boolean isLookedAtBy(Atom atom) {
            return atom instanceof Atom.Within within && within.measure() == measure;
        }
    }
}
