package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import com.microsoft.playwright.Locator;

/** Papers by courier: ordered by a resident who looks at her case, packed and handed over by a clerk at her post page. */
final class Post {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Post() {
    }

    static void order(Person person, String district, String line) {
        person.page().locator("#part-delivery a[href$='/delivery']").click();
        person.page().locator("input[name=way][value=courier]").check();
        Locator other = person.page().locator("input[name=kept][value=new]");
        if (other.count() > 0) {
            other.check();
        }
        person.page().locator("input[name=phone]").fill("138 0000 1111");
        person.page().locator("select[name=district]").selectOption(district);
        person.page().locator("input[name=line]").fill(line);
        person.press("就这样送");
        person.page().waitForURL(url -> url.contains("#part-delivery"));
        assertThat(person.page().locator("#part-delivery").innerText()).contains("等待装件", line);
    }

    /** Packs what waits, and hands the bag to the courier. */
    static void hand(Person clerk) {
        while (clerk.page().locator("form[action$='/pack'] button").count() > 0) {
            clerk.page().locator("form[action$='/pack'] button").first().click();
            clerk.page().waitForLoadState();
        }
        clerk.page().locator("form[action$='/batch'] button").click();
        clerk.page().waitForLoadState();
        assertThat(clerk.text()).contains("批已交接");
    }

    /** Looks again and again until the case says this of its paper; answers the tracking number. */
    static String await(Person person, String state) {
        await(person, "#part-delivery", state);
        return person.page().locator("#part-delivery .apply-number").first().innerText();
    }

    /** The same of a whole page. */
    static void awaitText(Person person, String words) {
        await(person, "main", words);
    }

    private static void await(Person person, String part, String words) {
        Instant until = Instant.now().plus(PATIENCE);
        while (!person.page().locator(part).innerText().contains(words)) {
            assertThat(Instant.now()).as("waited in vain for: " + words + " in\n" + person.page().locator(part).innerText()).isBefore(until);
            person.page().reload();
        }
    }

    static void takeBack(Person clerk, String item) {
        clerk.open("/counter/dispatch").type("运单号", item).press("收回退件");
        clerk.page().waitForLoadState();
        assertThat(clerk.text()).contains("已收回");
    }
}
