package org.fourportals.benchmarks.circumstances;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.fourportals.circumstances.CompiledAffair;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.Standing;
import org.fourportals.circumstances.dmn.DmnModel;

/**
 * An affair, exported and evaluated by Apache KIE: each time it must say what the affair itself says and what the fast
 * evaluation says, of every rule and of the outcome. Small affairs are compared in every circumstance.
 */
final class KieAgreement {

    private static final int MOST_ENUMERATED = 200_000;

    /** What was compared: whether it was every circumstance, and how many evaluations that took. */
    record Compared(boolean every, int evaluations) {}

    private final String id;
    private final CompiledAffair affair;
    private final DmnModel exported;
    private final LocalDate today;

    KieAgreement(String id, CompiledAffair affair, LocalDate today) {
        this(id, affair, DmnModel.of(affair.rules(), id), today);
    }

    KieAgreement(String id, CompiledAffair affair, DmnModel exported, LocalDate today) {
        this.id = id;
        this.affair = affair;
        this.exported = exported;
        this.today = today;
    }

    /**
     * Every circumstance if there are at most `small`, else `random` ones; and some that are excluded. Throws
     * {@link IllegalStateException} at the first difference, naming the seed.
     */
    Compared compare(int small, int random, long seed) {
        Sample sample = new Sample(affair.rules(), today);
        boolean few = affair.counts().circumstances().bitLength() < 31 && affair.counts().circumstances().intValue() <= small;
        List<Facts> facts = few ? sample.all(MOST_ENUMERATED, this::isPossible) : List.of();
        boolean every = !facts.isEmpty();
        List<Facts> compared = new ArrayList<>(facts);
        compared.addAll(random(sample, every ? 0 : random, new Random(seed + id.hashCode())));
        compare(compared, seed);
        return new Compared(every, compared.size());
    }

    private boolean isPossible(Facts facts) {
        return !(affair.standing(facts, today) instanceof Standing.Impossible);
    }

    /** So many that are possible, and with them a few that are not. */
    private List<Facts> random(Sample sample, int wanted, Random random) {
        List<Facts> some = new ArrayList<>();
        int impossible = 0;
        for (int tries = 0; some.size() - impossible < wanted && tries < 100 * wanted || tries < 20; tries++) {
            Facts facts = sample.some(1, random).getFirst();
            boolean possible = isPossible(facts);
            if (possible ? some.size() - impossible < wanted : impossible < 20) {
                some.add(facts);
                impossible += possible ? 0 : 1;
            }
        }
        return some;
    }

    private void compare(List<Facts> facts, long seed) {
        KiePeer kie = new KiePeer(exported, OwnPeer.SECTIONS, facts, today);
        OwnPeer own = new OwnPeer(affair.rules(), facts, today, false);
        for (int i = 0; i < facts.size(); i++) {
            String where = id + ", seed " + seed + ", " + facts.get(i);
            KiePeer.Said said = kie.said(i);
            Set<String> expected = met(facts.get(i));
            same(where + ", the fast evaluation", own.met(i), expected);
            same(where, said.met(), expected);
            outcome(where, said.outcome(), affair.standing(facts.get(i), today));
        }
    }

    private static void outcome(String where, Map<?, ?> outcome, Standing standing) {
        switch (standing) {
            case Standing.Impossible _ -> same(where, outcome.get("state"), "impossible");
            case Standing.Refused(List<String> refusals) -> {
                same(where, outcome.get("state"), "refused");
                same(where, outcome.get("refusals"), refusals);
            }
            case Standing.Listed(List<String> grounds, List<String> requirements) -> {
                same(where, outcome.get("state"), "accepted");
                same(where, outcome.get("grounds"), grounds);
                same(where, outcome.get("requirements"), requirements);
            }
            case Standing.Asking asking -> throw new IllegalStateException(where + " still asks " + asking);
        }
    }

    private static void same(String where, Object said, Object expected) {
        if (!expected.equals(said)) {
            throw new IllegalStateException(where + ": " + said + " instead of " + expected);
        }
    }

    private Set<String> met(Facts facts) {
        Set<String> met = new TreeSet<>();
        affair.rules().exclusions().forEach(rule -> add(met, Section.EXCLUSION, rule.id(), facts));
        affair.rules().grounds().forEach(rule -> add(met, Section.GROUND, rule.id(), facts));
        affair.rules().refusals().forEach(rule -> add(met, Section.REFUSAL, rule.id(), facts));
        affair.rules().requirements().forEach(rule -> add(met, Section.REQUIREMENT, rule.id(), facts));
        return met;
    }

    private void add(Set<String> met, Section section, String rule, Facts facts) {
        if (affair.evaluate(section, rule, facts, today).isMet()) {
            met.add(section + "/" + rule);
        }
    }
}
