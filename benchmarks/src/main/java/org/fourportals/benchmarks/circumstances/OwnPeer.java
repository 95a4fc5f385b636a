package org.fourportals.benchmarks.circumstances;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Evaluator;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Section;

/** Our own evaluation: from facts by name, as peers take theirs, or from facts that were encoded before. */
final class OwnPeer implements Peer {

    static final List<Section> SECTIONS = List.of(Section.EXCLUSION, Section.GROUND, Section.REFUSAL, Section.REQUIREMENT);

    private final Evaluator evaluator;
    private final List<Facts> facts;
    private final LocalDate today;
    private final boolean encodedBefore;
    private final int[][] encoded;
    private final int[] classes;
    private final long[] met;

    OwnPeer(AffairRules rules, List<Facts> facts, LocalDate today, boolean encodedBefore) {
        evaluator = Evaluator.of(rules);
        this.facts = facts;
        this.today = today;
        this.encodedBefore = encodedBefore;
        classes = evaluator.newClasses();
        met = evaluator.newMet();
        encoded = facts.stream().map(one -> {
            if (!evaluator.encode(one, today, classes)) {
                throw new IllegalStateException("not complete: " + one);
            }
            return classes.clone();
        }).toArray(int[][]::new);
    }

    @Override
    public String name() {
        return encodedBefore ? "encoded" : "own";
    }

    @Override
    public int evaluate(int circumstance) {
        if (encodedBefore) {
            evaluator.evaluate(encoded[circumstance], met);
        } else {
            evaluator.encode(facts.get(circumstance), today, classes);
            evaluator.evaluate(classes, met);
        }
        return (int) met[0];
    }

    @Override
    public Set<String> met(int circumstance) {
        evaluate(circumstance);
        Set<String> ids = new TreeSet<>();
        SECTIONS.forEach(section -> evaluator.ids(section, met).forEach(id -> ids.add(section + "/" + id)));
        return ids;
    }
}
