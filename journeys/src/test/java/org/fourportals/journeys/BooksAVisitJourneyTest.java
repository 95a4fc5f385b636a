package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Somebody who would rather speak to a person: booked on the phone, looked at in the centre, moved by a clerk, given back. */
class BooksAVisitJourneyTest {

    private static final String CARD = Kiosk.ZHAO_PENG;

    private final CityServer city = City.shared();

    @Test
    void bookedOnThePhoneSeenAtTheMachineMovedAtTheCounterAndGivenBack() {
        try (Person person = new Person(city, Screen.PHONE); Person clerk = new Person(city, Screen.PC); Person machine = new Person(city, Screen.KIOSK)) {
            person.signIn("zhao-peng", "/m/affairs/residence-permit-renewal");
            person.page().locator("[data-ask-open]").first().click();
            person.page().locator("#assistant input[name=question][type=text]").fill("我想预约个时间当面办");
            person.page().locator("#assistant .fp-ask__row button").click();
            person.page().locator("#assistant .fp-ask__answer [data-ask-lead]").first().click();
            person.page().waitForURL("**/m/bookings/new?affair=residence-permit-renewal*");
            person.page().locator("select[name=centre]").selectOption("xihu");
            person.press("看有空的时间");
            person.page().waitForURL("**centre=xihu*");
            assertThat(person.page().locator("main").innerText()).contains("居住证");
            person.page().locator(".pb-day").last().click();
            person.page().waitForURL("**day=*");
            Locator time = person.page().locator(".pb-slot:enabled").first();
            String begins = time.locator("strong").innerText();
            time.click();
            person.page().waitForURL(url -> url.matches(".*/m/bookings/[0-9a-f-]{36}.*"));
            assertThat(person.text()).contains("约好了", begins, "西湖区", "到那天");

            Kiosk.signIn(machine, CARD);
            machine.open("/kiosk/bookings");
            assertThat(machine.text()).contains(begins + " 前半小时起可以按");
            assertThat(machine.page().locator("form[action$=arrive]").count()).as("not a day before").isZero();

            clerk.signIn("clerk-xihu", "/counter");
            clerk.type("身份证号码", CARD).press("开始服务");
            clerk.page().waitForLoadState();
            clerk.open("/counter/bookings");
            assertThat(clerk.text()).contains(begins, "居住证");
            clerk.page().getByText("改时间").first().click();
            clerk.page().waitForURL("**/counter/bookings/new?move=*");
            clerk.page().locator(".pb-day").last().click();
            clerk.page().waitForURL("**day=*");
            clerk.page().locator(".pb-slot:enabled").last().click();
            clerk.page().waitForURL(url -> url.matches(".*/counter/bookings/[0-9a-f-]{36}.*"));
            assertThat(clerk.text()).contains("已改到新的时间");

            person.open("/m/bookings");
            assertThat(person.text()).doesNotContain(" " + begins);
            person.page().getByText("取消预约").first().click();
            person.page().getByText("是的，取消").first().click();
            person.page().waitForLoadState();
            assertThat(person.text()).contains("预约已取消", "还没有预约");
        }
    }
}
