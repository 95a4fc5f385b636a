package org.fourportals.circumstances;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** What of an affair's diagram is shown: all of it, or all above a question such that it is not more than wanted. */
final class PictureCut {

    private final Pictures of;
    private final NavigableSet<Integer> reachable = new TreeSet<>();
    private final Map<Integer, BigInteger> arriving = new LinkedHashMap<>();
    private int below = Integer.MAX_VALUE;

    PictureCut(Pictures of, int limit) {
        this.of = of;
        reach(of.root(), reachable);
        NavigableSet<Integer> questions = new TreeSet<>();
        reachable.stream().filter(place -> place >= 0).forEach(place -> questions.add(of.question(place)));
        int size = reachable.size();
        while (size > limit && !questions.isEmpty()) {
            below = questions.pollLast();
            size = shown().size();
        }
    }

    private void reach(int place, Set<Integer> seen) {
        if (seen.add(place) && place >= 0) {
            of.ways(place).keySet().forEach(next -> reach(next, seen));
        }
    }

    private boolean isFolded(int place) {
        return place >= 0 && of.question(place) >= below;
    }

    /** What is shown, from where every way begins downwards, with how many circumstances arrive there. */
    private Map<Integer, BigInteger> shown() {
        arriving.clear();
        arriving.put(of.root(), of.total());
        List<Integer> inOrder = reachable.stream().filter(place -> place >= 0 && !isFolded(place))
                .sorted(Comparator.comparing(of::question)).toList();
        for (int place : inOrder) {
            if (arriving.containsKey(place)) {
                of.ways(place).forEach((next, blocks) -> arriving.merge(next, of.passing(place, blocks), BigInteger::add));
            }
        }
        return arriving;
    }

    Picture picture() {
        Map<Integer, BigInteger> shown = shown();
        Map<Integer, Integer> ids = new HashMap<>();
        shown.keySet().forEach(place -> ids.put(place, ids.size()));
        NavigableSet<Integer> questions = new TreeSet<>();
        shown.keySet().stream().filter(place -> place >= 0 && !isFolded(place)).forEach(place -> questions.add(of.question(place)));
        Map<BitSet, Integer> checklists = of.checklists();
        List<Picture.Spot> spots = new ArrayList<>();
        List<Picture.Edge> edges = new ArrayList<>();
        shown.forEach((place, circumstances) -> {
            int id = ids.get(place);
            if (place < 0) {
                spots.add(of.end(id, place, checklists, circumstances));
            } else if (isFolded(place)) {
                spots.add(new Picture.Folded(id, of.name(place), folded(place), circumstances));
            } else {
                spots.add(new Picture.Asked(id, of.name(place), questions.headSet(of.question(place)).size(), circumstances));
                of.ways(place).forEach((next, blocks) -> edges.add(of.edge(id, ids.get(next), place, blocks)));
            }
        });
        return new Picture(spots, edges, of.total(), spots.stream().noneMatch(Picture.Folded.class::isInstance));
    }

    /** How many different questions lie in what is folded, its first counted. */
    private int folded(int place) {
        Set<Integer> within = new TreeSet<>();
        reach(place, within);
        return (int) within.stream().filter(one -> one >= 0).map(of::question).distinct().count();
    }
}
