package org.fourportals.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.TestCourier;
import org.fourportals.base.MessageSignature;
import org.fourportals.casework.Case;
import org.fourportals.desk.Desk;
import org.fourportals.portal.counter.FoodLicence;
import org.fourportals.wallet.PostalAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes to the carrier's door: late, twice, in disorder, forged, malformed, huge. */
class CarrierEventsTest {

    private final FoodLicence licence = new FoodLicence();
    private final Case granted = licence.granted();

    @BeforeEach
    void order() {
        PostalAddress home = PostalAddress.typed("沈佳明", "13800001111", "xihu", "文三路 1 号");
        TestCity.get(Desk.class).perform(licence.agent(), TestCity.get(OrderDelivery.class), new OrderDelivery.Request(granted.id(), new OrderDelivery.Home(home)));
        TestCity.get(Desk.class).perform(FoodLicence.staff("clerk-xihu"), TestCity.get(PackPaper.class), new PackPaper.Request(tracked().delivery().id()));
    }

    @Test
    void keepsWhatComesInDisorderAndGoesByWhatHappenedLast() {
        Instant now = TestCity.clock().instant();
        assertThat(tell("out-for-delivery", now.minusSeconds(60)).statusCode()).isEqualTo(200);
        assertThat(tell("in-transit", now.minusSeconds(600)).statusCode()).as("late").isEqualTo(200);
        assertThat(tracked().delivery().state()).isEqualTo(DeliveryState.OUT_FOR_DELIVERY);
        assertThat(tell("delivered", now.minusSeconds(10)).statusCode()).isEqualTo(200);
        assertThat(tell("attempted", now).statusCode()).as("after the end").isEqualTo(200);
        assertThat(tracked().delivery().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(tracked().steps()).filteredOn(s -> s.state().isSaidByCarrier()).extracting(DeliveryStep::state).containsExactly(DeliveryState.IN_TRANSIT,
                DeliveryState.OUT_FOR_DELIVERY, DeliveryState.DELIVERED, DeliveryState.ATTEMPTED);
    }

    @Test
    void takesAnEventOnce() {
        String event = UUID.randomUUID().toString();
        String json = json("in-transit", TestCity.clock().instant(), "");
        assertThat(TestCity.courier().tell(event, json).body()).contains("\"before\":false");
        assertThat(TestCity.courier().tell(event, json).body()).contains("\"before\":true");
        assertThat(tracked().steps()).filteredOn(s -> s.state() == DeliveryState.IN_TRANSIT).hasSize(1);
    }

    @Test
    void refusesWhatTheCourierDidNotSign() throws GeneralSecurityException {
        String json = json("delivered", TestCity.clock().instant(), "");
        var stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertRefused(TestCity.courier().tell("e1", json, TestCity.clock().instant(), stranger), 401, "signature-wrong");
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        assertRefused(TestCourier.post(HttpRequest.newBuilder().header("Event-Id", "e2").header("Content-Digest", MessageSignature.digestOf(content)), content), 401, "no-signature");
        assertRefused(TestCourier.post(HttpRequest.newBuilder(), content), 400, "no-event-id");
        assertRefused(TestCourier.post(HttpRequest.newBuilder().header("Event-Id", "e3' or 1=1"), content), 400, "no-event-id");
        assertThat(tracked().delivery().state()).isEqualTo(DeliveryState.PACKED);
    }

    @Test
    void refusesAnOldSignature() {
        assertThat(TestCity.courier().tell("old", json("delivered", TestCity.clock().instant(), "")).statusCode()).isEqualTo(200);
        TestCity.clock().advance(Duration.ofMinutes(1));
        assertRefused(stale(), 401, "out-of-time");
    }

    private HttpResponse<String> stale() {
        try {
            return TestCity.courier().tell("stale", json("delivered", TestCity.clock().instant(), ""), TestCity.clock().instant().minus(Duration.ofMinutes(6)),
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "null", "\"x\"", "{\"item\": 5, \"state\": [], \"at\": {}}", "{\"item\": \"EA000000005CN\", \"state\": \"eaten\", \"at\": \"2026-11-24T00:00:00Z\"}",
        "{\"item\": \"EA000000005CN\", \"state\": \"cancelled\", \"at\": \"2026-11-24T00:00:00Z\"}", "{\"item\": \"EA000000005CN\", \"state\": \"delivered\", \"at\": \"0000-00-00\"}",
        "{\"item\": \"EA000000005CN\", \"state\": \"delivered\", \"at\": \"9999-01-01T00:00:00Z\"}", "{\"item\": \"EA000000006CN\", \"state\": \"delivered\", \"at\": \"2026-11-24T00:00:00Z\"}"})
    void refusesWhatIsMalformed(String content) {
        assertRefused(TestCity.courier().tell(UUID.randomUUID().toString(), content), 400, "malformed");
    }

    @Test
    void refusesWhatIsTooLargeOrOfAnItemItDoesNotHave() {
        assertRefused(TestCity.courier().tell("huge", json("delivered", TestCity.clock().instant(), ", \"place\": \"" + "x".repeat(20_000) + "\"")), 413, "too-large");
        assertRefused(TestCity.courier().tell("unknown", json("delivered", TestCity.clock().instant(), "").replaceAll("EA[0-9]{9}CN", ItemNumber.of("EA", 99_999_999, "CN").value())),
                404, "unknown-item");
    }

    @Test
    void showsHostileWordsAsWords() {
        assertThat(TestCity.courier().tell("hostile", json("in-transit", TestCity.clock().instant(), ", \"place\": \"<script>\\u202e\\u0007" + "長".repeat(200) + "\"")).statusCode())
                .isEqualTo(200);
        String place = tracked().steps().getLast().place();
        assertThat(place).startsWith("<script> 長").hasSizeLessThanOrEqualTo(80);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"reason\":\"" + reason + "\"");
    }

    private HttpResponse<String> tell(String state, Instant at) {
        return TestCity.courier().tell(UUID.randomUUID().toString(), json(state, at, ""));
    }

    private String json(String state, Instant at, String more) {
        ItemNumber item = tracked().delivery().item();
        return "{\"item\": \"" + (item == null ? "" : item.value()) + "\", \"state\": \"" + state + "\", \"at\": \"" + at + "\"" + more + "}";
    }

    private Deliveries.Tracked tracked() {
        List<Deliveries.Tracked> all = TestCity.get(Deliveries.class).of(granted);
        return all.getFirst();
    }
}
