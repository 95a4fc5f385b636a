package org.fourportals.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.fourportals.TestPostgres;
import org.fourportals.base.Actor;
import org.fourportals.base.Language;
import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.fourportals.notice.internal.Sender;
import org.fourportals.notice.internal.SubscriptionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Messages to a browser through a push service that checks the sender and decrypts what comes. */
class PushStoreTest {

    private static final Actor LI = new Actor.Resident(new Subject(7), "李梅", Portal.MOBILE, null);
    private static final Subject SELF = new Subject(7);

    private final JdbcConnectionDetails database = TestPostgres.details(TestPostgres.fresh());
    private PushServiceProgram service;
    private NoticeRoom room;

    @TempDir
    private Path data;

    @BeforeEach
    void start() throws Exception {
        service = new PushServiceProgram();
        room = new NoticeRoom(data, database, "fourportals.notice.push.contact=mailto:notice@city.example",
                "fourportals.notice.push.services=*.push.example," + service.origin(), "fourportals.notice.seconds=2",
                "fourportals.notice.sms.server=127.0.0.1:1", "fourportals.notice.sms.from=106");
    }

    @AfterEach
    void stop() {
        room.close();
        service.close();
    }

    private AllowPush.Outcome allow(String endpoint, String key, String secret) {
        return room.get(AllowPush.class).perform(LI, new AllowPush.Request(endpoint, key, secret, Language.ZH));
    }

    private List<String> states(Notice notice) {
        return room.sendings(notice).stream().map(sending -> sending.channel() + " " + sending.state()).toList();
    }

    @Test
    void theBrowserReadsItAndTheServiceKnowsWhoSentIt() {
        assertThat(allow(service.origin() + "/one", service.key(), service.secret())).isEqualTo(new AllowPush.Allowed());
        Notice notice = room.tell(SELF, "case:1");
        room.get(Sender.class).empty();
        Sending sending = room.sendings(notice).getFirst();
        assertThat(states(notice)).containsExactly("PUSH SENT");
        assertThat(service.messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("\"title\":\"办好了：养犬登记\"", "\"tag\":\"" + sending.id() + "\"", "\"url\":\"https://city.example/m/cases/");
            assertThat(message.topic()).isEqualTo(sending.id().toString().replace("-", ""));
            assertThat(message.claims()).contains("\"aud\":\"" + service.origin() + "\"", "mailto:notice@city.example");
            assertThat(Integer.parseInt(message.ttl())).isPositive();
        });
    }

    @Test
    void aBrowserThatIsGoneIsForgottenAndTheNextChannelTaken() {
        allow(service.origin() + "/one", service.key(), service.secret());
        room.choose(SELF, Language.EN, List.of(Channel.PUSH, Channel.SMS), "", "+8613800000000");
        service.answer(410);
        Notice notice = room.tell(SELF, "case:1");
        room.get(Sender.class).empty();
        assertThat(states(notice)).startsWith("PUSH FAILED", "SMS WAITING");
        assertThat(room.get(SubscriptionStore.class).has(SELF)).isFalse();
        assertThat(states(room.tell(SELF, "case:2"))).containsExactly("SMS WAITING");
    }

    @Test
    void aServiceThatIsBusyIsTriedAgainAndOneBrowserOfTwoIsEnough() {
        allow(service.origin() + "/one", service.key(), service.secret());
        service.answer(503);
        Notice notice = room.tell(SELF, "case:1");
        room.get(Sender.class).empty();
        assertThat(states(notice)).containsExactly("PUSH WAITING");
        service.answer(201);
        allow("https://unreachable.push.example/x", service.key(), service.secret());
        Notice two = room.tell(SELF, "case:2");
        room.get(Sender.class).empty();
        assertThat(states(two)).containsExactly("PUSH SENT");
    }

    @Test
    void onlyPushServicesOfTheCityAreEverSentAnything() {
        for (String endpoint : List.of("http://127.0.0.1:22/", "https://169.254.169.254/latest", "https://push.example.evil.test/", "https://evilpush.example/",
                "https://x@a.push.example/", "https://a.push.example:8443/", "http://a.push.example/", "file:///etc/passwd", "not an address", "", "x".repeat(5000),
                service.origin() + ".evil.test/")) {
            assertThat(allow(endpoint, service.key(), service.secret())).as(endpoint.substring(0, Math.min(60, endpoint.length()))).isEqualTo(new AllowPush.NoService());
        }
        assertThat(allow("https://a.push.example/1", "AAAA", service.secret())).isEqualTo(new AllowPush.NoService());
        assertThat(allow("https://a.push.example/1", "?", "?")).isEqualTo(new AllowPush.NoService());
        assertThat(allow("https://a.push.example/1", service.key(), service.secret())).isEqualTo(new AllowPush.Allowed());
    }

    @Test
    void aKeyThatIsNoPointOfTheCurveIsRefusedWhenItIsUsed() {
        String noPoint = Base64.getUrlEncoder().withoutPadding().encodeToString(noPoint());
        assertThat(allow(service.origin() + "/one", noPoint, service.secret())).isEqualTo(new AllowPush.Allowed());
        Notice notice = room.tell(SELF, "case:1");
        room.get(Sender.class).empty();
        assertThat(states(notice)).containsExactly("PUSH FAILED");
        assertThat(service.messages()).isEmpty();
    }

    private static byte[] noPoint() {
        byte[] point = new byte[65];
        point[0] = 4;
        point[40] = 1;
        return point;
    }
}
