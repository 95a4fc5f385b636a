package org.fourportals.circumstances.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fourportals.circumstances.condition.Condition;

/**
 * Conditions as bits, evaluated all at once. The first alternatives of all conditions stand side by side in one plane,
 * the second ones in the next, and so on; for every word of a plane and every class of the columns that it looks at
 * there is a row that says which alternatives the class leaves possible. What is met is the disjunction over the planes
 * of the conjunction over the columns' rows.
 */
public final class TermTable {

    private static final int MOST_TERMS = 64;

    /** A condition with too many alternatives, tested by itself. */
    private record Apart(int bit, ClassTest test) {}

    private final int[] bits;
    private final Apart[] apart;
    /** For each word of all planes one after another: the word of the result that it goes into. */
    private final int[] targets;
    private final long[] start;
    /** Where each word's columns begin in `columns` and `offsets`, and after the last where they end. */
    private final int[] first;
    private final int[] columns;
    private final int[] offsets;
    private final long[] table;

    /** For these conditions of the affair to which the columns belong. */
    public TermTable(List<Condition> conditions, Columns columns) {
        List<List<Term>> terms = new ArrayList<>();
        List<Integer> tested = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Optional<List<Term>> few = columns.alternatives(conditions.get(i), MOST_TERMS);
            terms.add(few.orElse(List.of()));
            if (few.isEmpty()) {
                tested.add(i);
            }
        }
        bits = bits(terms);
        apart = tested.stream().map(i -> new Apart(bits[i], ClassTest.of(conditions.get(i).expr(), columns))).toArray(Apart[]::new);
        List<Term[]> words = words(terms);
        targets = targets(terms);
        start = new long[words.size()];
        first = new int[words.size() + 1];
        Rows rows = new Rows(columns);
        for (int word = 0; word < start.length; word++) {
            start[word] = rows.add(words.get(word));
            first[word + 1] = rows.columns.size();
        }
        this.columns = rows.columns.stream().mapToInt(Integer::intValue).toArray();
        offsets = rows.offsets.stream().mapToInt(Integer::intValue).toArray();
        table = rows.table.stream().mapToLong(Long::longValue).toArray();
    }

    /** Those with the most alternatives stand first. */
    private static int[] bits(List<List<Term>> terms) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> terms.get(i).size()).reversed());
        int[] bits = new int[terms.size()];
        for (int bit = 0; bit < bits.length; bit++) {
            bits[order.get(bit)] = bit;
        }
        return bits;
    }

    /** How many words each plane has: it holds only the conditions with so many alternatives, which stand first. */
    private static int[] planes(List<List<Term>> terms) {
        int most = terms.stream().mapToInt(List::size).max().orElse(0);
        int[] words = new int[most];
        for (int plane = 0; plane < most; plane++) {
            int at = plane;
            words[plane] = (int) ((terms.stream().filter(list -> list.size() > at).count() + 63) / 64);
        }
        return words;
    }

    private static int[] targets(List<List<Term>> terms) {
        return Arrays.stream(planes(terms)).flatMap(words -> IntStream.range(0, words)).toArray();
    }

    /** The alternatives in each word of all planes, by their bit. */
    private List<Term[]> words(List<List<Term>> terms) {
        List<Term[]> words = new ArrayList<>();
        int plane = 0;
        for (int width : planes(terms)) {
            int begin = words.size();
            for (int word = 0; word < width; word++) {
                words.add(new Term[Long.SIZE]);
            }
            for (int condition = 0; condition < terms.size(); condition++) {
                if (terms.get(condition).size() > plane) {
                    words.get(begin + (bits[condition] >> 6))[bits[condition] & 63] = terms.get(condition).get(plane);
                }
            }
            plane++;
        }
        return words;
    }

    /** The rows of all words, as they are laid down one after another. */
    private record Rows(Columns all, List<Integer> columns, List<Integer> offsets, List<Long> table) {

        Rows(Columns all) {
            this(all, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** Lays down the rows of the columns at which the word's alternatives look; returns the bits that it uses. */
        long add(Term[] terms) {
            long used = 0;
            BitSet looked = new BitSet();
            for (int bit = 0; bit < terms.length; bit++) {
                if (terms[bit] != null) {
                    used |= 1L << bit;
                    terms[bit].classes().keySet().forEach(looked::set);
                }
            }
            for (int column = looked.nextSetBit(0); column >= 0; column = looked.nextSetBit(column + 1)) {
                columns.add(column);
                offsets.add(table.size());
                for (int c = 0; c <= all.list().get(column).classes(); c++) {
                    table.add(possible(terms, column, c));
                }
            }
            return used;
        }

        private static long possible(Term[] terms, int column, int c) {
            long possible = 0;
            for (int bit = 0; bit < terms.length; bit++) {
                BitSet wanted = terms[bit] == null ? new BitSet() : terms[bit].classes().get(column);
                if (wanted == null || wanted.get(c)) {
                    possible |= 1L << bit;
                }
            }
            return possible;
        }
    }

    /** How many words the result takes. */
    public int words() {
        return (bits.length + 63) / 64;
    }

    /** Which bit of the result tells of a condition. */
    public int bit(int condition) {
        return bits[condition];
    }

    /** Sets exactly the bits of the conditions that are met, given the class of every column. Allocates nothing. */
    public void evaluate(int[] classes, long[] met) {
        Arrays.fill(met, 0);
        int at = 0;
        for (int word = 0; word < targets.length; word++) {
            long possible = start[word];
            for (int end = first[word + 1]; at < end; at++) {
                possible &= table[offsets[at] + classes[columns[at]]];
            }
            met[targets[word]] |= possible;
        }
        for (Apart one : apart) {
            if (one.test.met(classes)) {
                met[one.bit >> 6] |= 1L << one.bit;
            }
        }
    }
}
