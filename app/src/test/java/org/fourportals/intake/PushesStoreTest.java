package org.fourportals.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourportals.intake.FolderConnectorStoreTest.id;
import static org.fourportals.intake.IntakeRoom.NOW;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.fourportals.TestPostgres;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.intake.Pushes.Refused;
import org.fourportals.intake.Pushes.Taken;
import org.fourportals.intake.Pushes.Why;
import org.fourportals.base.MessageSignature;
import org.fourportals.intake.internal.PushStore;
import org.fourportals.intake.internal.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches that a department signs and pushes. */
class PushesStoreTest {

    private static final Actor BUREAU = new Actor.Staff("bureau", new Text("骆文", "Luo Wen"), Set.of(Role.BUREAU), "data-resources", null, Portal.OFFICE, null);
    static final String CONNECTOR = """
            id: readers
            department: culture-tourism
            dataset: library-readers
            record-id: readerNo
            subject: {resident-id: residentId}
            version: changed
            push: signed
            """;

    @TempDir
    private Path data;
    private IntakeRoom room;
    private KeyPair pair;
    private String key = "";

    @BeforeEach
    void open() throws IOException, GeneralSecurityException {
        room = new IntakeRoom(data, TestPostgres.details(TestPostgres.fresh()));
        room.connector(CONNECTOR);
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = register("culture-tourism", pair);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private String register(String department, KeyPair pair) {
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        return ((RegisterPushKey.Registered) room.get(RegisterPushKey.class).perform(BUREAU, new RegisterPushKey.Request(department, "server", pem))).id();
    }

    static String line(int number) {
        return "{\"residentId\":\"%s\",\"readerNo\":\"R-%d\",\"registeredDate\":\"2026-01-31\",\"readerStatus\":\"valid\",\"changed\":\"2026-11-01T08:00:00Z\"}\n"
                .formatted(id(number % 900 + 1), number);
    }

    private Pushes.Push signed(String batch, String content) {
        return signed(batch, content, key, pair, NOW, UUID.randomUUID().toString());
    }

    static Pushes.Push signed(String batch, String content, String key, KeyPair pair, Instant created, String nonce) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String digest = MessageSignature.digestOf(bytes);
        String parameters = "(\"@method\" \"@path\" \"content-digest\" \"batch-id\");created=%d;nonce=\"%s\";keyid=\"%s\";alg=\"ed25519\"".formatted(created.getEpochSecond(), nonce, key);
        try {
            Signature sign = Signature.getInstance("Ed25519");
            sign.initSign(pair.getPrivate());
            sign.update(MessageSignature.base("POST", "/api/intake/readers", digest, "batch-id", batch, parameters).getBytes(StandardCharsets.UTF_8));
            return new Pushes.Push("readers", "POST", "/api/intake/readers", batch, digest, "sig=" + parameters, "sig=:" + Base64.getEncoder().encodeToString(sign.sign()) + ":", bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Pushes.Answer push(Pushes.Push push) {
        return room.get(Pushes.class).receive(push);
    }

    @Test
    void takesWhatFitsAndListsTheOthersWithReason() {
        String content = line(1) + "{\"a\":[1]}\n" + line(2).replace("2026-01-31", "2026-02-30") + "\n" + line(3) + "{\"readerNo\":\"x\",\"readerNo\":\"y\"}\nnonsense";
        assertThat(push(signed("b-1", content))).isInstanceOfSatisfying(Taken.class, taken -> {
            assertThat(taken.read()).isEqualTo(6);
            assertThat(taken.written()).isEqualTo(2);
            assertThat(taken.rejected()).extracting(Pushes.Rejected::row, r -> r.reason().word()).containsExactlyInAnyOrder(
                    org.assertj.core.groups.Tuple.tuple(2L, "not-json"), org.assertj.core.groups.Tuple.tuple(3L, "date"),
                    org.assertj.core.groups.Tuple.tuple(6L, "not-json"), org.assertj.core.groups.Tuple.tuple(7L, "not-json"));
        });
        assertThat(room.records()).hasSize(2);
        assertThat(room.rejected("readers")).hasSize(4).extracting(RejectedRow::source).containsOnly("b-1");
    }

    @Test
    void theSameBatchAgainGetsTheFirstAnswerAndOtherContentNone() {
        Pushes.Answer first = push(signed("b-1", line(1) + "nonsense"));
        assertThat(push(signed("b-1", line(1) + "nonsense"))).isEqualTo(first);
        assertThat(room.health("readers").read()).isEqualTo(2);
        assertThat(push(signed("b-1", line(2)))).isEqualTo(new Refused(Why.OTHER_CONTENT));
        assertThat(room.records()).hasSize(1);
    }

    @Test
    void refusesWhatIsNotSignedRightAndTakesNothing() throws GeneralSecurityException {
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String foreign = register("public-security", other);
        Pushes.Push good = signed("b-1", line(1));
        assertThat(push(signed("b-1", line(1), foreign, other, NOW, "12345678"))).isEqualTo(new Refused(Why.KEY_NOT_VALID));
        assertThat(push(signed("b-1", line(1), key, other, NOW, "12345678"))).isEqualTo(new Refused(Why.SIGNATURE_WRONG));
        assertThat(push(signed("b-1", line(1), "nobody", pair, NOW, "12345678"))).isEqualTo(new Refused(Why.KEY_NOT_VALID));
        assertThat(push(signed("b-1", line(1), key, pair, NOW.minusSeconds(86_400), "12345678"))).isEqualTo(new Refused(Why.OUT_OF_TIME));
        assertThat(push(signed("b-1", line(1), key, pair, NOW.plusSeconds(301), "12345678"))).isEqualTo(new Refused(Why.OUT_OF_TIME));
        assertThat(push(new Pushes.Push("readers", "POST", good.path(), "b-2", good.digest(), good.input(), good.signature(), good.content())))
                .isEqualTo(new Refused(Why.SIGNATURE_WRONG));
        assertThat(push(new Pushes.Push("readers", "PUT", good.path(), "b-1", good.digest(), good.input(), good.signature(), good.content())))
                .isEqualTo(new Refused(Why.SIGNATURE_WRONG));
        assertThat(push(new Pushes.Push("readers", "POST", good.path(), "b-1", good.digest(), good.input(), good.signature(), line(2).getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Refused(Why.DIGEST_WRONG));
        assertThat(push(new Pushes.Push("readers", "POST", good.path(), "b-1", good.digest(), null, null, good.content()))).isEqualTo(new Refused(Why.NO_SIGNATURE));
        assertThat(push(new Pushes.Push("readers", "POST", good.path(), "b 1", good.digest(), good.input(), good.signature(), good.content()))).isEqualTo(new Refused(Why.NO_BATCH_ID));
        assertThat(push(new Pushes.Push("none", "POST", good.path(), "b-1", good.digest(), good.input(), good.signature(), good.content()))).isEqualTo(new Refused(Why.UNKNOWN_CONNECTOR));
        assertThat(room.records()).isEmpty();
        assertThat(push(good)).isInstanceOf(Taken.class);
        assertThat(push(good)).as("the very same request again").isEqualTo(new Refused(Why.REPLAYED));
    }

    @Test
    void aRevokedKeyIsRefused() {
        assertThat(room.get(RevokePushKey.class).perform(BUREAU, new RevokePushKey.Request(key))).isEqualTo(new RevokePushKey.Done());
        assertThat(push(signed("b-1", line(1)))).isEqualTo(new Refused(Why.KEY_NOT_VALID));
        assertThat(room.get(RevokePushKey.class).perform(BUREAU, new RevokePushKey.Request(key))).isEqualTo(new RevokePushKey.Nothing());
        assertThat(room.records()).isEmpty();
    }

    @Test
    void aRevocationWaitsForTheBatchUnderWay() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> underWay = CompletableFuture.supplyAsync(() -> room.get(Run.class).inTransaction(() -> {
            boolean valid = room.get(PushStore.class).holdValid(key);
            held.countDown();
            try {
                return goOn.await(20, TimeUnit.SECONDS) && valid;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Boolean> revoked = CompletableFuture.supplyAsync(() -> room.get(PushStore.class).revoke(key, "somebody"));
        assertThat(revoked).isNotDone();
        goOn.countDown();
        assertThat(underWay.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(revoked.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void batchesAndARevocationAtOnceLeaveNothingUnacknowledged() {
        var answers = IntStream.range(0, 12).mapToObj(n -> CompletableFuture.supplyAsync(() -> {
            if (n == 5) {
                room.get(PushStore.class).revoke(key, "somebody");
            }
            return push(signed("b-" + n, line(n + 1)));
        })).toList().stream().map(CompletableFuture::join).toList();
        int taken = (int) answers.stream().filter(Taken.class::isInstance).count();
        assertThat(answers).allMatch(answer -> answer instanceof Taken || answer.equals(new Refused(Why.KEY_NOT_VALID)));
        assertThat(room.records()).as("as many as were acknowledged").hasSize(taken);
        assertThat(room.health("readers").written()).isEqualTo(taken);
    }

    @Test
    void aColumnWhoseTypeChangedStopsThePushes() {
        assertThat(push(signed("b-1", line(1)))).isInstanceOf(Taken.class);
        assertThat(push(signed("b-2", line(2).replace("\"valid\"", "7")))).isEqualTo(new Refused(Why.COLUMNS_CHANGED));
        assertThat(push(signed("b-3", line(3)))).isEqualTo(new Refused(Why.COLUMNS_CHANGED));
        assertThat(room.health("readers").state()).isEqualTo(Health.State.STOPPED);
        assertThat(room.records()).hasSize(1);
    }
}
