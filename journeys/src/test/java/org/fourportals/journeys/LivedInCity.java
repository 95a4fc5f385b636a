package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;

/**
 * What He Jing has in hand, so that every page has something to show: a case in which a paper is asked for, a certificate, a finished draft,
 * a refused one, a paper in her wallet, a mandate, an appointment; an affair that is being edited, and a request between departments. The ids by the name of their variable.
 */
final class LivedInCity {

    static final String WHO = "he-jing";
    /** A reviewer of the department whose register she contradicts. */
    static final String HOLDER = "reviewer-police";
    static final String CARD = "99999019911011014X";
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    private final CityServer city;
    private final Map<String, String> ids = new HashMap<>();

    LivedInCity(CityServer city) {
        this.city = city;
        try (Person mother = new Person(city, Screen.PC)) {
            mother.signIn(WHO, "/");
            ids.put("styles", mother.page().locator("link[rel=stylesheet][href*='/styles/']").first().getAttribute("href"));
            certified(mother);
            handedIn(mother);
            drafted(mother);
            refused(mother);
            givesMandate(mother);
            books(mother);
            mother.open("/wallet");
            ids.put("document", last(mother, "a[href*='/wallet/']"));
        }
        sendsThePaper();
        asksForAPaper();
        saysOtherwise();
        edits();
        asksForData();
        asksWhy();
        reportsAField();
        plans();
    }

    String id(String name) {
        String id = ids.get(name);
        assertThat(id).as("something called " + name + " among " + ids).isNotNull();
        return id;
    }

    private void certified(Person mother) {
        mother.open("/affairs/no-criminal-record-certificate").press("开始办理");
        Walk walk = new Walk(mother, city);
        walk.answerAll(List.of("本人", "求职", "否"));
        walk.bringAll();
        submit(mother, walk);
        ids.put("certified", uuid(mother.path()));
        mother.open("/cases/" + id("certified"));
        String file = mother.link("下载证书（PDF）").getAttribute("href");
        Path pdf = Papers.write(city, "certificate.pdf", mother.page().request().get(city.address() + file).body());
        ids.put("code", Papers.verificationCode(pdf));
    }

    private void handedIn(Person mother) {
        mother.open("/affairs/primary-school-enrolment").press("开始办理");
        mother.page().locator("main form label").first().click();
        mother.press("继续");
        Walk walk = new Walk(mother, city);
        List<String> answers = List.of("公办", "现役军人子女", "否", "没有");
        walk.answerAll(answers);
        mother.open("/apply/" + uuid(mother.path()) + "/question/oneRegister");
        mother.page().locator("main form label[for=answer-2]").click();
        mother.press("继续");
        walk.answerAll(answers);
        walk.bringAll();
        submit(mother, walk);
        ids.put("case", uuid(mother.path()));
        ids.put("number", mother.caseNumber());
        mother.open("/cases/" + id("case"));
        ids.put("paper", last(mother, "main a[href*='/documents/']"));
    }

    /** By courier to where nobody is: it comes back, and may be sent again. */
    private void sendsThePaper() {
        try (Person mother = new Person(city, Screen.PHONE); Person clerk = new Person(city, Screen.PC)) {
            mother.signIn(WHO, "/m/cases/" + id("certified"));
            Post.order(mother, "gongshu", "湖墅南路 9 号（无人）");
            clerk.signIn("clerk-gongshu", "/counter/dispatch");
            ids.put("delivery", clerk.page().locator("main a[href$='/label.pdf']").first().getAttribute("href").replaceAll(".*/dispatch/|/label.*", ""));
            Post.hand(clerk);
            ids.put("batch", clerk.page().locator("main a[href$='/list.pdf']").first().getAttribute("href").replaceAll(".*/batches/|/list.*", ""));
            Post.takeBack(clerk, Post.await(mother, "退回途中"));
        }
    }

    private void submit(Person mother, Walk walk) {
        mother.follow("继续");
        walk.fillForm();
        mother.press("提交申请");
        mother.page().waitForURL("**/receipt");
    }

    private void drafted(Person mother) {
        mother.open("/affairs/household-utilities-transfer").press("开始办理");
        if (mother.path().endsWith("/about")) {
            mother.page().locator("main form label").first().click();
            mother.press("继续");
        }
        Walk walk = new Walk(mother, city);
        walk.answerAll(List.of("否", "没有", "不需要"));
        walk.bringAll();
        ids.put("draft", uuid(mother.path()));
        Locator answered = mother.page().locator("main a[href*='/question/']").first();
        ids.put("question", answered.getAttribute("href").replaceAll(".*/question/|\\?.*", ""));
        Locator line = mother.page().locator("main a[href*='/evidence/']").first();
        ids.put("requirement", line.getAttribute("href").replaceAll(".*/evidence/|\\?.*", ""));
        mother.follow("继续");
        walk.fillForm();
        assertThat(mother.path()).as(mother.text()).endsWith("/check");
    }

    /** Her child is insured already. */
    private void refused(Person mother) {
        mother.open("/affairs/child-medical-insurance-enrolment").press("开始办理");
        mother.page().locator("main form label").first().click();
        mother.press("继续");
        assertThat(mother.path()).as(mother.text()).endsWith("/outcome");
        ids.put("refused", uuid(mother.path()));
    }

    private void givesMandate(Person mother) {
        Mandates.give(mother, "何静", "马超", Kiosk.MA_CHAO);
        ids.put("mandate", last(mother, "a[href*='/mandates/'][href*='/revoke']"));
    }

