package org.fourportals.benchmarks.circumstances;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Circumstances;
import org.fourportals.circumstances.Compilation;
import org.fourportals.circumstances.CompiledAffair;
import org.fourportals.circumstances.Difference;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.dmn.DmnImport;
import org.fourportals.circumstances.dmn.DmnModel;
import org.fourportals.circumstances.dmn.Imported;
import org.junit.jupiter.api.Test;

/** Every affair of the catalogue, exported as DMN and read back: proved again, with the same checklist in every circumstance. */
class CatalogueRoundTripTest {

    @Test
    void everyAffairComesBackTheSame() {
        Path catalogue = Path.of(System.getProperty("fourportals.root", ".."), "catalogue");
        List<String> wrong = new ArrayList<>();
        CatalogueReader.read(catalogue).plans().forEach((id, plan) -> comesBack(id, plan, wrong));
        assertThat(wrong).isEmpty();
    }

    private static void comesBack(String id, AffairPlan plan, List<String> wrong) {
        CompiledAffair affair = plan.rules();
        switch (DmnImport.read(DmnModel.of(affair.rules(), id).xml(), id + ".dmn")) {
            case Imported.Refused(List<Problem> problems) -> wrong.add(problems.toString());
            case Imported.Read(AffairRules rules, _, _, _) -> {
                switch (Circumstances.compile(rules)) {
                    case Compilation.Rejected(List<Problem> problems) -> wrong.add(id + " " + problems);
                    case Compilation.Proved(CompiledAffair back) -> {
                        Difference difference = Difference.between(affair, back).orElseThrow(() -> new AssertionError(id + " cannot be compared"));
                        if (difference.changed().signum() != 0 || !difference.added().isEmpty() || !difference.removed().isEmpty()) {
                            wrong.add(id + " " + difference);
                        }
                    }
                }
            }
        }
    }
}
