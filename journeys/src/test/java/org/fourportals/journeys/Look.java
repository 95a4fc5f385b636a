package org.fourportals.journeys;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.jspecify.annotations.Nullable;

/** One person's look at one page after another; what is wrong goes to the list of faults. */
final class Look {

    private final Page page;
    private final CityServer city;
    private final List<String> faults;
    private final List<String> heard = new ArrayList<>();

    Look(Person person, CityServer city, List<String> faults) {
        this.page = person.page();
        this.city = city;
        this.faults = faults;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                heard.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(heard::add);
    }

    /** @param leadsOn where the address leads, if it is not a page itself */
    void at(Route route, String address, String language, @Nullable String leadsOn) {
        String where = address + " (" + language + ")";
        Screen screen = route.portal().equals("/m") ? Screen.PHONE : route.portal().equals("/kiosk") ? Screen.KIOSK : Screen.PC;
        page.setViewportSize(screen.width, screen.height);
        heard.clear();
        Response response = page.navigate(city.address() + address + (address.contains("?") ? "&" : "?") + "lang=" + language);
        boolean isErrorPage = route.pattern().equals("/error");
        if (response == null || response.status() >= 400 && !isErrorPage) {
            faults.add(where + " answers " + (response == null ? "nothing" : response.status()));
            return;
        }
        String path = URI.create(page.url()).getPath();
        String wanted = address.replaceAll("\\?.*", "");
        check(where + " stays where it is or leads to " + leadsOn + ", not to " + path, leadsOn == null ? path.equals(wanted) : path.matches(leadsOn));
        check(where + " has one h1", page.locator("h1").count() == 1);
        check(where + " has a title", !page.title().isBlank());
        check(where + " is in its language", String.valueOf(page.locator("html").getAttribute("lang")).startsWith(language));
        Object overflow = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        check(where + " fits its width, not " + overflow + " px too wide", ((Number) overflow).intValue() <= 1);
        new AxeBuilder(page).analyze().getViolations().stream()
                .filter(v -> List.of("serious", "critical").contains(String.valueOf(v.getImpact())))
                .forEach(v -> faults.add(where + ": " + v.getId() + " " + v.getHelp() + " " + v.getNodes().getFirst().getTarget()));
        heard.stream().filter(text -> !isErrorPage).forEach(text -> faults.add(where + " says in the console: " + text));
    }

    private void check(String what, boolean holds) {
        if (!holds) {
            faults.add("not: " + what);
        }
    }
}
