package org.fourportals.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.fourportals.TestPostgres;
import org.fourportals.base.Language;
import org.fourportals.base.Subject;
import org.fourportals.notice.internal.Sender;
import org.fourportals.notice.internal.SendingStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Mail through a real SMTP server, and through servers that refuse, complain or fall silent. */
class MailStoreTest {

    private static final Subject LI = new Subject(7);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final JdbcConnectionDetails database = TestPostgres.details(TestPostgres.fresh());

    @TempDir
    private Path data;

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private NoticeRoom room(int port) {
        return new NoticeRoom(data, database, "fourportals.notice.mail.server=127.0.0.1:" + port, "fourportals.notice.mail.from=notice@city.example",
                "fourportals.notice.mail.tls=none", "fourportals.notice.seconds=1");
    }

    @Test
    void arrivesOnceInTheChosenLanguageWithItsProof() throws Exception {
        try (NoticeRoom room = room(server.getSmtp().getPort())) {
            room.choose(LI, Language.ZH, List.of(Channel.MAIL), "li@example.org", "");
            Notice notice = room.tell(LI, "case:1");
            room.tell(LI, "case:1");
            room.get(Sender.class).empty();
            room.get(Sender.class).empty();
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(mail.getSubject()).isEqualTo("办好了：养犬登记");
            assertThat(mail.getHeader("To")).containsExactly("li@example.org");
            assertThat((String) mail.getContent()).contains("办件编号 2026-0000-0017", "https://city.example/cases/00000000-0000-0000-0000-000000000007",
                    "https://city.example/notices/settings");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            Sending sending = room.sendings(notice).getFirst();
            assertThat(mail.getMessageID()).isEqualTo("<" + sending.id() + "@city.example>");
            assertThat(sending.state()).isEqualTo(Sending.State.SENT);
            assertThat(room.get(SendingStore.class).proofsOf(sending.id())).singleElement().satisfies(proof -> assertThat(proof.said()).startsWith("250"));
        }
    }

    @Test
    void whoChoseNothingOrHasNoAddressFindsItInTheInboxOnly() {
        try (NoticeRoom room = room(server.getSmtp().getPort())) {
            assertThat(room.sendings(room.tell(LI, "case:1"))).isEmpty();
            room.choose(LI, Language.EN, List.of(Channel.MAIL, Channel.SMS, Channel.PUSH), "", "");
            assertThat(room.sendings(room.tell(LI, "case:2"))).isEmpty();
        }
    }

    @Test
    void theSameLetterGoesAgainUnderTheSameIdWhenNobodyKnowsWhetherItWent() throws Exception {
        try (NoticeRoom room = room(server.getSmtp().getPort())) {
            room.choose(LI, Language.EN, List.of(Channel.MAIL), "li@example.org", "");
            Notice notice = room.tell(LI, "case:1");
            SendingStore store = room.get(SendingStore.class);
            var now = notice.at();
            Sending taken = store.take(Channel.MAIL, now, now.plusSeconds(60), 10).getFirst();
            room.get(Sender.class).empty();
            assertThat(server.getReceivedMessages()).as("leased by a node that is dead by now").isEmpty();
            room.wait(Duration.ofSeconds(61));
            room.get(Sender.class).empty();
            assertThat(server.getReceivedMessages()[0].getMessageID()).contains(taken.id().toString());
            assertThat(store.settle(taken, Sending.State.FAILED, now, null)).as("the late answer of the first").isFalse();
            assertThat(room.sendings(notice).getFirst().state()).isEqualTo(Sending.State.SENT);
        }
    }

    @Test
    void aServerThatIsAwayIsTriedAgainLaterAndGivenUpInTheEnd() {
        int port = server.getSmtp().getPort();
        server.stop();
        try (NoticeRoom room = room(port)) {
            room.choose(LI, Language.EN, List.of(Channel.MAIL), "li@example.org", "");
            Notice notice = room.tell(LI, "case:1");
            for (int round = 0; round < 9; round++) {
                room.get(Sender.class).empty();
                room.wait(Duration.ofMinutes(round < 4 ? 1 : 120));
            }
            Sending sending = room.sendings(notice).getFirst();
            assertThat(sending.state()).isEqualTo(Sending.State.FAILED);
            assertThat(room.proofs(sending)).containsExactly("later", "later", "later", "later", "later");
            assertThat(room.get(SendingStore.class).troubles(10)).singleElement().satisfies(trouble -> assertThat(trouble.otherwise()).isFalse());
            assertThat(room.get(SendingStore.class).again(sending.id(), notice.at())).as("by an operator").isEqualTo(1);
            assertThat(room.get(SendingStore.class).again(sending.id(), notice.at())).isZero();
            assertThat(room.get(SendingStore.class).againAll(notice.at())).isZero();
        }
    }

    @Test
    void aServerThatRefusesFallsSilentOrTalksNonsenseIsSetDownInItsOwnWords() throws Exception {
        assertThat(answered("250 ok")).as("and hangs up without a word").isEqualTo("SENT taken");
        assertThat(answered("550 5.1.1 no such mailbox")).isEqualTo("FAILED refused");
        assertThat(answered("451 4.7.1 greylisted, come back")).isEqualTo("WAITING later");
        assertThat(answered("")).as("silence").isEqualTo("WAITING later");
        assertThat(answered("\u0000\u0001 ?")).as("nonsense").startsWith("WAITING later");
    }

    /** What becomes of a letter whose recipient is answered so. */
    private String answered(String toRecipient) throws Exception {
        try (ServerSocket socket = new ServerSocket(0); NoticeRoom room = room(socket.getLocalPort())) {
            Thread.ofVirtual().start(() -> serve(socket, toRecipient));
            Subject someone = new Subject(100 + toRecipient.length());
            room.choose(someone, Language.EN, List.of(Channel.MAIL), "li@example.org", "");
            Notice notice = room.tell(someone, "case:1");
            room.get(Sender.class).empty();
            Sending sending = room.sendings(notice).getFirst();
            return sending.state() + " " + String.join(" ", room.proofs(sending));
        }
    }

    private static void serve(ServerSocket socket, String toRecipient) {
        try (var connection = socket.accept(); var out = connection.getOutputStream();
                var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean letter = false;
            for (String line = in.readLine(); line != null && !line.equals("QUIT"); line = in.readLine()) {
                letter = !line.equals(".") && (letter || line.equals("DATA"));
                String answer = line.startsWith("RCPT") ? toRecipient : line.equals("DATA") ? "354 go on" : letter ? "" : "250 ok";
                if (!answer.isEmpty()) {
                    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException gone) {
            // The client hung up.
        }
    }

    @Test
    void aHundredNoticesForTwoNodesArriveOnceEach() throws Exception {
        try (NoticeRoom one = room(server.getSmtp().getPort()); NoticeRoom two = room(server.getSmtp().getPort())) {
            one.choose(LI, Language.EN, List.of(Channel.MAIL), "li@example.org", "");
            IntStream.range(0, 100).parallel().forEach(number -> (number % 2 == 0 ? one : two).tell(LI, "case:" + number / 2 * 2));
            Thread other = Thread.ofVirtual().start(() -> two.get(Sender.class).empty());
            one.get(Sender.class).empty();
            other.join();
            assertThat(server.getReceivedMessages()).hasSize(50);
            assertThat(Arrays.stream(server.getReceivedMessages()).map(MailStoreTest::id).distinct()).hasSize(50);
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
