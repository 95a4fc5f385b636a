package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Wang Defu, 82, without a phone: served in the West Lake centre, asks how it goes in Gongshu. */
class GrandfatherAtTheCounterJourneyTest {

    private final CityServer city = City.shared();

    @Test
    void isServedInOneCentreAndAnsweredInAnother() {
        String number;
        try (Person clerk = new Person(city, Screen.PC)) {
            clerk.signIn("clerk-xihu", "/counter");
            clerk.type("身份证号码", Kiosk.WANG_DEFU).press("开始服务");
            assertThat(clerk.text()).contains("王德福");
            clerk.open("/counter/affairs/old-age-allowance").press("开始办理");
            Walk walk = new Walk(clerk, city);
            walk.answerAll(List.of("本人", "否", "没有", "市民卡"));
            walk.bringAll();
            clerk.follow("继续");
            walk.fillForm();
            clerk.press("提交申请");
            clerk.page().waitForURL("**/receipt");
            number = clerk.caseNumber();
            clerk.open("/counter").press("服务结束");
            assertThat(clerk.text()).doesNotContain("正在服务");
        }
        try (Person other = new Person(city, Screen.PC)) {
            other.signIn("clerk-gongshu", "/counter");
            other.type("办件编号", number.toLowerCase()).press("查询");
            assertThat(other.text()).contains("王德福").contains(number);
        }
    }

    @Test
    void tellsTheClerkWhichNumberIsWrong() {
        try (Person clerk = new Person(city, Screen.PC)) {
            clerk.signIn("clerk-xihu", "/counter");
            clerk.type("身份证号码", "999990194404120051").press("开始服务");
            assertThat(clerk.text()).contains("身份证号码").doesNotContain("正在服务");
            clerk.open("/counter").type("办件编号", "26-0000-0001-A").press("查询");
            assertThat(clerk.text()).contains("至少有一位填错");
        }
    }
}
