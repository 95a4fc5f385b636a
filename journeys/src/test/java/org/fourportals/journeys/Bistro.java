package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Shen Jiaming's bistro and what his accountant Gao Ting does for it. */
final class Bistro {

    static final String LICENCE = "食品经营许可";
    private static final String GAO_TING = "999990199001270021";

    private Bistro() {
    }

    static void givesAMandate(CityServer city) {
        try (Person owner = new Person(city, Screen.PC)) {
            owner.signIn("shen-jiaming", "/");
            Mandates.give(owner, "湖畔小馆", "高婷", GAO_TING);
        }
    }

    /** @return the case's number */
    static String applies(CityServer city) {
        try (Person agent = new Person(city, Screen.PC)) {
            agent.signIn("gao-ting", "/affairs/food-business-licence").press("开始办理");
            agent.choose("湖畔小馆").press("继续");
            Walk walk = new Walk(agent, city);
            walk.answerAll(List.of("饭店", "热菜", "否"));
            walk.bringAll();
            agent.follow("继续");
            walk.fillForm();
            assertThat(agent.heading()).as(agent.text()).contains("核对");
            agent.button("提交申请").dblclick();
            agent.page().waitForURL("**/receipt");
            return agent.caseNumber();
        }
    }

    static void addsItFromThePhone(CityServer city, String number) {
        try (Person agent = new Person(city, Screen.PHONE)) {
            agent.signIn("gao-ting", "/m/cases").follow(LICENCE);
            assertThat(agent.text()).contains("不计入承诺期限");
            agent.follow("补充材料");
            agent.page().locator("main a[href*='/evidence/'], main a[href*='/supplement/']").first().click();
            agent.handIn(Papers.pdf(city, "clear.pdf", "a clear drawing")).press("上传");
            agent.press("发送");
            assertThat(agent.text()).contains("已发送");
            agent.page().getByText("期限是怎么算的").first().click();
            assertThat(agent.text()).contains(number).contains("没有计时");
        }
    }
}
