package org.fourportals.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.fourportals.bureau.internal.Precedents;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.CatalogueReader;
import org.junit.jupiter.api.Test;

/** Which data set stands for which document, by the catalogue as it is. */
class PrecedentsTest {

    @Test
    void learnsFromAffairsWhichRecordStandsForAPaper() {
        List<AffairPlan> plans = List.copyOf(CatalogueReader.read(Path.of("../catalogue")).plans().values());
        var precedents = new Precedents(plans);
        assertThat(precedents.of("lease-contract")).containsOnlyKeys("rental-registrations");
        assertThat(precedents.of("real-estate-title")).containsKey("real-estate-titles");
        assertThat(precedents.of("official-letter")).as("three papers of that name, from three registers").isEmpty();
        assertThat(precedents.of("prior-permit")).as("each of many registers stands for another permit").isEmpty();
        assertThat(precedents.of("site-plan")).as("nobody keeps it").isEmpty();
        AffairPlan reissue = plans.stream().filter(plan -> plan.affair().id().equals("marriage-certificate-reissue")).findFirst().orElseThrow();
        assertThat(Precedents.isBrought(reissue.requirement("identity-card"))).as("a record does").isFalse();
        assertThat(Precedents.isSatisfiedBy(reissue.requirement("identity-card"), "resident-id-cards")).isTrue();
        assertThat(Precedents.isBrought(reissue.requirement("household-booklet"))).isTrue();
        assertThat(Precedents.isBrought(reissue.requirement("loss-declaration"))).as("one's word").isFalse();
    }
}
