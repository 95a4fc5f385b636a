package org.fourportals.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.fourportals.TestPostgres;
import org.fourportals.base.Language;
import org.fourportals.base.Subject;
import org.fourportals.notice.internal.Sender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Text messages through a message centre that speaks real SMPP; receipts doubled, out of order, too early and unreadable. */
class TextMessageStoreTest {

    private static final Subject LI = new Subject(7);

    private final JdbcConnectionDetails database = TestPostgres.details(TestPostgres.fresh());
    private MessageCentreProgram centre;

    @TempDir
    private Path data;

    @BeforeEach
    void start() throws Exception {
        centre = new MessageCentreProgram();
    }

    @AfterEach
    void stop() throws Exception {
        centre.close();
    }

    private NoticeRoom room(int port) {
        NoticeRoom room = new NoticeRoom(data, database, "fourportals.notice.sms.server=127.0.0.1:" + port, "fourportals.notice.sms.user=city",
                "fourportals.notice.sms.password=secret", "fourportals.notice.sms.from=106", "fourportals.notice.sms.signature=【示范市】",
                "fourportals.notice.mail.server=127.0.0.1:1", "fourportals.notice.mail.from=notice@city.example", "fourportals.notice.mail.tls=none",
                "fourportals.notice.seconds=2");
        room.choose(LI, Language.ZH, List.of(Channel.SMS, Channel.MAIL), "li@example.org", "+8613800000000");
        return room;
    }

    private static List<String> states(NoticeRoom room, Notice notice) {
        return room.sendings(notice).stream().map(sending -> sending.channel() + " " + sending.state()).toList();
    }

    @Test
    void arrivesWholeAndItsReceiptIsTheProofHoweverOftenItComes() throws Exception {
        try (NoticeRoom room = room(centre.port())) {
            Notice notice = room.tell(LI, "case:1");
            room.get(Sender.class).empty();
            assertThat(centre.messages()).singleElement().satisfies(message -> {
                assertThat(message.to()).isEqualTo("8613800000000");
                assertThat(message.text()).startsWith("【示范市】您的“养犬登记”").endsWith("https://city.example/m/cases/00000000-0000-0000-0000-000000000007");
            });
            assertThat(states(room, notice)).containsExactly("SMS SENT");
            centre.deliver("nonsense");
            centre.receipt("m1", "ENROUTE");
            centre.receipt("someone-elses", "DELIVRD");
            centre.receipt("m1", "DELIVRD");
            centre.receipt("m1", "DELIVRD");
            centre.receipt("m1", "UNDELIV");
            assertThat(states(room, notice)).containsExactly("SMS DELIVERED");
            assertThat(room.proofs(room.sendings(notice).getFirst())).containsExactly("taken", "arrived");
        }
    }

    @Test
    void aReceiptThatComesBeforeTheAnswerIsNotLost() {
        centre.sayEarly("DELIVRD");
        try (NoticeRoom room = room(centre.port())) {
            Notice notice = room.tell(LI, "case:1");
            room.get(Sender.class).empty();
            assertThat(states(room, notice)).containsExactly("SMS DELIVERED");
        }
    }

    @Test
    void whatDidNotArriveGoesByTheNextChannelOnce() throws Exception {
        try (NoticeRoom room = room(centre.port())) {
            Notice notice = room.tell(LI, "case:1");
            room.get(Sender.class).empty();
            centre.receipt("m1", "UNDELIV");
            centre.receipt("m1", "UNDELIV");
            assertThat(states(room, notice)).containsExactly("SMS FAILED", "MAIL WAITING");
        }
    }

    @Test
    void aNumberThatIsNoneGoesByTheNextChannelAtOnceAndABusyCentreIsAskedLater() {
        try (NoticeRoom room = room(centre.port())) {
            centre.answer(0x0B);
            Notice refused = room.tell(LI, "case:1");
            room.get(Sender.class).empty();
            assertThat(states(room, refused)).containsExactly("SMS FAILED", "MAIL WAITING");
            centre.answer(0x58);
            Notice throttled = room.tell(LI, "case:2");
            room.get(Sender.class).empty();
            assertThat(states(room, throttled)).containsExactly("SMS WAITING");
            centre.answer(0);
            room.wait(Duration.ofMinutes(2));
            room.get(Sender.class).empty();
            assertThat(states(room, throttled)).containsExactly("SMS SENT");
        }
    }

    @Test
    void aLineThatBreaksIsOpenedAgainAndOneThatHangsIsLeft() throws Exception {
        try (NoticeRoom room = room(centre.port())) {
            room.tell(LI, "case:1");
            room.get(Sender.class).empty();
            centre.close();
            Notice notice = room.tell(LI, "case:2");
            room.get(Sender.class).empty();
            assertThat(states(room, notice)).containsExactly("SMS WAITING");
        }
        try (ServerSocket silent = new ServerSocket(0); NoticeRoom room = room(silent.getLocalPort())) {
            Notice notice = room.tell(LI, "case:3");
            room.get(Sender.class).empty();
            assertThat(states(room, notice)).containsExactly("SMS WAITING");
            assertThat(room.proofs(room.sendings(notice).getFirst())).containsExactly("later");
        }
    }
}
