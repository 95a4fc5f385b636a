package org.fourportals.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.fourportals.TestCity;
import org.fourportals.base.CityTime;
import org.fourportals.base.Language;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.portal.Browser;
import org.fourportals.search.Search;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The editors' workbench over HTTP: two editors, their drafts, and what may never break. */
class WorkbenchPagesTest {

    private static final String ANNUAL_REPORT = "business-annual-report";
    private static final Pattern HIDDEN = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    private final Catalogue catalogue = TestCity.get(Catalogue.class);

    @Test
    void leadsADraftFromItsFirstLineToBeingInForceAndBack() {
        String path = "/office/affairs/" + ANNUAL_REPORT;
        String before = version(ANNUAL_REPORT);
        String text = catalogue.findText(ANNUAL_REPORT).orElseThrow();
        String changed = text.replaceFirst("en: Between 1 January", "en: Zibeline wording. Between 1 January");
        assertThat(changed).isNotEqualTo(text);
        Browser first = signedIn("editor");
        Browser second = signedIn("editor-2");
        assertThat(save(first, ANNUAL_REPORT, changed).body()).contains("Saved. What is in force has not changed.").contains("Proved: ");
        assertThat(version(ANNUAL_REPORT)).isEqualTo(before);
        assertThat(first.get(path + "/publish").body()).contains("Another editor has to publish this").contains("Zibeline").doesNotContain("name=\"why\"");
        assertThat(publish(first, ANNUAL_REPORT, today(), "Clearer").body()).contains("so another editor has to publish it");

        assertThat(publish(second, ANNUAL_REPORT, today(), " ").body()).contains("Write why");
        assertThat(publish(second, ANNUAL_REPORT, today().minusDays(1), "Clearer").body()).contains("Choose a day from");
        assertThat(version(ANNUAL_REPORT)).isEqualTo(before);
        assertThat(publish(second, ANNUAL_REPORT, today(), "Clearer <b>words</b>").body()).contains("Published. It has been in force since")
                .contains("Clearer &lt;b&gt;words&lt;/b").contains("Written by 童欣, published by 毛晴");
        assertThat(version(ANNUAL_REPORT)).isNotEqualTo(before);
        TestCity.get(Search.class).awaitMeaning();
        assertThat(TestCity.get(Search.class).find("zibeline", Language.EN, 3).hits()).extracting(h -> h.affair().id()).contains(ANNUAL_REPORT);
        assertThat(second.get(path + "/versions/" + before).body()).contains("Zibeline");
        assertThat(second.get(path + "/file").body()).isEqualTo(changed);
        assertThat(second.get(path + "/file?version=" + before).body()).isEqualTo(text);

        assertThat(second.post(path + "/history/back", back(second, path, before, "Too early")).body()).contains("Published. It has been in force since");
        assertThat(version(ANNUAL_REPORT)).isEqualTo(before);
        TestCity.get(Search.class).awaitMeaning();
        assertThat(TestCity.get(Search.class).find("zibeline", Language.EN, 3).nothingFits()).isTrue();
    }

    @Test
    void tellsBeforePublicationWhoseChecklistChanges() {
        String id = "provident-rent-withdrawal";
        String text = catalogue.findText(id).orElseThrow();
        String requirement = "no-home";
        assertThat(text).contains("id: " + requirement);
        Browser first = signedIn("editor");
        assertThat(save(first, id, text + "# words only\n").body()).contains("Saved.");
        assertThat(first.get("/office/affairs/" + id + "/publish").body()).contains("No circumstance gets another checklist");
        int at = text.indexOf("when:", text.indexOf("id: " + requirement));
        String end = text.substring(text.indexOf('\n', at));
        String condition = text.substring(at + 5, text.indexOf('\n', at)).strip().replaceAll("^'|'$", "");
        String narrower = text.substring(0, at) + "when: '(" + condition + ") and not(" + answerOf(id, "homeKind") + ")'" + end;
        save(first, id, narrower);
        assertThat(first.get("/office/affairs/" + id + "/publish").body()).contains("circumstances change.").contains("Required no longer: ")
                .contains("See one of them in what is in force").containsAnyOf("Nobody handed this in during the last year", "cases in the last year").contains("/office/affairs/" + id + "/explore?q.");
    }

