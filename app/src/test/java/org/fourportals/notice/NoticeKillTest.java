package org.fourportals.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.fourportals.TestPostgres;
import org.fourportals.base.Language;
import org.fourportals.base.Subject;
import org.fourportals.intake.KillableNode;
import org.fourportals.notice.internal.Sender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A node sends mail and is killed with -9 in the middle, several times; another goes on when the leases have run out. {@code -Dnotice.kills} sets how often.
 */
class NoticeKillTest {

    private static final Subject LI = new Subject(7);
    private static final int NOTICES = 400;

    private static NoticeRoom room(Path data, JdbcConnectionDetails database, int port) {
        return new NoticeRoom(data, database, "fourportals.notice.mail.server=127.0.0.1:" + port, "fourportals.notice.mail.from=notice@city.example",
                "fourportals.notice.mail.tls=none", "fourportals.notice.seconds=5");
    }

    /** The victim: sends what is due, later by so many minutes than the others. */
    static final class Node {
        public static void main(String[] arguments) {
            String[] portAndMinutes = arguments[4].split(" ");
            try (NoticeRoom room = room(Path.of(arguments[0]), KillableNode.database(arguments), Integer.parseInt(portAndMinutes[0]))) {
                room.wait(Duration.ofMinutes(Long.parseLong(portAndMinutes[1])));
                room.get(Sender.class).empty();
            }
        }
    }

    @Test
    void everyNoticeArrivesAndOneThatComesTwiceHasTheSameId(@TempDir Path data) throws Exception {
        long seed = Long.getLong("notice.seed", 20_261_124L);
        Random random = new Random(seed);
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        JdbcConnectionDetails database = TestPostgres.details(TestPostgres.fresh());
        int port = server.getSmtp().getPort();
        try (NoticeRoom room = room(data, database, port)) {
            room.choose(LI, Language.ZH, List.of(Channel.MAIL), "li@example.org", "");
            List<Notice> notices = new ArrayList<>();
            for (int number = 0; number < NOTICES; number++) {
                notices.add(room.tell(LI, "case:" + number));
            }
            int kills = Integer.getInteger("notice.kills", 3);
            for (int kill = 0; kill < kills; kill++) {
                sendUntilKilled(data, database, port + " " + kill * 10, server, (kill + 1) * NOTICES / (kills + 2) + random.nextInt(20));
            }
            room.wait(Duration.ofHours(2));
            room.get(Sender.class).empty();
            Set<String> expected = notices.stream().map(notice -> room.sendings(notice).getFirst()).map(sending -> "<" + sending.id() + "@city.example>").collect(Collectors.toSet());
            List<String> arrived = Arrays.stream(server.getReceivedMessages()).map(NoticeKillTest::id).toList();
            assertThat(Set.copyOf(arrived)).as("seed %d", seed).isEqualTo(expected).hasSize(NOTICES);
            assertThat(arrived.size()).as("at most what was under way at each kill comes twice, seed %d", seed).isBetween(NOTICES, NOTICES + kills * 16);
            assertThat(notices).allSatisfy(notice -> assertThat(room.sendings(notice).getFirst().state()).isEqualTo(Sending.State.SENT));
            System.out.printf("%d notices, %d kills: %d mails arrived, %d of them a second time under the same id.%n", NOTICES, kills, arrived.size(), arrived.size() - NOTICES);
        } finally {
            server.stop();
        }
    }

    private static void sendUntilKilled(Path data, JdbcConnectionDetails database, String more, GreenMail server, int enough) throws Exception {
        Process node = KillableNode.start(Node.class, data, database, more);
        try {
            assertThat(server.waitForIncomingEmail(60_000, enough)).as("the node got going").isTrue();
        } finally {
            node.toHandle().destroyForcibly();
            node.waitFor();
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
