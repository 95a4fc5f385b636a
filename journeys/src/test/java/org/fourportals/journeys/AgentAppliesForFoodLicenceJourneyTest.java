package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/**
 * Shen Jiaming lets his accountant Gao Ting act for the bistro; she applies, two departments review in parallel, one asks for a supplement,
 * which she sends from the phone ten days later.
 */
class AgentAppliesForFoodLicenceJourneyTest {


    @Test
    void goesThroughBothDepartmentsAndTheClockStandsStillMeanwhile() {
        try (CityServer city = CityServer.start()) {
            Bistro.givesAMandate(city);
            String number = Bistro.applies(city);
            accepts(city, number);
            agrees(city, "reviewer-market", number, "");
            asksForASupplement(city, number);
            city.restart(10);
            Bistro.addsItFromThePhone(city, number);
            noDayWasUsed(city);
            agrees(city, "reviewer-fire", number, "");
            agrees(city, "reviewer-market", number, "现场检查合格");
            decides(city, number);
            for (String who : List.of("gao-ting", "shen-jiaming")) {
                try (Person person = new Person(city, Screen.PC)) {
                    person.signIn(who, "/cases").follow(Bistro.LICENCE);
                    assertThat(person.text()).contains("已办成").contains(number);
                    assertThat(person.link("下载证书（PDF）").isVisible()).isTrue();
                }
            }
        }
    }

    private void accepts(CityServer city, String number) {
        try (Person clerk = new Person(city, Screen.PC)) {
            clerk.signIn("clerk-xihu", "/counter/worklist").follow(number);
            clerk.press("受理");
            assertThat(clerk.text()).contains("已受理");
        }
    }

    private void agrees(CityServer city, String reviewer, String number, String remark) {
        try (Person person = new Person(city, Screen.PC)) {
            person.signIn(reviewer, "/office/worklist").follow(number);
            Office.agree(person, remark);
        }
    }

    private void asksForASupplement(CityServer city, String number) {
        try (Person fire = new Person(city, Screen.PC)) {
            fire.signIn("reviewer-fire", "/office/worklist").follow(number);
            Office.requestSupplement(fire, "site-plan", "图纸看不清，请重新提供。");
        }
        try (Person agent = new Person(city, Screen.PC)) {
            agent.signIn("gao-ting", "/cases").follow(Bistro.LICENCE);
            assertThat(agent.text()).contains("图纸看不清").contains("不计入承诺期限");
        }
    }

    private void noDayWasUsed(CityServer city) {
        try (Person agent = new Person(city, Screen.PHONE)) {
            agent.signIn("gao-ting", "/m/cases").follow(Bistro.LICENCE);
            agent.page().getByText("期限是怎么算的").first().click();
            assertThat(agent.text()).contains("已用 0");
        }
    }

    private void decides(CityServer city, String number) {
        try (Person market = new Person(city, Screen.PC)) {
            market.signIn("reviewer-market", "/office/worklist").follow(number);
            Office.grant(market);
        }
    }
}