    private String answerOf(String id, String question) {
        return question + " = \"" + catalogue.findPlan(id).orElseThrow().question(question).answers().getFirst().id() + "\"";
    }

    @Test
    void publishesForADayToComeAndCallsItOff() {
        String id = "old-age-allowance";
        String path = "/office/affairs/" + id;
        String before = version(id);
        Browser first = signedIn("editor");
        Browser second = signedIn("editor-2");
        save(first, id, catalogue.findText(id).orElseThrow() + "# a remark\n");
        String published = publish(second, id, today().plusDays(30), "Next year's rule").body();
        assertThat(published).contains("It comes into force on").contains("Still to come");
        assertThat(version(id)).isEqualTo(before);
        String number = published.replaceAll("(?s).*name=\"number\" value=\"(\\d+)\".*", "$1");
        assertThat(second.post("/office/affairs/" + ANNUAL_REPORT + "/history/call-off", "number", number, "key", key()).body())
                .as("of another affair").contains("Its day has come already");
        assertThat(second.post(path + "/history/call-off", "number", number, "key", key()).body()).contains("Called off. It will not come into force.");
    }

    @Test
    void showsBothTextsWhenTwoEditorsSave() {
        String id = "no-criminal-record-certificate";
        String path = "/office/affairs/" + id;
        Browser first = signedIn("editor");
        Browser second = signedIn("editor-2");
        String revision = revision(first.get(path + "/edit").body());
        second.get(path + "/edit");
        first.post(path + "/edit", "revision", revision, "key", key(), "text", "# first\n", "note", "");
        String overtaken = second.post(path + "/edit", "revision", revision, "key", key(), "text", "# second </textarea><script>\n", "note", "").body();
        assertThat(overtaken).contains("童欣 saved a draft at").contains("# first").contains("# second &lt;/textarea").doesNotContain("</textarea><script>");
        assertThat(second.post(path + "/edit", "revision", revision(overtaken), "key", key(), "text", "# second\n", "note", "").body()).contains("Saved.");
        assertThat(first.get(path + "/history").body()).contains("# first").contains("# second");
        String last = revision(first.get(path + "/edit").body());
        assertThat(first.post(path + "/dismiss", "revision", last, "key", key()).body()).contains("put away");
        assertThat(first.post(path + "/dismiss", "revision", last, "key", key()).body()).contains("published or put away");
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void saysWhereBadInputIsBadAndKeepsWhatIsInForce() {
        String id = "food-business-licence";
        String before = version(id);
        String text = catalogue.findText(id).orElseThrow();
        Browser editor = signedIn("editor");
        editor.get("/office/affairs/" + id + "/edit");
        assertThat(check(editor, id, text.replaceFirst("\nquestions:", "\nquestions:\n\t"))).contains("\"proved\":false").contains("contains a tab");
        assertThat(check(editor, id, text + "\nabout: self\n")).contains("\"proved\":false").contains("\"line\":");
        assertThat(check(editor, id, text.replaceFirst("laws: \\[", "laws: [no-such-law, "))).contains("no-such-law");
        assertThat(check(editor, id, "a: &x [*x]\n")).contains("\"proved\":false");
        assertThat(check(editor, id, "affair: <script>alert(1)</script>\n")).contains("\"proved\":false");
        assertThat(check(editor, id, "[".repeat(100_000))).contains("\"proved\":false");
        assertThat(check(editor, id, "\0")).contains("\"proved\":false");
        assertThat(check(editor, id, "")).contains("\"proved\":false");
        assertThat(check(editor, id, text)).contains("\"proved\":true");
        assertThat(check(editor, id, "x".repeat(500_000))).contains("longer than");
        assertThat(editor.post("/office/affairs/" + id + "/edit/check", "text", "x".repeat(5_000_000)).statusCode()).isBetween(400, 499);
        assertThat(save(editor, id, "affair: \u0000").body()).contains("characters that no text has");
        assertThat(version(id)).isEqualTo(before);
    }

    @Test
    void changesWordsAndDaysByAFormAndLeavesTheRestOfTheFile() {
        String id = "residence-permit-renewal";
        String path = "/office/affairs/" + id;
        String text = catalogue.findText(id).orElseThrow();
        Browser editor = signedIn("editor");
        String form = editor.get(path + "/change").body();
        assertThat(form).contains("name=\"c.plain.en\"");
        String revision = revision(form);
        assertThat(editor.post(path + "/change", "revision", revision, "key", key(), "c.plain.en", " ").body()).contains("Write one line");
        assertThat(editor.post(path + "/change", "revision", revision, "key", key()).body()).contains("Nothing was changed.");
        String words = "It's <new>: {a, b} # no remark";
        assertThat(editor.post(path + "/change", "revision", revision, "key", key(), "c.plain.en", words, "c.no.such", "x").body()).contains("Saved.")
                .contains("Proved: ");
        assertThat(LineDifference.between(text, draft(editor, path)).stream().filter(r -> r.kind() == LineDifference.Kind.IN).toList()).singleElement()
                .satisfies(row -> assertThat(row.text()).contains("It''s <new>: {a, b} # no remark"));
        assertThat(editor.post(path + "/change", "revision", revision, "key", key(), "c.plain.en", "Other").body()).contains("has changed since you read it");
        editor.post(path + "/dismiss", "revision", revision(editor.get(path + "/edit").body()), "key", key());
    }

    @Test
    void takesAFileAsTheDraftAndListsWhatIsToMend() {
        String id = "provident-rent-withdrawal";
        String path = "/office/affairs/" + id;
        String before = version(id);
        byte[] text = catalogue.findText(id).orElseThrow().replaceFirst("about: ", "abaut: ").getBytes(StandardCharsets.UTF_8);
        Browser editor = signedIn("editor");
        String revision = revision(editor.get(path + "/edit").body());
        for (byte[] wrong : List.of(new byte[0], new byte[] {(byte) 0xFF, (byte) 0xFE, 0}, new byte[5_000_000])) {
            assertThat(editor.upload(path + "/edit/file", "file", wrong, "revision", revision, "key", key()).body())
                    .containsAnyOf("Choose a text file", "characters that no text has");
        }
        assertThat(editor.upload(path + "/edit/file", "file", text, "revision", revision, "key", key()).body()).contains("Saved.").contains("abaut")
                .containsPattern("\\d+ places? to mend").contains("data-line=");
        assertThat(editor.upload(path + "/edit/file", "file", text, "revision", revision, "key", key()).body()).contains("saved a draft at");
        assertThat(version(id)).isEqualTo(before);
        editor.post(path + "/dismiss", "revision", revision(editor.get(path + "/edit").body()), "key", key());
    }

    private static String draft(Browser editor, String path) {
        Matcher area = Pattern.compile("(?s)<textarea[^>]*id=\"text\"[^>]*>\n?(.*?)</textarea>").matcher(editor.get(path + "/edit").body());
        assertThat(area.find()).isTrue();
        return area.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    @Test
    void answersNonsenseAsNonsense() {
        Browser editor = signedIn("editor");
        String path = "/office/affairs/" + ANNUAL_REPORT;
        editor.get(path + "/history");
        for (String missing : List.of("/office/affairs/no-such/edit", "/office/affairs/no-such/history", "/office/affairs/no-such/publish",
                "/office/affairs/no-such/file", path + "/versions/0123456789abcdef", path + "/versions/%27--", path + "/file?version=x",
                "/office/affairs/" + TestCity.ONLY_DESCRIBED + "/file")) {
            assertThat(editor.get(missing).statusCode()).as(missing).isEqualTo(404);
        }
        assertThat(editor.post(path + "/edit", "revision", "x", "key", key(), "text", "").statusCode()).isEqualTo(400);
        assertThat(editor.post(path + "/edit", "revision", "0", "key", "y", "text", "").statusCode()).isEqualTo(400);
        assertThat(editor.post(path + "/edit").statusCode()).isEqualTo(400);
        assertThat(editor.post(path + "/publish", "revision", "0", "key", key(), "from-day", "31", "from-month", "2", "from-year", "2027").body())
                .contains("No draft to publish");
        assertThat(editor.post(path + "/history/back", "key", key(), "version", "nonsense", "from-day", "1", "from-month", "1", "from-year", "2028",
                "why", "x").body()).contains("not there any more");
        assertThat(editor.post(path + "/history/call-off", "key", key(), "number", "x").statusCode()).isEqualTo(400);
    }

    @Test
    void letsOnlyEditorsWrite() {
        Browser bureau = signedIn("bureau");
        String path = "/office/affairs/" + ANNUAL_REPORT;
        assertThat(bureau.get(path).body()).doesNotContain(path + "/edit");
        for (String page : List.of("/edit", "/publish", "/history", "/file", "/change")) {
            assertThat(bureau.get(path + page).statusCode()).as(page).isEqualTo(403);
        }
        assertThat(bureau.post(path + "/edit", "revision", "0", "key", key(), "text", "x").statusCode()).isEqualTo(403);
        assertThat(signedIn("editor").get(path).body()).contains(path + "/edit").contains(path + "/history");
    }

    @Test
    void speaksBothLanguages() {
        Browser editor = signedIn("editor");
        for (String page : List.of("/edit", "/publish", "/history", "/change")) {
            String zh = editor.get("/office/affairs/" + ANNUAL_REPORT + page + "?lang=zh").body();
            assertThat(zh).as(page).contains("lang=\"zh").doesNotContain(">workbench.").doesNotContain("\"workbench.");
            assertThat(zh.split("<h1", -1)).as(page).hasSize(2);
            String en = editor.get("/office/affairs/" + ANNUAL_REPORT + page + "?lang=en").body();
            assertThat(en.split("<h1", -1)).as(page).hasSize(2);
        }
    }

    private HttpResponse<String> save(Browser editor, String id, String text) {
        String path = "/office/affairs/" + id + "/edit";
        return editor.post(path, "revision", revision(editor.get(path).body()), "key", key(), "text", text, "note", "");
    }

    private HttpResponse<String> publish(Browser editor, String id, LocalDate from, String why) {
        String path = "/office/affairs/" + id;
        String revision = revision(editor.get(path + "/edit").body());
        List<String> fields = new ArrayList<>(List.of("revision", revision, "key", key(), "why", why));
        fields.addAll(day(from));
        return editor.post(path + "/publish", fields.toArray(String[]::new));
    }

    private String[] back(Browser editor, String path, String version, String why) {
        editor.get(path + "/history");
        List<String> fields = new ArrayList<>(List.of("version", version, "key", key(), "why", why));
        fields.addAll(day(today()));
        return fields.toArray(String[]::new);
    }

    private static List<String> day(LocalDate day) {
        return List.of("from-day", String.valueOf(day.getDayOfMonth()), "from-month", String.valueOf(day.getMonthValue()), "from-year",
                String.valueOf(day.getYear()));
    }

    private static String check(Browser editor, String id, String text) {
        return editor.post("/office/affairs/" + id + "/edit/check", "text", text).body();
    }

    private String version(String id) {
        return catalogue.findPlan(id).orElseThrow().version();
    }

    private static String revision(String body) {
        Matcher hidden = HIDDEN.matcher(body);
        assertThat(hidden.find()).isTrue();
        return hidden.group(1);
    }

    private static LocalDate today() {
        return TestCity.get(CityTime.class).today();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Browser signedIn(String username) {
        return new Browser().signIn(username, "/office");
    }
}
