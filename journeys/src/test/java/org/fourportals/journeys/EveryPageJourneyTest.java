package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.microsoft.playwright.APIResponse;
import org.junit.jupiter.api.Test;

/**
 * Opens every address the program declares, in both languages, as somebody who may: a page is at its own address, has one heading, a title
 * and its language, fits its screen, says nothing in the console, and axe finds nothing serious; a file is of its kind. An address that is
 * neither a page nor listed here fails, and so does a variable that nothing is known for.
 */
class EveryPageJourneyTest {

    /** Files and data, by their address on the web portal, and the kind of each. */
    private static final Map<String, String> FILES = Map.ofEntries(Map.entry("/api/affairs", "application/json"),
            Map.entry("/api/affairs/{id}", "application/json"), Map.entry("/api/cases", "application/json"),
            Map.entry("/api/affairs/{id}/linked-data", "text/turtle"), Map.entry("/api/catalogue/linked-data", "text/turtle"),
            Map.entry("/api/datasets/linked-data", "text/turtle"), Map.entry("/api/work/cases/{id}", "application/json"), Map.entry("/api/delivery/key", "text/plain"),
            Map.entry("/dispatch/{id}/label.pdf", "application/pdf"), Map.entry("/dispatch/{id}/paper.pdf", "application/pdf"),
            Map.entry("/dispatch/batches/{id}/list.pdf", "application/pdf"),
            Map.entry("/api/cases/{id}", "application/json"), Map.entry("/api/certificates/{code}", "application/json"),
            Map.entry("/api/search", "application/json"), Map.entry("/api/suggest", "application/json"),
            Map.entry("/search/suggest", "application/json"), Map.entry("/office/search/suggest", "application/json"),
            Map.entry("/assets/{version}/styles/{frame}.css", "text/css"), Map.entry("/manifest.webmanifest", "application/manifest+json"),
            Map.entry("/service-worker.js", "text/javascript"), Map.entry("/reads.csv", "text/csv"), Map.entry("/reads.proofs.json", "application/json"),
            Map.entry("/api/audit/checkpoint", "text/plain"), Map.entry("/api/audit/checkpoints/{size}", "text/plain"), Map.entry("/api/audit/key", "text/plain"),
            Map.entry("/api/audit/consistency", "application/json"), Map.entry("/wallet/{id}", "application/pdf"),
            Map.entry("/bookings/{id}/calendar.ics", "text/calendar"),
            Map.entry("/cases/{id}/decision.pdf", "application/pdf"), Map.entry("/apply/{id}/decision.pdf", "application/pdf"),
            Map.entry("/cases/{id}/certificate.pdf", "application/pdf"), Map.entry("/apply/{id}/certificate.pdf", "application/pdf"),
            Map.entry("/cases/{id}/documents/{document}", "application/pdf"), Map.entry("/apply/{id}/documents/{document}", "application/pdf"),
            Map.entry("/office/cases/{id}/documents/{document}", "application/pdf"),
            Map.entry("/office/affairs/{id}/circumstances", "text/csv"), Map.entry("/office/affairs/{id}/file", "application/yaml"),
            Map.entry("/office/affairs/{id}/model", "application/xml"), Map.entry("/office/missed/tests.tsv", "text/tab-separated-values"),
            Map.entry("/office/connectors/{id}/rejected.csv", "text/csv"));

    /** Addresses that lead on, by their address on the web portal, and where to (a pattern). */
    private static final Map<String, String> LEADS_ON = Map.ofEntries(Map.entry("/apply/{id}", ".*/apply/.*/checklist"),
            Map.entry("/apply/{id}/sign-in", ".*/apply/.*/checklist"), Map.entry("/cases/{id}/delivery/cancel", ".*/cases/[^/]+"),
            Map.entry("/apply/{id}/delivery/cancel", ".*/cases/[^/]+"), Map.entry("/resume", "/"),
            Map.entry("/office/cases/{id}/decision", "/office/cases/[^/]+"), Map.entry("/office/cases/{id}/opinion", "/office/cases/[^/]+"),
            Map.entry("/office/cases/{id}/supplement", "/office/cases/[^/]+"), Map.entry("/office/cases/{id}/extension", "/office/cases/[^/]+"), Map.entry("/office/cases/{id}/reopening", "/office/cases/[^/]+"),
            Map.entry("/office/cases/{id}/note", "/office/cases/[^/]+"), Map.entry("/office/cases/{id}/hand-over", "/office/cases/[^/]+"),
            Map.entry("/cases/{id}/note", ".*/cases/[^/]+"), Map.entry("/cases/{id}/hand-over", ".*/cases/[^/]+"),
            Map.entry("/office/worklist/next", ".*/worklist"), Map.entry("/worklist/next", ".*/worklist"), Map.entry("/office/affairs/{id}/edit/file", ".*/edit"),
            Map.entry("/office/affairs/{id}/history/back", ".*/history"), Map.entry("/office/affairs/{id}/history/call-off", ".*/history"),
            Map.entry("/office/affairs/{id}/dismiss", ".*/publish"), Map.entry("/office/instruments/{id}/decision", ".*/instruments/[^/]+"),
            Map.entry("/office/instruments/{id}/end", ".*/instruments/[^/]+"), Map.entry("/office/instruments/{id}/implementation", ".*/instruments/[^/]+"));

