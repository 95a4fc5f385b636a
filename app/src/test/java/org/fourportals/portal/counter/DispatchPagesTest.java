package org.fourportals.portal.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.fourportals.TestCity;
import org.fourportals.casework.Case;
import org.fourportals.delivery.OrderDelivery;
import org.fourportals.desk.Desk;
import org.fourportals.portal.Browser;
import org.fourportals.wallet.PostalAddress;
import org.junit.jupiter.api.Test;

/** The post room finds one paper among many. */
class DispatchPagesTest {

    private static String find(Browser clerk, String words) {
        return clerk.get("/counter/dispatch?find=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).body();
    }

    @Test
    void findsAPaperByItsCaseItsNameOrItsAddress() {
        FoodLicence licence = new FoodLicence();
        Case granted = licence.granted();
        PostalAddress home = PostalAddress.typed("钱塘江", "13800001111", "xihu", "龙井路 77 号");
        TestCity.get(Desk.class).perform(licence.agent(), TestCity.get(OrderDelivery.class), new OrderDelivery.Request(granted.id(), new OrderDelivery.Home(home)));
        String number = String.valueOf(granted.number());
        Browser clerk = new Browser().signIn("clerk-xihu", "/counter");
        for (String words : List.of(number, number.toLowerCase(Locale.ROOT).replace("-", " "), "钱塘江", "龙井路77号", "  ")) {
            assertThat(find(clerk, words)).as(words).contains(number);
        }
        for (String words : List.of("nobody", "%", "<script>alert(1)</script>", "x".repeat(5_000))) {
            assertThat(find(clerk, words)).as(words).contains("None of them fits").doesNotContain(number, "<script>alert");
        }
    }
}
