package org.fourportals.benchmarks.circumstances;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.circumstances.CompiledAffair;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Rule;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.Standing;
import org.fourportals.circumstances.dmn.DmnModel;
import org.junit.jupiter.api.Test;

/**
 * Every affair of the catalogue, exported and evaluated by Apache KIE: each time it must agree with the affair itself
 * and with the fast evaluation. By default a few circumstances of each; with -Dcircumstances.rounds=N (`test --full`)
 * every circumstance of an affair with at most 2,000, and 10,000 random ones of each larger.
 */
class CatalogueAgainstKieTest {

    private static final LocalDate TODAY = LocalDate.of(2028, 2, 29);
    private static final long SEED = Long.getLong("circumstances.seed", 20_260_301L);
    private static final boolean FULL = Integer.getInteger("circumstances.rounds", 0) >= 10_000;

    @Test
    void agreesOnEveryAffair() {
        Path catalogue = Path.of(System.getProperty("fourportals.root", ".."), "catalogue");
        Map<String, CompiledAffair> affairs = new java.util.TreeMap<>();
        CatalogueReader.read(catalogue).plans().forEach((id, plan) -> affairs.put(id, plan.rules()));
        assertThat(affairs).hasSizeGreaterThanOrEqualTo(12);
        affairs.forEach(CatalogueAgainstKieTest::agrees);
    }

    private static void agrees(String id, CompiledAffair affair) {
        Random random = new Random(SEED + id.hashCode());
        Sample sample = new Sample(affair.rules(), TODAY);
        List<Facts> facts = sample.all(FULL ? 2_000 : 60);
        if (facts.isEmpty()) {
            facts = sample.some(FULL ? 10_000 : 40, random);
        }
        KiePeer kie = new KiePeer(DmnModel.of(affair.rules(), id), OwnPeer.SECTIONS, facts, TODAY);
        OwnPeer own = new OwnPeer(affair.rules(), facts, TODAY, false);
        for (int i = 0; i < facts.size(); i++) {
            String where = "seed " + SEED + ", " + id + ", " + facts.get(i);
            Set<String> expected = met(affair, facts.get(i));
            assertThat(kie.met(i)).as(where).isEqualTo(expected);
            assertThat(own.met(i)).as(where).isEqualTo(expected);
            Map<?, ?> outcome = kie.outcome(i);
            switch (affair.standing(facts.get(i), TODAY)) {
                case Standing.Impossible _ -> assertThat(outcome.get("state")).as(where).isEqualTo("impossible");
                case Standing.Refused _ -> assertThat(outcome.get("state")).as(where).isEqualTo("refused");
                case Standing.Listed(_, List<String> requirements) -> {
                    assertThat(outcome.get("state")).as(where).isEqualTo("accepted");
                    assertThat(outcome.get("requirements")).as(where).isEqualTo(requirements);
                }
                case Standing.Asking asking -> throw new AssertionError(where + " still asks " + asking);
            }
        }
    }

    private static Set<String> met(CompiledAffair affair, Facts facts) {
        Set<String> met = new TreeSet<>();
        affair.rules().exclusions().stream().map(Rule::id).filter(id -> is(affair, Section.EXCLUSION, id, facts)).forEach(id -> met.add("EXCLUSION/" + id));
        affair.rules().grounds().stream().map(Rule::id).filter(id -> is(affair, Section.GROUND, id, facts)).forEach(id -> met.add("GROUND/" + id));
        affair.rules().refusals().stream().map(Rule::id).filter(id -> is(affair, Section.REFUSAL, id, facts)).forEach(id -> met.add("REFUSAL/" + id));
        affair.rules().requirements().stream().map(one -> one.id()).filter(id -> is(affair, Section.REQUIREMENT, id, facts))
                .forEach(id -> met.add("REQUIREMENT/" + id));
        return met;
    }

    private static boolean is(CompiledAffair affair, Section section, String id, Facts facts) {
        return affair.evaluate(section, id, facts, TODAY).isMet();
    }
}
