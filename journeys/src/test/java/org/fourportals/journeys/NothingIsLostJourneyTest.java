package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Two clerks on one case; the server killed right after a receipt. */
class NothingIsLostJourneyTest {

    @Test
    void tellsTheSecondClerkThatACaseIsHeld() {
        CityServer city = City.shared();
        String number = submitsLicenceRenewal(city);
        try (Person first = new Person(city, Screen.PC); Person second = new Person(city, Screen.PC)) {
            first.signIn("clerk-xihu", "/counter/worklist").follow(number);
            second.signIn("clerk-xihu-2", "/counter/worklist").follow(number);
            assertThat(second.text()).contains("陈晓燕正在办理这一件");
            first.press("受理");
            assertThat(first.text()).contains("已受理");
            second.page().reload();
            assertThat(second.text()).doesNotContain("材料都看过，齐全、正确。");
        }
    }

    @Test
    void keepsOneCompleteCaseThroughAKillRightAfterTheReceipt() {
        try (CityServer city = CityServer.start()) {
            String number = submitsLicenceRenewal(city);
            city.kill();
            city.restart(0);
            try (Person driver = new Person(city, Screen.PC)) {
                driver.signIn("wu-haiyan", "/cases");
                assertThat(driver.page().getByText("机动车驾驶证期满换证").count()).isEqualTo(1);
                driver.follow("机动车驾驶证期满换证");
                assertThat(driver.text()).contains(number).contains("提交了申请");
                assertThat(driver.page().locator("main a[href*='/documents/']").count()).isPositive();
            }
        }
    }

    private static String submitsLicenceRenewal(CityServer city) {
        try (Person driver = new Person(city, Screen.PC)) {
            driver.signIn("wu-haiyan", "/affairs/driving-licence-renewal").press("开始办理");
            Walk walk = new Walk(driver, city);
            walk.answerAll(List.of("是", "杭州", "否"));
            walk.bringAll();
            driver.follow("继续");
            walk.fillForm();
            driver.button("提交申请").dblclick();
            driver.page().waitForURL("**/receipt");
            return driver.caseNumber();
        }
    }
}
