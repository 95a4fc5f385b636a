package org.fourportals.circumstances.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fourportals.circumstances.condition.Condition;

/**
 * Conditions as bits, evaluated all at once. The first alternatives of all conditions stand side by side in one plane,
 * the second ones in the next, and so on; for every class of every column there is a row that says which alternatives
 * it leaves possible. What is met is the disjunction over the planes of the conjunction over the columns' rows.
 */
public final class TermTable {

    private static final int MOST_TERMS = 64;

    /** A condition with too many alternatives, tested by itself. */
    private record Apart(int bit, ClassTest test) {}

    private final int[] bits;
    private final int[] planeWords;
    private final int width;
    private final int[] active;
    private final int[] offsets;
    private final long[] table;
    private final long[] start;
    private final Apart[] apart;

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
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> terms.get(i).size()).reversed());
        bits = new int[conditions.size()];
        for (int bit = 0; bit < bits.length; bit++) {
            bits[order.get(bit)] = bit;
        }
        apart = tested.stream().map(i -> new Apart(bits[i], ClassTest.of(conditions.get(i).expr(), columns))).toArray(Apart[]::new);
        planeWords = planes(terms);
        width = Arrays.stream(planeWords).sum();
        start = new long[width];
        active = terms.stream().flatMap(List::stream).flatMap(term -> term.classes().keySet().stream()).distinct().sorted()
                .mapToInt(Integer::intValue).toArray();
        offsets = new int[active.length];
        int size = 0;
        for (int i = 0; i < active.length; i++) {
            offsets[i] = size;
            size += (columns.list().get(active[i]).classes() + 1) * width;
        }
        table = new long[size];
        fill(terms, columns);
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

    private void fill(List<List<Term>> terms, Columns columns) {
        for (int condition = 0; condition < terms.size(); condition++) {
            int word = bits[condition] >> 6;
            long bit = 1L << bits[condition];
            int plane = 0;
            for (Term term : terms.get(condition)) {
                start[word] |= bit;
                for (int i = 0; i < active.length; i++) {
                    BitSet wanted = term.classes().get(active[i]);
                    int classes = columns.list().get(active[i]).classes() + 1;
                    for (int c = 0; c < classes; c++) {
                        if (wanted == null || wanted.get(c)) {
                            table[offsets[i] + c * width + word] |= bit;
                        }
                    }
                }
                word += planeWords[plane++];
            }
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
        for (int words : planeWords) {
            for (int word = 0; word < words; word++) {
                long possible = start[at];
                for (int i = 0; i < active.length; i++) {
                    possible &= table[offsets[i] + classes[active[i]] * width + at];
                }
                met[word] |= possible;
                at++;
            }
        }
        for (Apart one : apart) {
            if (one.test.met(classes)) {
                met[one.bit >> 6] |= 1L << one.bit;
            }
        }
    }
}
