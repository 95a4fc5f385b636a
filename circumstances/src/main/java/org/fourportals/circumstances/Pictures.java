package org.fourportals.circumstances;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.fourportals.circumstances.diagram.OutcomeDiagram;
import org.fourportals.circumstances.diagram.TooLarge;

/**
 * Draws up the picture of an affair: brings the diagram of all its circumstances, which has every question on every way,
 * down to the questions that make a difference, and counts who passes where.
 */
final class Pictures {

    private static final int LIMIT = 200_000;

    /** A question at which ways part: where each block leads, {@link OutcomeDiagram#EXCLUDED} where none can go. */
    private record Fork(int question, List<Integer> next) {}

    private final Model model;
    private final OutcomeDiagram diagram;
    private final int[] places;
    private final List<Fork> forks = new ArrayList<>();
    private final List<BigInteger[]> passing = new ArrayList<>();
    private final int grounds;
    private final BigInteger total;

    private Pictures(Model model) {
        this.model = model;
        this.grounds = model.section(Section.GROUND).size();
        this.diagram = outcomes(model, List.of(Section.GROUND, Section.REFUSAL), LIMIT);
        BigInteger[][] weights = model.weights();
        BigInteger[] below = diagram.below(weights);
        total = OutcomeDiagram.of(below, diagram.root());
        places = new int[below.length];
        reduce(below);
        count(below, weights);
    }

    /** With at most so many spots. Throws {@link TooLarge} if the affair's outcomes are too entangled to be drawn. */
    static Picture of(Model model, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a picture has at least one spot, not " + limit);
        }
        Pictures pictures = new Pictures(model);
        return new PictureCut(pictures, limit).picture();
    }

    private static OutcomeDiagram outcomes(Model model, List<Section> sections, int limit) {
        int[] conditions = sections.stream().flatMap(section -> model.section(section).stream()).mapToInt(Model.Compiled::formula).toArray();
        int refusals = model.section(Section.GROUND).size();
        int requirements = refusals + model.section(Section.REFUSAL).size();
        return new OutcomeDiagram(model.formulas, model.whens, model.excludedFormula(), conditions, refusals, requirements, limit);
    }

    /** Finds for each node the fork, end or nothing that it comes to once questions without a difference are left out. */
    private void reduce(BigInteger[] below) {
        Map<Fork, Integer> unique = new HashMap<>();
        for (int at = 0; at < places.length; at++) {
            OutcomeDiagram.Node node = diagram.nodes().get(at);
            List<Integer> next = new ArrayList<>();
            Set<Integer> different = new HashSet<>();
            for (int one : node.next()) {
                int place = OutcomeDiagram.of(below, one).signum() == 0 ? OutcomeDiagram.EXCLUDED : place(one);
                next.add(place);
                different.add(place);
            }
            different.remove(OutcomeDiagram.EXCLUDED);
            if (different.size() == 1) {
                places[at] = different.iterator().next();
            } else if (different.isEmpty()) {
                places[at] = OutcomeDiagram.EXCLUDED;
            } else {
                places[at] = unique.computeIfAbsent(new Fork(node.question(), next), fork -> {
                    forks.add(fork);
                    BigInteger[] none = new BigInteger[fork.next.size()];
                    Arrays.fill(none, BigInteger.ZERO);
                    passing.add(none);
                    return forks.size() - 1;
                });
            }
        }
    }

    private int place(int next) {
        return next >= 0 ? places[next] : next;
    }

    /** Counts how many circumstances take each block of each fork. */
    private void count(BigInteger[] below, BigInteger[][] weights) {
        BigInteger[] arriving = new BigInteger[places.length];
        Arrays.fill(arriving, BigInteger.ZERO);
        if (diagram.root() >= 0) {
            arriving[diagram.root()] = BigInteger.ONE;
        }
        for (int at = places.length - 1; at >= 0; at--) {
            OutcomeDiagram.Node node = diagram.nodes().get(at);
            boolean parts = places[at] >= 0 && forks.get(places[at]).question == node.question();
            for (int block = 0; block < node.next().length; block++) {
                int next = node.next()[block];
                BigInteger on = node.asked() ? arriving[at].multiply(weights[node.question()][block]) : arriving[at];
                if (next >= 0) {
                    arriving[next] = arriving[next].add(on);
                }
                if (parts) {
                    BigInteger[] taken = passing.get(places[at]);
                    taken[block] = taken[block].add(on.multiply(OutcomeDiagram.of(below, next)));
                }
            }
        }
    }

    int root() {
        return place(diagram.root());
    }

    BigInteger total() {
        return total;
    }

    int question(int fork) {
        return forks.get(fork).question;
    }

    String name(int fork) {
        return model.rules.questions().get(question(fork)).id();
    }

    /** Where a fork leads, with the blocks that lead there. */
    Map<Integer, BitSet> ways(int fork) {
        Map<Integer, BitSet> ways = new LinkedHashMap<>();
        List<Integer> next = forks.get(fork).next;
        for (int block = 0; block < next.size(); block++) {
            if (next.get(block) != OutcomeDiagram.EXCLUDED) {
                ways.computeIfAbsent(next.get(block), _ -> new BitSet()).set(block);
            }
        }
        return ways;
    }

    BigInteger passing(int fork, BitSet blocks) {
        return blocks.stream().mapToObj(block -> passing.get(fork)[block]).reduce(BigInteger.ZERO, BigInteger::add);
    }

    Picture.Edge edge(int from, int to, int fork, BitSet blocks) {
        Question question = model.rules.questions().get(question(fork));
        Partition partition = model.partitions.get(question(fork));
        List<String> answers = switch (question.kind()) {
            case YES_NO, CHOICE -> {
                Set<String> taken = new TreeSet<>();
                blocks.stream().forEach(block -> taken.addAll(partition.members(block)));
                List<String> declared = question.kind() == Question.Kind.YES_NO ? List.of("yes", "no") : question.answers();
                yield declared.stream().filter(taken::contains).toList();
            }
            case SEVERAL_OF, NUMBER, MONEY, DATE, REPEATED -> List.of();
        };
        return new Picture.Edge(from, to, answers, ConditionText.whereAsked(question, partition, blocks), passing(fork, blocks));
    }

    Picture.End end(int id, int place, Map<BitSet, Integer> checklists, BigInteger circumstances) {
        BitSet met = diagram.ends().get(OutcomeDiagram.end(place));
        List<String> accepted = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        met.stream().forEach(i -> {
            if (i < grounds) {
                accepted.add(model.section(Section.GROUND).get(i).id());
            } else {
                refused.add(model.section(Section.REFUSAL).get(i - grounds).id());
            }
        });
        Integer counted = refused.isEmpty() ? checklists.get(met) : Integer.valueOf(0);
        return new Picture.End(id, accepted, refused, counted == null ? OptionalInt.empty() : OptionalInt.of(counted), circumstances);
    }

    /** How many different checklists there are at each end; nothing if they cannot all be told apart. */
    Map<BitSet, Integer> checklists() {
        Map<BitSet, Integer> counts = new HashMap<>();
        try {
            int outcomes = grounds + model.section(Section.REFUSAL).size();
            for (BitSet end : outcomes(model, List.of(Section.GROUND, Section.REFUSAL, Section.REQUIREMENT), LIMIT).ends()) {
                counts.merge(end.get(0, outcomes), 1, Integer::sum);
            }
        } catch (TooLarge _) {
            counts.clear();
        }
        return counts;
    }
}
