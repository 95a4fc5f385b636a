package org.fourportals.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

import org.fourportals.TestCity;
import org.fourportals.base.CityTime;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Standing;
import org.fourportals.portal.Browser;
import org.junit.jupiter.api.Test;

/** The spreadsheet lists every circumstance that the engine counts, once, and does nothing else to who opens it. */
class CircumstanceSheetTest {

    private final Catalogue catalogue = TestCity.get(Catalogue.class);
    private final LocalDate today = TestCity.get(CityTime.class).today();

    @Test
    void listsAsManyCircumstancesAsAreCounted() {
        List<AffairPlan> small = catalogue.affairs().stream().flatMap(a -> catalogue.findPlan(a.id()).stream())
                .filter(plan -> plan.rules().counts().circumstances().compareTo(BigInteger.valueOf(CircumstanceSheet.MOST)) <= 0)
                .filter(plan -> new AnswerClasses(plan, today).areExact()).limit(25).toList();
        assertThat(small).isNotEmpty().allSatisfy(plan -> {
            List<Facts> rows = CircumstanceSheet.list(plan, today);
            assertThat(rows).as(plan.affair().id()).hasSize(plan.rules().counts().circumstances().intValueExact());
            assertThat(new HashSet<>(rows)).hasSameSizeAs(rows);
            assertThat(rows.stream().filter(row -> plan.rules().standing(row, today) instanceof Standing.Listed).count())
                    .as(plan.affair().id()).isEqualTo(plan.rules().counts().accepted().longValueExact());
        });
    }

    @Test
    void saysSoWhereThereAreMore() {
        AffairPlan large = catalogue.affairs().stream().flatMap(a -> catalogue.findPlan(a.id()).stream())
                .filter(plan -> plan.rules().counts().circumstances().compareTo(BigInteger.valueOf(CircumstanceSheet.MOST)) > 0)
                .filter(plan -> new AnswerClasses(plan, today).areExact()).findFirst().orElseThrow();
        Browser editor = new Browser().signIn("editor", "/office");
        String csv = editor.get("/office/affairs/" + large.affair().id() + "/circumstances").body();
        assertThat(csv).startsWith("\uFEFF\"").contains("These are the first 2").endsWith("\r\n");
        assertThat(csv.lines().count()).isEqualTo(CircumstanceSheet.MOST + 2);
        assertThat(editor.get("/office/affairs/no-such/circumstances").statusCode()).isEqualTo(404);
    }

    @Test
    void makesNoCellAFormula() {
        for (String hostile : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")) {
            assertThat(CircumstanceSheet.cell(hostile)).startsWith("\"'");
        }
        assertThat(CircumstanceSheet.cell("a \"b\", c")).isEqualTo("\"a \"\"b\"\", c\"");
        assertThat(CircumstanceSheet.cell("")).isEqualTo("\"\"");
    }
}
