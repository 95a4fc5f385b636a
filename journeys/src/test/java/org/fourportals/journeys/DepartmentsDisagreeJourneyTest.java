package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

/**
 * Nobody says anything about an application for five working days, so that it counts as accepted; the fire brigade asks for a drawing afterwards, gets it
 * and disagrees all the same. Market regulation decides, and has to say why it grants it in spite of that.
 */
class DepartmentsDisagreeJourneyTest {

    private static final String WHY = "消防通道已现场核实，符合规定。";

    @Test
    void afterADeemedAcceptanceAndASupplementOneDecidesInSpiteOfTheOtherAndSaysWhy() {
        try (CityServer city = CityServer.start()) {
            Bistro.givesAMandate(city);
            String number = Bistro.applies(city);
            city.restart(9);
            countsAsAccepted(city);
            asksForASupplement(city, number);
            Bistro.addsItFromThePhone(city, number);
            disagrees(city, number);
            agrees(city, number, "");
            agrees(city, number, "现场检查合格");
            decidesInSpiteOfIt(city, number);
            isRead(city, number);
        }
    }

    private void countsAsAccepted(CityServer city) {
        try (Person agent = new Person(city, Screen.PC)) {
            agent.signIn("gao-ting", "/cases").follow(Bistro.LICENCE);
            for (Instant until = Instant.now().plusSeconds(180); !agent.text().contains("视为受理") && Instant.now().isBefore(until);) {
                agent.page().waitForTimeout(1_000);
                agent.page().reload();
            }
            assertThat(agent.text()).contains("五个工作日内没有答复，视为受理");
        }
    }

    private void asksForASupplement(CityServer city, String number) {
        try (Person fire = new Person(city, Screen.PC)) {
            fire.signIn("reviewer-fire", "/office/worklist").follow(number);
            assertThat(fire.text()).contains("五个工作日已过，视为受理");
            Office.requestSupplement(fire, "site-plan", "图纸看不清，请重新提供。");
        }
    }

    private void disagrees(CityServer city, String number) {
        try (Person fire = new Person(city, Screen.PC)) {
            fire.signIn("reviewer-fire", "/office/worklist").follow(number);
            fire.page().locator("button[name=opinion][value=disagree]").click();
            assertThat(fire.page().locator("form[action$='/opinion'] .govuk-error-message").count()).as("without a reason").isEqualTo(1);
            fire.page().locator("form[action$='/opinion'] textarea").fill("疏散通道太窄。");
            fire.page().locator("button[name=opinion][value=disagree]").click();
            assertThat(fire.text()).contains("疏散通道太窄");
        }
    }

    private void agrees(CityServer city, String number, String remark) {
        try (Person market = new Person(city, Screen.PC)) {
            market.signIn("reviewer-market", "/office/worklist").follow(number);
            Office.agree(market, remark);
        }
    }

    private void decidesInSpiteOfIt(CityServer city, String number) {
        try (Person market = new Person(city, Screen.PC)) {
            market.signIn("reviewer-market", "/office/worklist").follow(number);
            assertThat(market.text()).contains("不同意的部门：杭州市消防救援支队").contains("疏散通道太窄");
            market.page().locator("button[name=decision][value=grant]").click();
            assertThat(market.text()).contains("请写明仍然批准的理由");
            market.page().locator("form[action$='/decision'] textarea").fill(WHY);
            Office.grant(market);
        }
    }

    private void isRead(CityServer city, String number) {
        try (Person agent = new Person(city, Screen.PC); Person fire = new Person(city, Screen.PC)) {
            agent.signIn("gao-ting", "/cases").follow(Bistro.LICENCE);
            assertThat(agent.text()).contains("已办成").contains(number).contains(WHY);
            String path = agent.path();
            fire.signIn("reviewer-fire", "/office" + path);
            assertThat(fire.text()).contains("未采纳杭州市消防救援支队的意见").contains(WHY);
        }
    }
}
