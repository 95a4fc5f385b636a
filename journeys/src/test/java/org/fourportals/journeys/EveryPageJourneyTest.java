package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;

/**
 * Looks at every page the program declares, in both languages, as somebody who may: it opens, has one heading, a title and its language, fits
 * its screen, and axe finds nothing serious. A new address with a variable that is not listed here fails.
 */
class EveryPageJourneyTest {

    private static final String HE_JING = "99999019911011014X";
    /** Addresses that are not pages: files, data, and those that only lead on. */
    private static final Pattern NOT_A_PAGE = Pattern.compile("/api/.*|/assets/.*|.*\\.(pdf|csv|webmanifest|js)|.*/suggest|.*/documents/.*|"
            + ".*/wallet/\\{id}|/resume|/kiosk/ended|.*/kit|.*/mandates/\\{id}/revoke|.*/wallet/\\{id}/withdraw|/kiosk/ticket/\\{id}|"
            + "/office/cases/\\{id}/.+|/sign-in|.*/supplement(/.*)?|/m/|/error");

    private final CityServer city = City.shared();
    private final List<String> faults = new ArrayList<>();
    private String draft = "";
    private String handedIn = "";

    @Test
    void opensInBothLanguagesAndAxeFindsNothingSerious() throws IOException {
        Map<String, List<String>> byVisitor = new TreeMap<>();
        try (Person mother = new Person(city, Screen.PC)) {
            prepares(mother);
        }
        for (String route : Files.readAllLines(Path.of("..", "app", "target", "routes.txt"))) {
            String pattern = route.substring(0, route.indexOf('\t'));
            if (!NOT_A_PAGE.matcher(pattern).matches()) {
                byVisitor.computeIfAbsent(visitor(pattern), v -> new ArrayList<>()).add(address(pattern));
            }
        }
        int pages = 0;
        for (var entry : byVisitor.entrySet()) {
            try (Person person = signedIn(entry.getKey())) {
                for (String path : entry.getValue()) {
                    for (String language : List.of("zh", "en")) {
                        look(person, path, language);
                        pages++;
                    }
                }
            }
        }
        System.out.printf("%d pages were looked at.%n", pages);
        assertThat(pages).isGreaterThan(150);
        assertThat(faults).isEmpty();
    }

    /** One case handed in and one draft at its checklist. */
    private void prepares(Person mother) {
        mother.signIn("he-jing", "/affairs/primary-school-enrolment").press("开始办理");
        mother.page().locator("main form label").first().click();
        mother.press("继续");
        Walk walk = new Walk(mother, city);
        walk.answerAll(List.of("公办", "都不", "否", "没有"));
        walk.bringAll();
        mother.follow("继续");
        walk.fillForm();
        mother.press("提交申请");
        mother.page().waitForURL("**/receipt");
        handedIn = id(mother.path());
        mother.open("/affairs/no-criminal-record-certificate").press("开始办理");
        walk.answerAll(List.of("本人", "求职", "否"));
        draft = id(mother.path());
    }

    private static String id(String path) {
        Matcher found = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}").matcher(path);
        assertThat(found.find()).as(path).isTrue();
        return found.group();
    }

    private static String visitor(String pattern) {
        if (pattern.startsWith("/office")) {
            return pattern.contains("dataset") || pattern.contains("reads") ? "bureau" : pattern.contains("affairs") ? "editor"
                    : pattern.contains("operation") || pattern.contains("kiosks") ? "operator" : "reviewer-education";
        }
        return pattern.startsWith("/counter") ? "clerk-gongshu" : pattern.startsWith("/kiosk") ? "kiosk" : "he-jing";
    }

    private Person signedIn(String visitor) {
        Person person = new Person(city, visitor.equals("kiosk") ? Screen.KIOSK : Screen.PC);
        if (visitor.equals("kiosk")) {
            Kiosk.signIn(person, HE_JING);
        } else {
            person.signIn(visitor, "/");
        }
        if (visitor.startsWith("clerk")) {
            person.open("/counter").type("身份证号码", HE_JING).press("开始服务");
        }
        return person;
    }

    private String address(String pattern) {
        String path = pattern.replace("/apply/{id}", "/apply/" + draft).replace("/cases/{id}", "/cases/" + handedIn)
                .replace("/affairs/{id}", "/affairs/old-age-allowance").replace("/events/{id}", "/events/birth")
                .replace("/departments/{id}", "/departments/education").replace("/datasets/{id}", "/datasets/household-register")
                .replace("/question/{question}", "/question/purpose").replace("/evidence/{requirement}", "/evidence/identity-card")
                .replace("{code}", "NOSUCHCODE");
        assertThat(path).as("an address whose variable is not known here: add it").doesNotContain("{");
        return path;
    }

    private void look(Person person, String path, String language) {
        Page page = person.page();
        String where = path + " (" + language + ")";
        Screen screen = path.matches("/m(/.*)?") ? Screen.PHONE : path.startsWith("/kiosk") ? Screen.KIOSK : Screen.PC;
        page.setViewportSize(screen.width, screen.height);
        Response response = page.navigate(city.address() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        boolean expectedToBeMissing = path.contains("NOSUCHCODE");
        if (response == null || response.status() >= 400 && !expectedToBeMissing) {
            faults.add(where + " answers " + (response == null ? "nothing" : response.status()));
            return;
        }
        check(where + " has one h1", page.locator("h1").count() == 1);
        check(where + " has a title", !page.title().isBlank());
        check(where + " is in its language", page.locator("html").getAttribute("lang").startsWith(language));
        Object overflow = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        check(where + " fits its width, not " + overflow + " px too wide", ((Number) overflow).intValue() <= 1);
        new AxeBuilder(page).analyze().getViolations().stream()
                .filter(v -> List.of("serious", "critical").contains(String.valueOf(v.getImpact())))
                .forEach(v -> faults.add(where + ": " + v.getId() + " " + v.getHelp() + " " + v.getNodes().getFirst().getTarget()));
    }

    private void check(String what, boolean holds) {
        if (!holds) {
            faults.add("not: " + what);
        }
    }
}
