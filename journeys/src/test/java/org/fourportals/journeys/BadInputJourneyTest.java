package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

/** What goes wrong at a keyboard: each gets a clear sentence in the reader's language, and nothing that was there before is lost. */
class BadInputJourneyTest {

    private static final long TWO_HUNDRED_MEGABYTES = 200L << 20;

    private final CityServer city = City.shared();

    @Test
    void tellsAWrongIdentityNumberAtTheMachineAndAtTheCounter() {
        try (Person person = new Person(city, Screen.KIOSK); Person clerk = new Person(city, Screen.PC)) {
            person.open("/kiosk/sign-in").type("身份证号码", "99999019950318006X").type("办事码", "246810").press("登录");
            assertThat(person.path()).isEqualTo("/kiosk/sign-in");
            assertThat(errors(person)).contains("身份证号码").contains("核对");
            assertThat(person.page().getByLabel("身份证号码").first().inputValue()).isEqualTo("99999019950318006X");
            clerk.signIn("clerk-xihu", "/counter").type("身份证号码", "99999019950318006X").press("开始服务");
            assertThat(errors(clerk)).contains("身份证号码").contains("核对");
        }
    }

    @Test
    void keepsWhatWasTypedBesideADateThatDoesNotExist() {
        try (Person person = new Person(city, Screen.PC)) {
            person.signIn("wang-meili", "/mandates/new");
            person.type("对方姓名", "𠮷野·“O'Neil” <b>").type("对方身份证号码", Kiosk.MA_CHAO).choose("所有事项");
            person.page().locator("[name$=year]").fill("2027");
            person.page().locator("[name$=month]").fill("2");
            person.page().locator("[name$=day]").fill("30");
            person.press("授权");
            assertThat(errors(person)).contains("请填写一个存在的日期");
            assertThat(person.page().getByLabel("对方姓名").inputValue()).isEqualTo("𠮷野·“O'Neil” <b>");
            assertThat(person.page().locator("[name$=day]").inputValue()).isEqualTo("30");
            person.open("/mandates/new?lang=en").press("Give the mandate");
            assertThat(errors(person)).contains("date").doesNotContain("日期");
        }
    }

    @Test
    void refusesFilesThatAreTooLargeOrNotWhatTheySay() {
        try (Person person = new Person(city, Screen.PHONE)) {
            String paper = atThePaper(person, "gao-ting");
            Path huge = Papers.huge(city, "huge.pdf", TWO_HUNDRED_MEGABYTES);
            person.handIn(huge);
            assertThat(person.text()).contains("文件太大");
            person.handIn(Papers.write(city, "certificate.pdf", program())).press("上传");
            assertThat(errors(person)).contains("这是一个程序，不是文档");
            person.open(paper + "?lang=en").handIn(Papers.write(city, "empty.pdf", new byte[0])).press("Upload");
            assertThat(errors(person)).contains("This file is empty");
            person.open(paper + "?lang=zh");
            person.page().locator("input[type=file]").first().setInputFiles(new FilePayload("\"><img src=x onerror=alert(1)>‮fdp.pdf", "application/pdf",
                    Papers.bytes(Papers.pdf(city, "plain.pdf", "a lease"))));
            person.press("上传");
            assertThat(errors(person)).contains("文件名不能用");
            assertThat(person.page().locator("img[src=x]").count()).isZero();
            person.handIn(Papers.pdf(city, "租赁合同 (2026)'.pdf", "a lease")).press("上传");
            assertThat(person.path()).isEqualTo(paper.replaceAll("/evidence/.*", "/checklist"));
            assertThat(person.text()).contains("租赁合同 (2026)'.pdf");
        }
    }

    @Test
    void saysSoToABrowserWithoutScriptsWhenTwoHundredMegabytesArrive() {
        try (Person person = new Person(city, Screen.PC, "zh-CN", false)) {
            String paper = atThePaper(person, "zhou-yutong");
            person.handIn(Papers.huge(city, "huge.pdf", TWO_HUNDRED_MEGABYTES)).press("上传");
            assertThat(person.text()).contains("文件太大");
            person.open(paper.replaceAll("/evidence/.*", "/checklist"));
            assertThat(person.text()).as("the answers are still there").contains("还需要");
        }
    }

