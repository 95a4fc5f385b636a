package org.fourportals.circumstances;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.fourportals.circumstances.diagram.Functions;
import org.fourportals.circumstances.diagram.Restriction;
import org.jspecify.annotations.Nullable;

/**
 * Leads every interview at once. Interviews after which the same remains to be found out go on alike, so that they are
 * led on together: what is left of every condition is the state, and each state is looked at once.
 */
final class InterviewLengths {

    private static final int LIMIT = 20_000;
    private static final int CLOSED = -1;
    private static final int NEXT = -2;

    /** What is still to be asked: in all circumstances together, and in the longest interview. */
    private record Rest(BigInteger questions, int longest) {}

    private static final Rest NOTHING = new Rest(BigInteger.ZERO, 0);

    private final Model model;
    private final Interview interview;
    private final Restriction restriction;
    private final BigInteger[][] weights;
    private final Map<List<Integer>, Rest> rests = new HashMap<>();

    private InterviewLengths(Model model, Interview interview) {
        this.model = model;
        this.interview = interview;
        this.restriction = new Restriction(model.functions);
        this.weights = model.weights();
    }

    /** Empty if there are too many different states. */
    static Optional<Interviews> of(Model model, Interview interview, BigInteger circumstances) {
        int[] known = new int[model.whens.length];
        Arrays.fill(known, -1);
        InterviewLengths lengths = new InterviewLengths(model, interview);
        Left all = lengths.left();
        Rest rest = lengths.rest(known, all);
        return rest == null ? Optional.empty() : Optional.of(new Interviews(rest.longest, rest.questions, circumstances));
    }

    /** What is left of each function under the answers known: of the refusals, of all others, of being asked and used. */
    private record Left(int[] refusals, int[] others, int[] asked, int[] used, int excluded) {}

    private Left left() {
        return new Left(functions(true), functions(false), model.asked.clone(), model.used.clone(), model.excluded);
    }

    private int[] functions(boolean refusals) {
        return model.compiled.stream().filter(rule -> rule.section() != Section.EXCLUSION)
                .filter(rule -> rule.section() == Section.REFUSAL == refusals)
                .mapToInt(Model.Compiled::function).distinct().toArray();
    }

    private Left after(Left left, int question, int block) {
        return new Left(after(left.refusals, question, block), after(left.others, question, block),
                after(left.asked, question, block), after(left.used, question, block),
                restriction.of(left.excluded, question, block));
    }

    private int[] after(int[] functions, int question, int block) {
        return Arrays.stream(functions).map(function -> restriction.of(function, question, block)).toArray();
    }

    private @Nullable Rest rest(int[] known, Left left) {
        int next = interview.next(known);
        if (next < 0) {
            return NOTHING;
        }
        List<Integer> key = key(known, left);
        Rest done = rests.get(key);
        if (done != null) {
            return done;
        }
        if (rests.size() >= LIMIT) {
            return null;
        }
        BigInteger questions = interview.circumstances(known);
        int longest = 0;
        for (int block = 0; block < model.formulas.blocks(next); block++) {
            known[next] = block;
            Rest below = rest(known, after(left, next, block));
            known[next] = -1;
            if (below == null) {
                return null;
            }
            questions = questions.add(below.questions.multiply(weights[next][block]));
            longest = Math.max(longest, below.longest);
        }
        Rest rest = questions.signum() == 0 ? NOTHING : new Rest(questions, longest + 1);
        rests.put(key, rest);
        return rest;
    }

    private List<Integer> key(int[] known, Left left) {
        List<Integer> key = new ArrayList<>();
        distinct(left.refusals, key);
        distinct(left.others, key);
        for (int q = 0; q < known.length; q++) {
            boolean closed = known[q] >= 0 || left.asked[q] == Functions.NO;
            key.add(closed ? CLOSED : left.asked[q]);
            key.add(left.used[q]);
        }
        key.add(left.excluded);
        return key;
    }

    private static void distinct(int[] functions, List<Integer> key) {
        TreeSet<Integer> distinct = new TreeSet<>();
        for (int function : functions) {
            distinct.add(function);
        }
        key.addAll(distinct);
        key.add(NEXT);
    }
}