    private void books(Person mother) {
        mother.open("/bookings/new?affair=dog-licence&centre=gongshu");
        mother.page().locator(".pb-slot:enabled").first().click();
        mother.page().waitForURL(url -> url.matches(".*/bookings/[0-9a-f-]{36}.*"));
        ids.put("booking", uuid(mother.path()));
    }

    private void asksForAPaper() {
        try (Person clerk = new Person(city, Screen.PC); Person reviewer = new Person(city, Screen.PC)) {
            clerk.signIn("clerk-gongshu", "/counter/worklist").follow(id("number"));
            clerk.press("受理");
            reviewer.signIn("reviewer-education", "/office/worklist").follow(id("number"));
            Locator paper = reviewer.page().locator("input[name=requirement]").first();
            ids.put("asked", paper.getAttribute("value"));
            Office.requestSupplement(reviewer, id("asked"), "看不清，请重新提供。");
        }
    }

    /** The police keep the register that she contradicted. */
    private void saysOtherwise() {
        try (Person reviewer = new Person(city, Screen.PC)) {
            reviewer.signIn(HOLDER, "/office/corrections");
            ids.put("correction", last(reviewer, "main a[href*='/corrections/']"));
        }
    }

    /** An editor has a draft of an affair's text. */
    private void edits() {
        String affair = "/office/affairs/child-medical-insurance-enrolment";
        try (Person editor = new Person(city, Screen.PC)) {
            editor.signIn("editor", affair + "/edit");
            Locator text = editor.page().locator("textarea[name=text]");
            text.fill(text.inputValue() + "# Read once more before the new year.\n");
            editor.press("保存草稿");
            assertThat(editor.text()).contains("保存好了");
            editor.open(affair + "/history");
            ids.put("version", editor.page().locator("main a[href*='/versions/']").first().getAttribute("href").replaceAll(".*/versions/|\\?.*", ""));
        }
    }

    /** The schools' department asks the traffic police for something. */
    private void asksForData() {
        try (Person reviewer = new Person(city, Screen.PC)) {
            reviewer.signIn("reviewer-education", "/office/grants/new?affair=school-transfer&dataset=driving-licences");
            reviewer.page().locator("input[name=fields]").first().check();
            reviewer.type("其他依据（写明条款）", "义务教育法第十二条").type("为什么需要", "家长不用再带驾驶证").press("提交申请");
            reviewer.page().waitForURL(url -> url.matches(".*/office/grants/[0-9a-f-]{36}.*"));
            ids.put("request", uuid(reviewer.path()));
            String checkpoint = reviewer.page().request().get(city.address() + "/api/audit/checkpoint").text();
            ids.put("size", checkpoint.lines().skip(1).findFirst().orElseThrow());
        }
    }

    /** She asks the data bureau why somebody looked at her data. */
    private void asksWhy() {
        try (Person mother = new Person(city, Screen.PC); Person officer = new Person(city, Screen.PC)) {
            mother.signIn(WHO, "/reads");
            Locator why = mother.page().locator("main a[href$='/ask']");
            ids.put("entry", why.last().getAttribute("href").replaceAll(".*/reads/|/ask.*", ""));
            why.first().click();
            mother.press("提交给数据部门");
            assertThat(mother.text()).contains("查询编号");
            officer.signIn("bureau", "/office/enquiries");
            ids.put("enquiry", last(officer, "main a[href*='/enquiries/']"));
        }
    }

    /** She says that a field of the household register is wrong. */
    private void reportsAField() {
        try (Person mother = new Person(city, Screen.PC); Person holder = new Person(city, Screen.PC)) {
            mother.signIn(WHO, "/data");
            Locator part = mother.page().locator("main details:has(input[name=dataset][value=household-register])").first();
            part.locator("summary").click();
            part.locator("select").selectOption("address");
            part.locator("input[name=said]").fill("西湖区文三路 9 号");
            part.locator("button").click();
            assertThat(mother.text()).contains("报告编号");
            holder.signIn(HOLDER, "/office/corrections");
            ids.put("report", last(holder, "main a[href*='/corrections/fields/']"));
        }
    }

    /** The data bureau plans what is shared next, and lays down a standard. */
    private void plans() {
        try (Person officer = new Person(city, Screen.PC)) {
            officer.signIn("bureau", "/office/savings");
            Locator savings = officer.page().locator("main tr:has(td:last-child:text-is('–')) a[href*='/savings/adopt']");
            for (Instant until = Instant.now().plusSeconds(180); savings.count() == 0 && Instant.now().isBefore(until);) {
                officer.page().reload();
            }
            savings.first().click();
            officer.page().locator("select[name=quarter]").selectOption("4");
            officer.press("列入计划");
            ids.put("promise", last(officer, "main a[href*='/office/plan/']"));
            officer.open("/office/savings");
            ids.put("saving", savings.last().getAttribute("href"));
            officer.open("/office/instruments/new").page().locator("select[name=kind]").selectOption("STANDARD");
            officer.type("中文名称", "数据质量标准").type("英文名称", "Standard of quality").type("中文正文", "每季度整改一次。").type("英文正文", "Mended every quarter.").press("保存草稿");
            officer.page().waitForURL(url -> url.matches(".*/office/instruments/[0-9a-f-]{36}.*"));
            ids.put("instrument", uuid(officer.path()));
        }
    }

    private static String last(Person person, String links) {
        Locator link = person.page().locator(links).last();
        return uuid(link.getAttribute("href").replaceAll("^.*?/(cases|apply)/" + UUID.pattern(), ""));
    }

    private static String uuid(String path) {
        Matcher found = UUID.matcher(path);
        assertThat(found.find()).as(path).isTrue();
        return found.group();
    }
}
