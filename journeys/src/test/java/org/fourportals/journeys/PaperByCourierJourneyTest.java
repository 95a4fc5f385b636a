package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** The paper of a certificate: sent to where nobody is, back at the centre, sent again and signed for; told of at every step. */
class PaperByCourierJourneyTest {

    private final CityServer city = City.shared();

    @Test
    void comesBackIsSentAgainAndSignedForAndAnotherIsFetchedAtTheCounter() {
        try (Person resident = new Person(city, Screen.PHONE); Person clerk = new Person(city, Screen.PC)) {
            resident.signIn("zhao-peng", "/m/affairs/no-criminal-record-certificate").press("开始办理");
            Walk walk = new Walk(resident, city);
            walk.answerAll(List.of("本人", "求职", "否"));
            walk.bringAll();
            resident.follow("继续");
            walk.fillForm();
            resident.press("提交申请");
            resident.page().waitForURL("**/receipt");
            String about = resident.path().replace("/receipt", "");
            clerk.signIn("clerk-xihu", "/counter/dispatch");

            resident.open(about);
            Post.order(resident, "xihu", "文三路 1 号 2 幢 301（无人）");
            clerk.open("/counter/dispatch");
            assertThat(clerk.text()).contains("文三路 1 号 2 幢 301").doesNotContain("无犯罪记录");
            Post.hand(clerk);
            String first = Post.await(resident, "没有找到收件人");
            Post.takeBack(clerk, Post.await(resident, "退回途中"));

            resident.open(about);
            assertThat(resident.page().locator("#part-delivery").innerText()).contains("已退回", "可以再寄一次");
            Post.order(resident, "xihu", "古墩路 5 号 门卫代收");
            clerk.open("/counter/dispatch");
            Post.hand(clerk);
            String second = Post.await(resident, "已签收");
            assertThat(second).isNotEqualTo(first);
            assertThat(resident.page().locator("#part-delivery").innerText()).contains("签收人：赵鹏");
            resident.open("/m/notices");
            Post.awaitText(resident, "已签收");
            assertThat(resident.text()).contains("快递退回来了", "今天派送");
        }
    }

    @Test
    void isFetchedAtTheCounterWithItsCode() {
        try (Person resident = new Person(city, Screen.PC); Person clerk = new Person(city, Screen.PC)) {
            resident.signIn("wu-haiyan", "/affairs/no-criminal-record-certificate").press("开始办理");
            Walk walk = new Walk(resident, city);
            walk.answerAll(List.of("本人", "求职", "否"));
            walk.bringAll();
            resident.follow("继续");
            walk.fillForm();
            resident.press("提交申请");
            resident.page().waitForURL("**/receipt");
            resident.open(resident.path().replace("/receipt", ""));
            resident.page().locator("#part-delivery a[href$='/delivery']").click();
            resident.page().locator("input[name=way][value=centre]").check();
            resident.press("就这样送");
            assertThat(resident.text()).contains("请选择一个大厅");
            resident.page().locator("select[name=centre]").selectOption("gongshu");
            resident.press("就这样送");
            resident.page().waitForURL(url -> url.contains("#part-delivery"));

            clerk.signIn("clerk-gongshu", "/counter/dispatch");
            clerk.page().locator("form[action$='/pack'] button").last().click();
            clerk.page().waitForLoadState();
            assertThat(clerk.text()).contains("取件码已告诉申请人");
            resident.page().reload();
            String code = resident.page().getByTestId("collection-code").innerText();
            clerk.type("取件码", code).press("交给本人");
            clerk.page().waitForLoadState();
            assertThat(clerk.text()).contains("已交给本人");
            resident.page().reload();
            assertThat(resident.page().locator("#part-delivery").innerText()).contains("已取走");
        }
    }
}