    @Test
    void takesNamesWithQuotesTagsAndRareCharactersAsTheyAre() {
        String name = "𠮷祥“<b>1</b>” & O'Neil 店";
        try (Person person = new Person(city, Screen.PC)) {
            atThePaper(person, "sun-li");
            Walk walk = new Walk(person, city);
            person.open(person.path().replaceAll("/evidence/.*", "/checklist"));
            walk.bringAll();
            person.follow("继续").type("店名", name);
            walk.fillForm();
            assertThat(person.path()).as(person.text()).endsWith("/check");
            assertThat(person.text()).contains(name);
        }
    }

    @Test
    void leadsBackWhoComesOutOfOrderAndTakesASecondSubmissionAsTheFirst() {
        try (Person person = new Person(city, Screen.PC)) {
            person.signIn("wang-meili", "/affairs/no-criminal-record-certificate").press("开始办理");
            String first = person.path();
            String draft = first.replaceAll("/question/.*", "");
            person.open(draft + "/check");
            assertThat(person.path()).isEqualTo(first);
            Walk walk = new Walk(person, city);
            walk.answerAll(List.of("本人", "求职", "否"));
            walk.bringAll();
            person.follow("继续");
            walk.fillForm();
            var secondTab = person.context().newPage();
            secondTab.navigate(city.address() + draft + "/check");
            person.press("提交申请");
            person.page().waitForURL("**/receipt");
            String number = person.caseNumber();
            secondTab.getByText("提交申请").last().click();
            secondTab.waitForURL("**/receipt");
            assertThat(secondTab.locator("body").innerText()).contains(number);
            person.open("/cases");
            assertThat(person.page().getByText("无犯罪记录证明").count()).isEqualTo(1);
            person.open(draft + "/question/purpose");
            assertThat(person.path()).startsWith("/cases/");
        }
    }

    @Test
    void keepsWhatWasTypedWhenTheSessionEndedInTheMiddle() {
        try (Person person = new Person(city, Screen.PC)) {
            person.signIn("ma-chao", "/affairs/no-criminal-record-certificate").press("开始办理");
            Walk walk = new Walk(person, city);
            walk.answerAll(List.of("本人", "求职", "否"));
            walk.bringAll();
            person.follow("继续");
            String form = person.path();
            Locator field = person.page().locator("main form input[type=tel]").first();
            field.fill("13800001111");
            person.context().clearCookies();
            person.press("继续");
            assertThat(person.text()).contains("登录");
            person.page().locator("#username").fill("ma-chao");
            person.page().locator("#password").fill("four-portals");
            person.page().locator("#password").press("Enter");
            person.page().waitForURL("**/resume");
            person.press("再提交一次");
            person.open(form);
            assertThat(person.page().locator("main form input[type=tel]").first().inputValue()).isEqualTo("13800001111");
        }
    }

    @Test
    void hidesOtherPeoplesCasesAndSaysWhereNothingIs() {
        try (Person owner = new Person(city, Screen.PC); Person other = new Person(city, Screen.PC)) {
            owner.signIn("chen-zhiqiang", "/affairs/no-criminal-record-certificate").press("开始办理");
            other.signIn("zhou-yutong", owner.path());
            assertThat(other.text()).doesNotContain("无犯罪").contains("没有");
            other.open("/affairs/no-such-affair");
            assertThat(other.text()).contains("没有找到此页");
            other.open("/cases/not-a-number?lang=en");
            assertThat(other.text()).contains("not");
        }
    }

    /** A business in rented premises, at the page where the lease is handed in; returns its address. */
    private String atThePaper(Person person, String who) {
        person.signIn(who, "/affairs/individual-business-registration").press("开始办理");
        new Walk(person, city).answerAll(List.of("开店卖东西", "租来的", "个人经营", "内地居民", "否"), "tradeName", "是");
        String lease = person.page().locator("main a[href*='/evidence/lease']").first().getAttribute("href");
        person.open(lease);
        return person.path();
    }

    private static byte[] program() {
        byte[] program = new byte[2048];
        System.arraycopy("MZ\u0090\0\u0003".getBytes(StandardCharsets.ISO_8859_1), 0, program, 0, 5);
        return program;
    }

    private static String errors(Person person) {
        person.page().locator(".govuk-error-summary").first().waitFor();
        return person.page().locator(".govuk-error-summary, .govuk-error-message").allInnerTexts().toString();
    }
}
