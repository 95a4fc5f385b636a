package org.fourportals.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fourportals.TestCity;
import org.fourportals.TestCourier;
import org.fourportals.base.Actor;
import org.fourportals.base.MessageSignature;
import org.fourportals.base.Portal;
import org.fourportals.casework.Case;
import org.fourportals.delivery.internal.CarrierMessages;
import org.fourportals.delivery.internal.CityCourierKey;
import org.fourportals.desk.Desk;
import org.fourportals.identity.Accounts;
import org.fourportals.portal.counter.FoodLicence;
import org.fourportals.wallet.Addresses;
import org.fourportals.wallet.PostalAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the order to the door, with a courier outside. */
class DeliveryModuleTest {

    private static final PostalAddress HOME = PostalAddress.typed("沈佳明", "+86 138-0000-1111", "xihu", "文三路 1 号\n2 幢 301");

    private final Desk desk = TestCity.get(Desk.class);
    private final Deliveries deliveries = TestCity.get(Deliveries.class);
    private final FoodLicence licence = new FoodLicence();
    private final Actor agent = licence.agent();
    private final Actor.Staff clerk = FoodLicence.staff("clerk-xihu");

    @AfterEach
    void courierAnswersAgain() {
        TestCity.courier().answer(200);
    }

    @Test
    void goesFromTheOrderToTheSignature() throws GeneralSecurityException {
        Case granted = licence.granted();
        Delivery ordered = sent(granted);
        assertThat(ordered.state()).isEqualTo(DeliveryState.ORDERED);
        assertThat(ordered.centre()).isEqualTo("xihu");
        assertThat(ordered.fee()).isEqualByComparingTo("8");
        assertThat(TestCity.get(Addresses.class).listOf(ordered.subject())).extracting(Addresses.Kept::address).contains(HOME);
        assertThat(desk.perform(clerk, TestCity.get(PackPaper.class), new PackPaper.Request(ordered.id()))).isInstanceOf(PackPaper.Packed.class);
        CloseBatch.Closed closed = (CloseBatch.Closed) desk.perform(clerk, TestCity.get(CloseBatch.class), new CloseBatch.Request(), UUID.randomUUID());
        await().untilAsserted(() -> {
            TestCity.get(CarrierMessages.class).tell();
            assertThat(TestCity.courier().told()).anyMatch(t -> t.path().equals("/v1/pick-ups") && t.body().contains(closed.batch().toString()) && t.body().contains(number(ordered)));
        });
        TestCourier.Told announced = TestCity.courier().told().stream().filter(t -> t.path().equals("/v1/items") && t.body().contains(number(ordered))).findFirst().orElseThrow();
        assertThat(announced.body()).contains("文三路 1 号 2 幢 301", "13800001111", "西湖区").doesNotContain(granted.affair(), granted.number());
        assertThat(isFromTheCity(announced)).isTrue();
        for (String step : List.of("in-transit", "out-for-delivery")) {
            assertThat(tell(ordered, step, "", 0).statusCode()).isEqualTo(200);
        }
        assertThat(tell(ordered, "delivered", ", \"place\": \"西湖区文三路营业部\", \"signer\": \"沈佳明\"", 0).statusCode()).isEqualTo(200);
        Deliveries.Tracked done = deliveries.of(granted).getFirst();
        assertThat(done.delivery().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(done.steps()).extracting(DeliveryStep::state).containsExactly(DeliveryState.ORDERED, DeliveryState.PACKED, DeliveryState.HANDED_OVER,
                DeliveryState.IN_TRANSIT, DeliveryState.OUT_FOR_DELIVERY, DeliveryState.DELIVERED);
        assertThat(done.steps().getLast().signer()).isEqualTo("沈佳明");
        assertThat(order(granted, new OrderDelivery.Home(HOME))).isInstanceOf(OrderDelivery.OnItsWay.class);
    }

    @Test
    void isSentAgainAfterItCameBackAndFreeOfChargeAfterItWasLost() {
        Case granted = licence.granted();
        Delivery first = gone(granted);
        tell(first, "attempted", "", 0);
        tell(first, "returning", "", 0);
        assertThat(desk.perform(clerk, TestCity.get(TakeBack.class), new TakeBack.Request("ea" + number(first).substring(2).toLowerCase())))
                .isInstanceOf(TakeBack.TakenBack.class);
        Delivery second = gone(granted);
        assertThat(second.item()).isNotEqualTo(first.item());
        assertThat(second.fee()).isEqualByComparingTo("8");
        tell(second, "lost", "", 0);
        assertThat(sent(granted).fee()).isZero();
        assertThat(deliveries.of(granted)).extracting(t -> t.delivery().state()).containsExactly(DeliveryState.ORDERED, DeliveryState.LOST, DeliveryState.RETURNED);
    }

    @Test
    void isFetchedWithItsCode() {
        Case granted = licence.granted();
        assertThat(order(granted, new OrderDelivery.AtCentre("xihu"))).isInstanceOf(OrderDelivery.Ordered.class);
        Delivery ordered = newest(granted);
        desk.perform(clerk, TestCity.get(PackPaper.class), new PackPaper.Request(ordered.id()));
        String code = String.valueOf(newest(granted).code());
        assertThat(code).matches("[0-9]{6}");
        HandOut handOut = TestCity.get(HandOut.class);
        assertThat(desk.perform(FoodLicence.staff("clerk-gongshu"), handOut, new HandOut.Request(code))).as("at another centre").isInstanceOf(HandOut.NoSuchCode.class);
        assertThat(desk.perform(clerk, handOut, new HandOut.Request("12345"))).isInstanceOf(HandOut.NoSuchCode.class);
        assertThat(desk.perform(clerk, handOut, new HandOut.Request(code.substring(0, 3) + " " + code.substring(3)))).isInstanceOf(HandOut.HandedOut.class);
        assertThat(desk.perform(clerk, handOut, new HandOut.Request(code))).as("a second time").isInstanceOf(HandOut.NoSuchCode.class);
        assertThat(newest(granted).state()).isEqualTo(DeliveryState.COLLECTED);
    }

    @Test
    void isTakenBackBeforeItIsPackedAndNotLater() {
        Case granted = licence.granted();
        Delivery ordered = sent(granted);
        CancelDelivery cancel = TestCity.get(CancelDelivery.class);
        assertThat(desk.perform(resident("he-jing"), cancel, new CancelDelivery.Request(ordered.id()))).as("a stranger").isInstanceOf(CancelDelivery.NotFound.class);
        assertThat(desk.perform(agent, cancel, new CancelDelivery.Request(ordered.id()))).isInstanceOf(CancelDelivery.Cancelled.class);
        Delivery again = sent(granted);
        desk.perform(clerk, TestCity.get(PackPaper.class), new PackPaper.Request(again.id()));
        assertThat(desk.perform(agent, cancel, new CancelDelivery.Request(again.id()))).isInstanceOf(CancelDelivery.TooLate.class);
    }

    @Test
    void refusesWhatCannotBeSent() {
        Case open = licence.handedIn();
        assertThat(order(open, new OrderDelivery.Home(HOME))).as("not decided").isInstanceOf(OrderDelivery.NoPaper.class);
        Case granted = licence.granted();
        assertThat(desk.perform(resident("he-jing"), TestCity.get(OrderDelivery.class), new OrderDelivery.Request(granted.id(), new OrderDelivery.Home(HOME))))
                .as("a stranger").isInstanceOf(OrderDelivery.NoPaper.class);
        assertThat(order(granted, new OrderDelivery.AtCentre("nowhere"))).isInstanceOf(OrderDelivery.NoSuchCentre.class);
        PostalAddress wrong = PostalAddress.typed("<script>", "12345", "nowhere", "x".repeat(101));
        assertThat(order(granted, new OrderDelivery.Home(wrong))).isEqualTo(new OrderDelivery.WrongAddress(EnumSet.allOf(PostalAddress.Part.class)));
        assertThat(deliveries.of(granted)).isEmpty();
    }

    @Test
    void isOrderedOnceWhenTwoPressAtOnce() throws InterruptedException {
        Case granted = licence.granted();
        List<OrderDelivery.Outcome> outcomes = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
        var barrier = new java.util.concurrent.CyclicBarrier(4);
        List<Thread> pressing = java.util.stream.IntStream.range(0, 4).mapToObj(i -> Thread.ofVirtual().start(() -> {
            try {
                barrier.await();
            } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            outcomes.add(order(granted, new OrderDelivery.Home(HOME)));
        })).toList();
        for (Thread each : pressing) {
            each.join();
        }
        assertThat(outcomes).hasSize(4).filteredOn(OrderDelivery.Ordered.class::isInstance).hasSize(1);
        assertThat(deliveries.of(granted)).hasSize(1);
    }

    @Test
    void tellsTheCourierAgainAfterItWasAwayAndNotAfterItRefused() {
        Delivery away = packed(licence.granted());
        CarrierMessages messages = TestCity.get(CarrierMessages.class);
        TestCity.courier().answer(503);
        await().untilAsserted(() -> {
            messages.tell();
            assertThat(troubles(away)).singleElement().satisfies(t -> assertThat(t.refused()).isFalse());
        });
        TestCity.courier().answer(422);
        TestCity.clock().advance(java.time.Duration.ofMinutes(2));
        await().untilAsserted(() -> {
            messages.tell();
            assertThat(troubles(away)).singleElement().satisfies(t -> assertThat(t.refused()).isTrue());
        });
        Deliveries.Trouble refused = troubles(away).getFirst();
        assertThat(refused.said()).startsWith("422");
        TestCity.courier().answer(200);
        TestCity.clock().advance(java.time.Duration.ofHours(3));
        messages.tell();
        assertThat(troubles(away)).as("a refusal stays one").isNotEmpty();
        assertThat(desk.perform(clerk, TestCity.get(RetryMessage.class), new RetryMessage.Request(refused.id()))).isInstanceOf(RetryMessage.Again.class);
        await().untilAsserted(() -> {
            messages.tell();
            assertThat(troubles(away)).isEmpty();
        });
        List<String> ids = TestCity.courier().told().stream().filter(t -> t.path().equals("/v1/items") && t.body().contains(number(away))).map(TestCourier.Told::id).toList();
        assertThat(ids).hasSize(3);
        assertThat(Set.copyOf(ids)).as("the same message").hasSize(1);
    }

    @Test
    void printsLabelAndHandOverListForItsOwnCentreOnly() throws IOException {
        Delivery packed = packed(licence.granted());
        assertThat(text(deliveries.label(clerk, packed.id()).orElseThrow())).contains(String.valueOf(packed.item() == null ? "" : packed.item().grouped()), "沈佳明", "13800001111", "西湖区 文三路", "到付 ¥8");
        assertThat(deliveries.label(FoodLicence.staff("clerk-gongshu"), packed.id())).isEmpty();
        CloseBatch.Closed closed = (CloseBatch.Closed) desk.perform(clerk, TestCity.get(CloseBatch.class), new CloseBatch.Request(), UUID.randomUUID());
        assertThat(text(deliveries.manifest(clerk, closed.batch()).orElseThrow())).contains("第 " + closed.number() + " 批", packed.item() == null ? "" : packed.item().grouped());
        assertThat(desk.perform(clerk, TestCity.get(CloseBatch.class), new CloseBatch.Request(), UUID.randomUUID())).isInstanceOf(CloseBatch.NothingPacked.class);
    }

    private List<Deliveries.Trouble> troubles(Delivery delivery) {
        return deliveries.troubles(clerk).stream().filter(t -> delivery.item() != null && t.what().equals(delivery.item().grouped())).toList();
    }

    private Delivery packed(Case granted) {
        Delivery ordered = sent(granted);
        desk.perform(clerk, TestCity.get(PackPaper.class), new PackPaper.Request(ordered.id()));
        return newest(granted);
    }

    private Delivery gone(Case granted) {
        packed(granted);
        desk.perform(clerk, TestCity.get(CloseBatch.class), new CloseBatch.Request(), UUID.randomUUID());
        return newest(granted);
    }

    private Delivery sent(Case granted) {
        assertThat(order(granted, new OrderDelivery.Home(HOME))).isInstanceOf(OrderDelivery.Ordered.class);
        return newest(granted);
    }

    private OrderDelivery.Outcome order(Case about, OrderDelivery.To to) {
        return desk.perform(agent, TestCity.get(OrderDelivery.class), new OrderDelivery.Request(about.id(), to));
    }

    private Delivery newest(Case about) {
        return deliveries.of(about).getFirst().delivery();
    }

    private static java.net.http.HttpResponse<String> tell(Delivery delivery, String state, String more, int secondsAgo) {
        return TestCity.courier().tell(UUID.randomUUID().toString(), "{\"item\": \"" + number(delivery) + "\", \"state\": \"" + state + "\", \"at\": \""
                + TestCity.clock().instant().minusSeconds(secondsAgo) + "\"" + more + "}");
    }

    private static String number(Delivery delivery) {
        return delivery.item() == null ? "" : delivery.item().value();
    }

    private static boolean isFromTheCity(TestCourier.Told told) throws GeneralSecurityException {
        PublicKey city = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(TestCity.get(CityCourierKey.class).publicKey())));
        MessageSignature signature = MessageSignature.of("message-id", told.input(), told.signature()).orElseThrow();
        return told.digest().equals(MessageSignature.digestOf(told.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                && signature.isOver(MessageSignature.base("POST", told.path(), told.digest(), "message-id", told.id(), signature.parameters()), city.getEncoded());
    }

    private static Actor resident(String username) {
        var account = TestCity.get(Accounts.class).findByUsername(username).orElseThrow();
        return new Actor.Resident(account.subject(), account.name().zh(), Portal.WEB, null);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
