package org.fourportals.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fourportals.TestPostgres;
import org.fourportals.pool.PoolRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A node takes pushed batches and is killed with -9 in the middle, several times; the department sends again what was not acknowledged.
 * {@code -Dintake.kills} sets how often it is killed.
 */
class PushKillTest {

    private static final int ROWS = 20;

    /** The victim: takes batches from a number on for ever, printing each number once it is acknowledged. */
    static final class Node {
        public static void main(String[] arguments) throws Exception {
            KeyPair pair = pair(Path.of(arguments[0]));
            try (IntakeRoom room = new IntakeRoom(Path.of(arguments[0]), KillableNode.database(arguments))) {
                room.connectors().refresh();
                for (int batch = Integer.parseInt(arguments[4]); ; batch++) {
                    Pushes.Answer answer = room.get(Pushes.class).receive(PushesStoreTest.signed("b-" + batch, content(batch), "key", pair, IntakeRoom.NOW,
                            UUID.randomUUID().toString()));
                    System.out.println(answer instanceof Pushes.Taken ? "taken " + batch : answer.toString());
                    System.out.flush();
                }
            }
        }
    }

    private static String content(int batch) {
        return IntStream.range(0, ROWS).mapToObj(row -> row == 7 ? "nonsense\n" : PushesStoreTest.line(batch * ROWS + row)).collect(Collectors.joining());
    }

    private static KeyPair pair(Path data) throws Exception {
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        return new KeyPair(keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(Files.readString(data.resolve("public"))))),
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(Files.readString(data.resolve("private"))))));
    }

    @Test
    void noAcknowledgedBatchIsLostOrDoubledWhenTheNodeIsKilled(@TempDir Path data) throws Exception {
        long seed = Long.getLong("intake.seed", 20_261_123L);
        Random random = new Random(seed);
        JdbcConnectionDetails database = TestPostgres.details(TestPostgres.fresh());
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.writeString(data.resolve("public"), Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        Files.writeString(data.resolve("private"), Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        try (IntakeRoom room = new IntakeRoom(data, database)) {
            room.connector(PushesStoreTest.CONNECTOR);
            room.get(org.fourportals.intake.internal.PushStore.class).register("key", "culture-tourism", "server", pair.getPublic().getEncoded(), "bureau");
        }
        int next = 0;
        for (int kill = 0; kill < Integer.getInteger("intake.kills", 3); kill++) {
            next = takeUntilKilled(data, database, next, next + 2 + random.nextInt(30)) + 1;
        }
        try (IntakeRoom room = new IntakeRoom(data, database)) {
            String as = "seed %d".formatted(seed);
            long records = room.records().stream().map(PoolRecord::id).distinct().count();
            assertThat(room.records()).as(as).hasSize((int) records);
            assertThat(records % (ROWS - 1)).as(as + ": whole batches").isZero();
            assertThat((int) records / (ROWS - 1)).as(as).isBetween(next, next + 1);
            assertThat(room.health("readers").read()).as(as).isBetween((long) next * ROWS, (next + 1L) * ROWS);
            assertThat(room.rejected("readers").size()).as(as).isBetween(next, next + 1);
        }
    }

    private static int takeUntilKilled(Path data, JdbcConnectionDetails database, int from, int until) throws Exception {
        Process node = KillableNode.start(Node.class, data, database, Integer.toString(from));
        int last = from - 1;
        try (var lines = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                assertThat(line).doesNotContain("Refused");
                if (line.startsWith("taken ")) {
                    last = Integer.parseInt(line.substring("taken ".length()));
                    if (last == until) {
                        node.toHandle().destroyForcibly();
                    }
                }
            }
        } finally {
            node.destroyForcibly().waitFor();
        }
        assertThat(last).as("the node got going").isGreaterThanOrEqualTo(until);
        return last;
    }
}
