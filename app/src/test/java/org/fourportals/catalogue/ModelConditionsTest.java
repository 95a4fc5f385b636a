package org.fourportals.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.fourportals.catalogue.CatalogueReader.Reading;
import org.fourportals.catalogue.ModelConditions.Taken;
import org.fourportals.circumstances.Difference;
import org.fourportals.circumstances.dmn.DmnModel;
import org.junit.jupiter.api.Test;

/** A DMN model taken back into the text it was exported from: unchanged, changed, and as nobody should send it. */
class ModelConditionsTest {

    private static final Path FOLDER = Files.isDirectory(Path.of("catalogue")) ? Path.of("catalogue") : Path.of("../catalogue");
    private static final Reading READING = CatalogueReader.read(FOLDER);

    private static String model(AffairPlan plan) {
        return DmnModel.of(plan.rules().rules(), plan.affair().name().en(), Map.of()).xml();
    }

    @Test
    void leavesTheTextAsItIsWhereTheModelSaysTheSame() {
        for (AffairPlan plan : READING.plans().values().stream().limit(20).toList()) {
            String text = READING.texts().get(plan.affair().id());
            assertThat(ModelConditions.apply(plan, text, model(plan), "model.dmn")).as(plan.affair().id())
                    .isInstanceOfSatisfying(Taken.Into.class, into -> {
                        assertThat(into.replaced()).isEmpty();
                        assertThat(into.text()).isEqualTo(text);
                    });
        }
    }

    @Test
    void takesWhatSomebodyChangedInTheModel() {
        String id = "food-business-licence";
        AffairPlan plan = READING.plans().get(id);
        String text = READING.texts().get(id);
        int at = text.indexOf("when:", text.indexOf("id: present-licence"));
        String other = text.substring(0, at) + text.substring(at).replaceFirst(java.util.regex.Pattern.quote("when: 'application in (\"change\", \"renewal\", \"replacement\")'"), "when: 'application in (\"change\", \"replacement\")'");
        assertThat(other).isNotEqualTo(text);
        AffairPlan wanted = CatalogueReader.read(READING.city(), "affairs/market-regulation/" + id + ".yaml", other).plan().orElseThrow();
        assertThat(ModelConditions.apply(plan, text, model(wanted), "model.dmn")).isInstanceOfSatisfying(Taken.Into.class, into -> {
            assertThat(into.replaced()).containsExactly("requirements.present-licence.when");
            AffairPlan taken = CatalogueReader.read(READING.city(), "affairs/market-regulation/" + id + ".yaml", into.text()).plan().orElseThrow();
            assertThat(Difference.between(wanted.rules(), taken.rules()).orElseThrow().changed()).isZero();
            assertThat(Difference.between(plan.rules(), taken.rules()).orElseThrow().changed()).isPositive();
            assertThat(into.text().lines().count()).as("only that one condition").isEqualTo(text.lines().count());
        });
    }

    @Test
    void tellsWhatOnlyTheModelHasAndWhatItLacks() {
        AffairPlan plan = READING.plans().get("old-age-allowance");
        String text = READING.texts().get("old-age-allowance");
        String requirement = plan.requirements().getFirst().id();
        assertThat(ModelConditions.apply(plan, text, model(plan).replace(requirement, "another-paper"), "model.dmn")).isInstanceOfSatisfying(Taken.Into.class,
                into -> assertThat(into.notes()).anyMatch(note -> note.contains("requirements.another-paper.when: only the model has it"))
                        .anyMatch(note -> note.contains("requirements." + requirement + ".when: the model does not have it")));
    }

    @Test
    void refusesWhatIsNoModel() {
        AffairPlan plan = READING.plans().get("old-age-allowance");
        String text = READING.texts().get("old-age-allowance");
        for (String bad : List.of("<", "<a/>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>", model(plan).substring(0, 500),
                model(plan).replace("MODEL/", "NOTHING/"))) {
            assertThat(ModelConditions.apply(plan, text, bad, "model.dmn")).as(bad.substring(0, Math.min(30, bad.length())))
                    .isInstanceOfSatisfying(Taken.NotRead.class, not -> assertThat(not.problems()).isNotEmpty()
                            .allSatisfy(problem -> assertThat(problem.toString()).startsWith("model.dmn").doesNotContain("root:")));
        }
    }
}
