package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Ma Chao gets his certificate at a kiosk; the next person finds no trace of him. */
class WholeAffairAtTheKioskJourneyTest {

    private final CityServer city = City.shared();

    @Test
    void leavesNothingBehind() {
        try (Person person = new Person(city, Screen.KIOSK)) {
            Kiosk.signIn(person, Kiosk.MA_CHAO);
            person.open("/kiosk/affairs/no-criminal-record-certificate").press("开始办理");
            Walk walk = new Walk(person, city);
            walk.answerAll(List.of("本人", "求职", "否"));
            walk.bringAll();
            person.follow("继续");
            walk.fillForm();
            person.press("提交申请");
            person.page().waitForURL("**/receipt");
            String receipt = person.page().url();
            assertThat(person.text()).contains(person.caseNumber());

            person.page().locator("form[action$='/kiosk/end'] button").first().click();
            assertThat(person.text()).contains("全部清除").doesNotContain("马超");
            person.page().goBack();
            assertThat(person.text()).doesNotContain("马超").doesNotContain("无犯罪记录");
            person.page().navigate(receipt);
            assertThat(person.path()).isEqualTo("/kiosk/sign-in");
            assertThat(person.context().cookies().stream().map(c -> c.name)).doesNotContain("browser");
            Object stored = person.page().evaluate("() => Object.keys(localStorage).length + Object.keys(sessionStorage).length");
            assertThat(stored).isEqualTo(0);
        }
    }

    @Test
    void warnsAndWipesWhenNobodyTouchesIt() {
        try (Person person = new Person(city, Screen.KIOSK)) {
            person.context().clock().install();
            Kiosk.signIn(person, Kiosk.ZHAO_PENG);
            person.open("/kiosk/home");
            assertThat(person.text()).contains("赵鹏");
            person.context().clock().runFor("01:01");
            assertThat(person.page().locator("dialog[open]").isVisible()).isTrue();
            person.context().clock().runFor("00:25");
            person.page().waitForURL(url -> !url.contains("/kiosk/home"));
            assertThat(person.text()).doesNotContain("赵鹏");
            person.open("/kiosk/cases");
            assertThat(person.path()).isEqualTo("/kiosk/sign-in");
        }
    }
}
