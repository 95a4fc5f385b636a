package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Lin Xiaoyue starts at the PC, finishes on the phone, sees it at the kiosk; a stranger verifies the certificate. */
class MotherEnrolsHerBabyJourneyTest {

    private final CityServer city = City.shared();

    @Test
    void isAskedForNoPaperAndDecidedAtOnce() {
        String caseNumber;
        String code;
        int typed;
        int uploaded;
        try (Person atPc = new Person(city, Screen.PC); Person onPhone = new Person(city, Screen.PHONE)) {
            beginsAtThePc(atPc);
            finishesOnThePhone(onPhone);
            caseNumber = onPhone.caseNumber();
            assertThat(onPhone.text()).contains("办好了");
            code = downloadsTheCertificate(onPhone);
            typed = atPc.typed() + onPhone.typed();
            uploaded = atPc.uploaded() + onPhone.uploaded();
            System.out.printf("The mother typed %d field(s), handed in %d paper(s), pressed %d times.%n", typed - 1, uploaded,
                    atPc.pressed() + onPhone.pressed());
        }
        assertThat(uploaded).isZero();
        assertThat(typed).as("the search words and a telephone number").isLessThanOrEqualTo(2);
        try (Person atKiosk = new Person(city, Screen.KIOSK)) {
            Kiosk.signIn(atKiosk, Kiosk.LIN_XIAOYUE);
            atKiosk.open("/kiosk/cases");
            assertThat(atKiosk.text()).contains("已办成").contains("医疗保险");
        }
        try (Person stranger = new Person(city, Screen.PC)) {
            stranger.open("/verify").type("核验码", code);
            stranger.press("核验");
            assertThat(stranger.text()).contains("真实有效").doesNotContain("陈安安");
            stranger.open("/verify/" + (code.startsWith("A") ? "B" : "A") + code.substring(1));
            assertThat(stranger.text()).contains("查不到这个核验码");
        }
        assertThat(caseNumber).matches("\\d\\d-\\d{4}-\\d{4}-[0-9A-Z*]");
    }

    private void beginsAtThePc(Person person) {
        person.signIn("lin-xiaoyue", "/");
        person.type("搜索", "宝宝医保");
        person.page().keyboard().press("Enter");
        person.follow("少年儿童参加城乡居民基本医疗保险登记");
        person.press("开始办理");
        assertThat(person.path()).contains("/apply/");
        person.choose("陈安安").press("继续");
        assertThat(person.path()).contains("/question/");
    }

    private void finishesOnThePhone(Person person) {
        person.signIn("lin-xiaoyue", "/m/cases");
        person.follow("少年儿童参加城乡居民基本医疗保险登记");
        Walk walk = new Walk(person, city);
        walk.answerAll(List.of("否", "没有", "不需要"));
        assertThat(person.text()).contains("全部已经有了");
        person.follow("继续");
        person.type("手机", "13800001111").press("继续");
        assertThat(person.heading()).contains("核对");
        person.press("提交申请");
        assertThat(person.path()).endsWith("/receipt");
    }

    /** Downloads it and reads the code by which it is verified. */
    private String downloadsTheCertificate(Person person) {
        return Papers.verificationCode(person.page().waitForDownload(() -> person.link("下载证书（PDF）").click()).path());
    }
}
