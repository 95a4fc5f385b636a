package org.fourportals.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.fourportals.catalogue.CatalogueReader.Reading;
import org.junit.jupiter.api.Test;

/** The city's own files, as they stand in the repository. */
class PublishedCatalogueTest {

    private static final Reading READING = CatalogueReader.read(folder());

    private static Path folder() {
        Path here = Path.of("catalogue");
        return Files.isDirectory(here) ? here : Path.of("..", "catalogue");
    }

    @Test
    void hasNoProblems() {
        assertThat(READING.problems()).isEmpty();
    }

    @Test
    void listsTheCity() {
        assertThat(READING.city().departments()).hasSize(59);
        assertThat(READING.city().datasets()).hasSize(238);
        assertThat(READING.city().affairs()).hasSize(408);
        assertThat(READING.city().lifeEvents()).hasSize(20);
    }

    @Test
    void provesTheFirstTwelveAffairs() {
        assertThat(READING.plans().keySet()).contains("child-medical-insurance-enrolment", "no-criminal-record-certificate",
                "residence-permit-renewal", "old-age-allowance", "provident-rent-withdrawal", "driving-licence-renewal",
                "primary-school-enrolment", "household-utilities-transfer", "newborn-household-registration",
                "individual-business-registration", "business-annual-report", "food-business-licence");
        assertThat(READING.plans().values()).allSatisfy(plan -> {
            Catalogue.Proofs proofs = Catalogue.proofs(plan);
            assertThat(proofs.accepted()).isPositive();
            assertThat(proofs.accepted().add(proofs.refused())).isEqualTo(proofs.circumstances());
        });
    }
}
