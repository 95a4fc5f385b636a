package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.Editions;
import org.junit.jupiter.api.Test;

/** How many people a new text of an affair would have touched, found out from the cases they handed in. */
class LastYearModuleTest extends WholeCases {

    @Test
    void weighsANewTextWithTheCasesOfTheYear() {
        Actor agent = resident("shen-jiaming", Portal.WEB);
        handInARenewal(agent);

        Catalogue catalogue = TestCity.get(Catalogue.class);
        LastYear lastYear = TestCity.get(LastYear.class);
        AffairPlan before = catalogue.findPlan("food-business-licence").orElseThrow();
        LastYear.Touched nothing = lastYear.touched(before, before);
        assertThat(nothing).isEqualTo(new LastYear.Touched(nothing.cases(), nothing.examined(), 0, 0, 0));
        assertThat(nothing.cases()).isGreaterThan(0).isEqualTo(nothing.examined());

        String text = catalogue.findText("food-business-licence").orElseThrow();
        String old = "    when: 'application in (\"change\", \"renewal\", \"replacement\")'";
        assertThat(text).contains(old);
        AffairPlan without = TestCity.get(Editions.class).check("food-business-licence",
                text.replace(old, "    when: 'application in (\"change\", \"replacement\")'")).plan().orElseThrow();
        LastYear.Touched touched = lastYear.touched(before, without);
        assertThat(touched.changed()).as("a renewal no longer brings the present licence").isPositive();
        assertThat(touched.people()).isBetween(1, touched.changed());
        assertThat(touched.asked()).isZero();
        assertThat(lastYear.volume("food-business-licence")).isPositive();
        assertThat(lastYear.volume("no-such-affair")).isZero();
    }

    @Test
    void countsThePeopleWhoHadToBringSomething() {
        handInARenewal(resident("shen-jiaming", Portal.WEB));
        AffairPlan plan = TestCity.get(Catalogue.class).findPlan("food-business-licence").orElseThrow();
        LastYear.Needed needed = TestCity.get(LastYear.class).needed(plan);
        assertThat(needed.examined()).isPositive();
        assertThat(needed.people().values()).allMatch(people -> people >= 1 && people <= needed.examined());
        assertThat(needed.estimate("no-such-requirement")).isZero();
        assertThat(new LastYear.Needed(4_000, 2_000, Map.of("paper", 30)).estimate("paper")).isEqualTo(60);
    }
}
