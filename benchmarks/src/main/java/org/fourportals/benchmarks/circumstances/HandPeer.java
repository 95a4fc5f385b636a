package org.fourportals.benchmarks.circumstances;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fourportals.circumstances.Facts;
import org.jspecify.annotations.Nullable;

/**
 * What a programmer would write by hand for just these rules, the limit: for each value of each input the rules that it
 * leaves possible, as bits of one word; a circumstance is ten words joined. From values by name, as the others take
 * theirs, or from the words' places, found before.
 */
final class HandPeer implements Peer {

    private final String[] names;
    private final List<Map<Object, Long>> possible = new ArrayList<>();
    private final long[][] flat;
    private final List<Map<String, @Nullable Object>> inputs = new ArrayList<>();
    private final int[][] places;
    private final boolean encodedBefore;
    private final long all;

    HandPeer(SampleRules rules, List<Facts> facts, boolean encodedBefore) {
        this.encodedBefore = encodedBefore;
        names = rules.questions.stream().map(question -> question.id()).toArray(String[]::new);
        all = rules.rules.size() == 64 ? -1L : (1L << rules.rules.size()) - 1;
        for (Facts one : facts) {
            Map<String, @Nullable Object> input = new HashMap<>();
            for (String name : names) {
                Object value = Inputs.value(one.answer(name));
                input.put(name, value instanceof Number number ? Integer.valueOf(number.intValue()) : value);
            }
            inputs.add(input);
        }
        flat = new long[names.length][];
        places = new int[facts.size()][names.length];
        for (int i = 0; i < names.length; i++) {
            prepare(rules, i);
        }
    }

    private void prepare(SampleRules rules, int i) {
        Map<Object, Long> words = new HashMap<>();
        List<Object> seen = new ArrayList<>();
        for (int circumstance = 0; circumstance < inputs.size(); circumstance++) {
            Object value = inputs.get(circumstance).get(names[i]);
            if (words.putIfAbsent(value, word(rules, names[i], value)) == null) {
                seen.add(value);
            }
            places[circumstance][i] = seen.indexOf(value);
        }
        possible.add(words);
        flat[i] = seen.stream().mapToLong(words::get).toArray();
    }

    private static long word(SampleRules rules, String name, Object value) {
        long word = 0;
        for (int r = 0; r < rules.rules.size(); r++) {
            if (rules.rules.get(r).stream().allMatch(wanted -> !wanted.input().equals(name) || wanted.met().test(value))) {
                word |= 1L << r;
            }
        }
        return word;
    }

    @Override
    public String name() {
        return encodedBefore ? "hand-encoded" : "hand";
    }

    private long word(int circumstance) {
        long word = all;
        if (encodedBefore) {
            int[] at = places[circumstance];
            for (int i = 0; i < flat.length; i++) {
                word &= flat[i][at[i]];
            }
        } else {
            Map<String, @Nullable Object> input = inputs.get(circumstance);
            for (int i = 0; i < names.length; i++) {
                word &= possible.get(i).get(input.get(names[i]));
            }
        }
        return word;
    }

    @Override
    public int evaluate(int circumstance) {
        return (int) word(circumstance);
    }

    @Override
    public Set<String> met(int circumstance) {
        long word = word(circumstance);
        Set<String> met = new TreeSet<>();
        for (int r = 0; r < 64; r++) {
            if ((word >> r & 1) == 1) {
                met.add("GROUND/rule-" + r);
            }
        }
        return met;
    }
}