    private final CityServer city = City.shared();
    private final LivedInCity lived = new LivedInCity(city);
    private final List<String> faults = new ArrayList<>();
    private final Addresses addresses = new Addresses(lived);

    @Test
    void opensInBothLanguagesAndAxeFindsNothingSerious() {
        Map<String, List<Route>> byVisitor = new TreeMap<>();
        for (Route route : Route.all()) {
            visitors(route).forEach(v -> byVisitor.computeIfAbsent(v, key -> new ArrayList<>()).add(route));
        }
        int pages = 0;
        int files = 0;
        for (var entry : byVisitor.entrySet()) {
            try (Person person = signedIn(entry.getKey())) {
                Look look = new Look(person, city, faults);
                for (Route route : entry.getValue()) {
                    if (FILES.containsKey(route.plain())) {
                        open(person, route);
                        files++;
                    } else {
                        for (String language : List.of("zh", "en")) {
                            look.at(route, addresses.of(route), language, LEADS_ON.get(route.plain()));
                            pages++;
                        }
                    }
                }
            }
        }
        System.out.printf("%d pages were looked at and %d files opened, for %d addresses.%n", pages, files, Route.all().size());
        assertThat(faults).isEmpty();
    }

    /** Who looks: strangers at what is open to all, and those whom a page is for. */
    private static Set<String> visitors(Route route) {
        if (route.isOffice()) {
            return Set.of(route.pattern().startsWith("/office/corrections/") || route.pattern().equals("/office/grants/revoke") ? LivedInCity.HOLDER : route.isFor("REVIEWER") && !route.pattern().startsWith("/office/instruments/") ? "reviewer-education" : route.isFor("BUREAU") && !route.isFor("EDITOR") ? "bureau"
                    : route.isFor("EDITOR") ? "editor" : "operator");
        }
        if (route.pattern().startsWith("/api/work/")) {
            return Set.of("clerk-gongshu");
        }
        return switch (route.portal()) {
            case "/counter" -> Set.of("clerk-gongshu");
            case "/kiosk" -> Set.of(Addresses.BEFORE_SIGN_IN.contains(route.pattern()) ? "machine" : "kiosk");
            default -> route.isFor("VISITOR") && !route.pattern().contains("/apply/") && !route.pattern().contains("/cases/")
                    && !route.pattern().endsWith("/start") ? Set.of("stranger") : Set.of(LivedInCity.WHO);
        };
    }

    private Person signedIn(String visitor) {
        Person person = new Person(city, visitor.equals("kiosk") || visitor.equals("machine") ? Screen.KIOSK : Screen.PC);
        switch (visitor) {
            case "stranger" -> person.open("/");
            case "machine" -> person.open("/kiosk");
            case "kiosk" -> {
                Kiosk.signIn(person, LivedInCity.CARD);
                person.open("/kiosk/ticket").page().locator("main form button").first().click();
                addresses.ticket(person.path());
            }
            default -> person.signIn(visitor, "/");
        }
        if (visitor.startsWith("clerk")) {
            person.open("/counter").type("身份证号码", LivedInCity.CARD).press("开始服务");
        }
        return person;
    }

    private void open(Person person, Route route) {
        APIResponse answer = person.page().request().get(city.address() + addresses.of(route));
        String kind = answer.headers().getOrDefault("content-type", "nothing");
        if (answer.status() != 200 || !kind.startsWith(FILES.get(route.plain())) || answer.body().length == 0) {
            faults.add(route.pattern() + " answers " + answer.status() + " with " + answer.body().length + " bytes of " + kind);
        }
    }
}
