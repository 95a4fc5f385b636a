package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** People who do not know the official words: they search, ask on the page they are on, and are led to the very spot, at three portals. */
class AsksTheAssistantJourneyTest {

    private final CityServer city = City.shared();

    private static String ask(Person person, String question) {
        Locator answers = person.page().locator("#assistant .fp-ask__answer");
        int before = answers.count();
        person.page().locator("#assistant input[name=question][type=text]").fill(question);
        person.page().locator("#assistant .fp-ask__row button").click();
        answers.nth(before).waitFor();
        return answers.nth(before).innerText();
    }

    private static void open(Person person) {
        person.page().locator("[data-ask-open]").first().click();
        person.page().locator("#assistant input[name=question][type=text]").waitFor();
    }

    private static void lead(Person person, int which) {
        person.page().locator("#assistant .fp-ask__answer").last().locator("[data-ask-lead]").nth(which).click();
    }

    @Test
    void aVisitorAtHomeIsLedFromHerWordsIntoTheInterviewWithHerAnswerGiven() {
        try (Person visitor = new Person(city, Screen.PC)) {
            visitor.open("/search?q=没有结婚 给宝宝上户口");
            assertThat(visitor.text()).contains("您已经说了");
            visitor.open("/");
            open(visitor);
            assertThat(ask(visitor, "宝宝刚出生怎么上户口")).contains("出生登记");
            assertThat(ask(visitor, "要多少钱")).contains("不收费");
            visitor.open("/affairs/newborn-household-registration");
            open(visitor);
            assertThat(ask(visitor, "我们没有登记结婚")).contains("未婚生育情况说明");
            lead(visitor, 0);
            visitor.page().waitForURL("**/start?suppose=*");
            visitor.press("开始办理");
            visitor.page().waitForURL("**/question/*");
            assertThat(visitor.text()).contains("已经知道的 1 个答案");
        }
    }

    @Test
    void aMotherOnThePhoneIsShownWhereToUploadAndHowFarSheIs() {
        try (Person mother = new Person(city, Screen.PHONE)) {
            mother.signIn(LivedInCity.WHO, "/m/search");
            mother.page().locator("main input[name=q]").fill("娃娃的医保");
            mother.page().locator("main input[name=q]").press("Enter");
            mother.page().waitForURL("**/m/search?q=*");
            mother.page().locator("main a[href*='/m/affairs/child-medical-insurance-enrolment']").first().click();
            mother.page().waitForURL("**/m/affairs/child-medical-insurance-enrolment*");
            open(mother);
            assertThat(ask(mother, "邻居家孩子办了没有，帮我查查")).contains("别人的信息我不能查");
            mother.page().keyboard().press("Escape");
            assertThat(mother.page().locator("#assistant").isVisible()).isFalse();
            mother.open("/m/cases");
            open(mother);
            assertThat(ask(mother, "我的申请办到哪一步了")).containsAnyOf("没有在办的事", "还没有提交", "正在办", "已经");
            assertThat(ask(mother, "字太小了看不清")).contains("大字版");
            lead(mother, 0);
            mother.page().waitForURL("**elder=1*");
            assertThat(mother.page().locator("html.fp-elder").count()).isEqualTo(1);
        }
    }

    @Test
    void anOldManAtTheMachineFindsHisAllowanceAndAPerson() {
        try (Person old = new Person(city, Screen.KIOSK)) {
            Kiosk.signIn(old, Kiosk.WANG_DEFU);
            old.open("/kiosk/find");
            old.page().locator("main input[name=q]").fill("老人每个月的补贴");
            old.page().locator("main input[name=q]").press("Enter");
            old.page().waitForURL("**q=*");
            assertThat(old.page().locator("main").innerText()).contains("高龄津贴");
            open(old);
            assertThat(ask(old, "八十岁了政府有没有补贴")).contains("高龄津贴");
            assertThat(ask(old, "你能保证批下来吗")).contains("不能替他们保证");
            assertThat(ask(old, "我想找个人帮忙")).contains("呼叫工作人员");
            lead(old, 0);
            assertThat(old.page().locator("#part-human-help").isVisible()).isTrue();
            assertThat(old.page().evaluate("document.activeElement.closest('#part-human-help') !== null")).isEqualTo(true);
        }
    }

    @Test
    void whatNobodyFoundIsTaughtByAnEditorAndFoundFromThenOn() {
        String words = "毛孩子上身份";
        try (Person visitor = new Person(city, Screen.PC); Person editor = new Person(city, Screen.PC)) {
            visitor.open("/");
            open(visitor);
            ask(visitor, words);
            visitor.page().locator("#assistant [data-ask-rating] button").last().click();
            visitor.page().locator("#assistant .fp-ask__thanks").waitFor();
            editor.signIn("editor", "/office/missed");
            assertThat(editor.text()).contains(words);
            Locator entry = editor.page().locator(".wb-missed > li").filter(new Locator.FilterOptions().setHasText(words)).first();
            entry.locator("input[name=affair]").fill("dog-licence");
            entry.locator(".wb-missed__more form button").first().click();
            editor.page().waitForLoadState();
            assertThat(editor.text()).contains("养犬登记");
            visitor.page().waitForFunction("async words => (await (await fetch('/api/search?limit=1&q=' + encodeURIComponent(words))).json()).affairs[0].id === 'dog-licence'", words);
        }
    }

    @Test
    void withoutScriptsThePageOfItsOwnAnswersTheSame() {
        try (Person visitor = new Person(city, Screen.PC, "en-GB", false)) {
            visitor.open("/affairs/dog-licence?lang=en");
            visitor.page().locator("a.fp-ask-button").click();
            visitor.page().locator("main input[name=question]").fill("how long does it take");
            visitor.page().locator("main .fp-ask__row button").click();
            assertThat(visitor.text()).containsAnyOf("working days", "at once");
        }
    }
}
