package org.fourportals.benchmarks.circumstances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Circumstances;
import org.fourportals.circumstances.Compilation;
import org.fourportals.circumstances.CompiledAffair;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.Requirement;
import org.fourportals.circumstances.Rule;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.dmn.DmnModel;
import org.junit.jupiter.api.Test;

/**
 * Every affair of the catalogue against Apache KIE. By default a few circumstances of each, all of the very small ones;
 * with -Dcircumstances.rounds=N from 10,000 on (`test --full`) every circumstance of an affair with at most 10,000, and
 * 10,000 random ones of each larger.
 */
class CatalogueAgainstKieTest {

    private static final LocalDate TODAY = LocalDate.of(2028, 2, 29);
    private static final long SEED = Long.getLong("circumstances.seed", 20_260_301L);
    private static final boolean FULL = Integer.getInteger("circumstances.rounds", 0) >= 10_000;
    private static final Place PLACE = new Place("affair.yaml", 1);

    @Test
    void agreesOnEveryAffair() {
        CatalogueReader.Reading reading = CatalogueReader.read(Path.of(System.getProperty("fourportals.root", ".."), "catalogue"));
        assertThat(reading.plans()).hasSizeGreaterThanOrEqualTo(200);
        int[] count = new int[3];
        reading.plans().forEach((id, plan) -> {
            KieAgreement.Compared compared = FULL ? new KieAgreement(id, plan.rules(), TODAY).compare(10_000, 10_000, SEED)
                    : new KieAgreement(id, plan.rules(), TODAY).compare(200, 40, SEED);
            count[0] += compared.evaluations();
            count[1] += compared.every() ? 1 : 0;
            count[2]++;
        });
        System.out.printf("KIE agrees on %d affairs, %d of them in every circumstance, in %d evaluations%n", count[2], count[1], count[0]);
    }

    @Test
    void allCircumstancesOfASmallAffairAreLookedAt() {
        AffairRules rules = rules("n >= 5");
        CompiledAffair affair = ((Compilation.Proved) Circumstances.compile(rules)).affair();
        KieAgreement.Compared compared = new KieAgreement("small", affair, TODAY).compare(3, 0, SEED);
        assertThat(compared.every()).isTrue();
        assertThat(compared.evaluations()).as("a = no, and n at both sides of its border and at its ends").isEqualTo(1 + 4);
        assertThat(new KieAgreement("small", affair, TODAY).compare(2, 50, SEED)).isEqualTo(new KieAgreement.Compared(false, 50));
        Facts facts = Facts.none().with("a", Answer.YES).with("n", Answer.of(5));
        KiePeer kie = new KiePeer(DmnModel.of(rules, "small"), OwnPeer.SECTIONS, List.of(facts), TODAY);
        assertThat(kie.said(0).met()).containsExactly(Section.GROUND + "/g", Section.REQUIREMENT + "/always", Section.REQUIREMENT + "/some");
    }

    @Test
    void aModelThatSaysSomethingElseIsNoticed() {
        AffairRules rules = rules("n >= 5");
        CompiledAffair affair = ((Compilation.Proved) Circumstances.compile(rules)).affair();
        new KieAgreement("small", affair, TODAY).compare(100, 0, SEED);
        assertThatThrownBy(() -> new KieAgreement("small", affair, DmnModel.of(rules("n >= 4"), "small"), TODAY).compare(100, 0, SEED))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("n = 4").hasMessageContaining("seed");
    }

    private static AffairRules rules(String when) {
        return new AffairRules("small", List.of(Question.yesNo("a", null, PLACE), Question.number("n", 0, 9, "a", PLACE)),
                List.of(), List.of(new Rule("g", "true", PLACE)), List.of(), List.of(new Requirement("always", "true", true, PLACE),
                new Requirement("some", when, true, PLACE)), List.of(), Set.of());
    }
}
