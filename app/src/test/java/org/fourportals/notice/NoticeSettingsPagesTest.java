package org.fourportals.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.Language;
import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.fourportals.desk.Desk;
import org.fourportals.identity.Accounts;
import org.fourportals.portal.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How somebody wants to be told, what forms may bring, and what operators see of it. */
class NoticeSettingsPagesTest {

    private final JdbcClient jdbc = TestCity.get(JdbcClient.class);

    private static Subject subject(String username) {
        return Objects.requireNonNull(TestCity.get(Accounts.class).findByUsername(username).orElseThrow().subject());
    }

    private static ChooseChannels.Outcome choose(Subject who, String mail, String phone, Channel... channels) {
        return TestCity.get(Desk.class).perform(new Actor.Resident(who, "马超", Portal.WEB, null), TestCity.get(ChooseChannels.class),
                new ChooseChannels.Request(Language.EN, List.of(channels), mail, phone));
    }

    @Test
    void addressesAreTakenAsPeopleWriteThemAndNothingElse() {
        Subject self = subject("ma-chao");
        assertThat(choose(self, " ma.chao+city@mail.example.org ", "138 0000-0000", Channel.SMS, Channel.MAIL, Channel.SMS)).isInstanceOf(ChooseChannels.Chosen.class);
        Choices kept = TestCity.get(OwnChoices.class).find(self).orElseThrow();
        assertThat(kept).isEqualTo(new Choices(Language.EN, List.of(Channel.SMS, Channel.MAIL), "ma.chao+city@mail.example.org", "+8613800000000"));
        for (String mail : List.of("a@b", "a b@example.org", "a@example.org\r\nBcc: x@example.org", "\"a\"@example.org", "a@example.org,b@example.org", "a..b@example.org",
                "<a@example.org>", "a@-example.org", "张@example.org", "a".repeat(65) + "@example.org", "a@" + "b.".repeat(200) + "org")) {
            assertThat(choose(self, mail, "", Channel.MAIL)).as(mail).isEqualTo(new ChooseChannels.WrongMail());
        }
        for (String phone : List.of("12345", "1380000000", "+0123456789", "13800000000;ls", "+86138000000001234567", "abc")) {
            assertThat(choose(self, "", phone, Channel.SMS)).as(phone).isEqualTo(new ChooseChannels.WrongPhone());
        }
        assertThat(choose(self, "", "", Channel.MAIL)).isEqualTo(new ChooseChannels.AddressNeeded(Channel.MAIL));
        assertThat(choose(self, "a@example.org", "", Channel.SMS)).isEqualTo(new ChooseChannels.AddressNeeded(Channel.SMS));
        assertThat(TestCity.get(OwnChoices.class).find(self).orElseThrow()).as("what is refused changes nothing").isEqualTo(kept);
        assertThat(choose(self, "", "+44 7700 900123")).isInstanceOf(ChooseChannels.Chosen.class);
    }

    @Test
    void thePageKeepsWhatIsChosenAndSaysWhatIsNotSetUp() {
        Browser browser = new Browser().signIn("wu-haiyan", "/notices/settings");
        assertThat(browser.get("/notices/settings").body()).contains("Notice settings", "no other ways set up");
        assertThat(browser.post("/notices/settings", "language", "EN", "channel", "PIGEON").body()).contains("Saved", "Your notices");
        assertThat(TestCity.get(OwnChoices.class).find(subject("wu-haiyan")).orElseThrow().language()).isEqualTo(Language.EN);
        assertThat(browser.post("/notices/settings", "language", "<script>", "mail", "x".repeat(9000)).body()).contains("Check the email address");
        assertThat(browser.get("/m/notices/settings").statusCode()).isEqualTo(200);
        assertThat(browser.post("/m/notices/push", "endpoint", "http://127.0.0.1/", "p256dh", "x", "auth", "y").body()).contains("is not supported");
        assertThat(new Browser().get("/notices/settings").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void operatorsSeeWhatFailedAndTryItAgainUnlessItWentOtherwise() {
        UUID lonely = failed("case:" + UUID.randomUUID());
        UUID other = failed("case:" + UUID.randomUUID());
        jdbc.sql("insert into notice.sendings (id, notice, channel, state, begun_at, due_at) select gen_random_uuid(), notice, 'SMS', 'SENT', begun_at, due_at from notice.sendings where id = :id")
                .param("id", other).update();
        Browser operator = new Browser().signIn("operator", "/office/notices");
        String page = operator.get("/office/notices").body();
        assertThat(page).contains("Notices on their way", "550 &lt;no&gt; such mailbox", "/office/notices/" + lonely + "/retry", "Went by another channel")
                .doesNotContain("/office/notices/" + other + "/retry");
        assertThat(operator.post("/office/notices/" + other + "/retry").body()).contains("There is nothing to try again");
        assertThat(operator.post("/office/notices/" + lonely + "/retry").body()).contains("1 notice goes again");
        assertThat(operator.post("/office/notices/" + lonely + "/retry").body()).contains("There is nothing to try again");
        assertThat(operator.post("/office/notices/x/retry").statusCode()).isEqualTo(404);
        assertThat(operator.post("/office/notices/retry").statusCode()).isEqualTo(200);
        assertThat(new Browser().signIn("he-jing", "/office/notices").get("/office/notices").statusCode()).isEqualTo(403);
    }

    private UUID failed(String event) {
        TestCity.get(Telling.class).tell(new Occasion(event, subject("he-jing"), NoticeKind.CASE_GRANTED, Map.of(), "/cases", Instant.now()));
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into notice.sendings (id, notice, channel, state, tries, begun_at, due_at)
                select :id, id, 'MAIL', 'FAILED', 1, :now, :now from notice.notices where event = :event
                """).param("id", id).param("now", Timestamp.from(Instant.now())).param("event", event).update();
        jdbc.sql("insert into notice.proofs (sending, at, outcome, said) values (:id, :now, 'refused', '550 <no> such mailbox')").param("id", id)
                .param("now", Timestamp.from(Instant.now())).update();
        return id;
    }
}
