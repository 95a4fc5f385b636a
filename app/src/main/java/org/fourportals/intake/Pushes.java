package org.fourportals.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.CityTime;
import org.fourportals.base.MessageSignature;
import org.fourportals.intake.internal.PushStore;
import org.fourportals.intake.internal.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what departments push: batches of JSON lines, each signed with a key of the department. A batch is acknowledged when all its rows
 * are in the pool or kept as rejected, and never before; the same batch again gets the first answer. A key that is revoked while a batch
 * is on its way is refused, or the revocation waits until the batch is acknowledged: nothing stays in between.
 */
@Component
public class Pushes {

    /** The largest content that is taken, in bytes. */
    public static final int LARGEST = 8 << 20;

    private static final String ID_HEADER = "batch-id";
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Connectors connectors;
    private final PushStore store;
    private final Run run;
    private final CityTime time;
    private final String node = "push-" + UUID.randomUUID();

    Pushes(Connectors connectors, PushStore store, Run run, CityTime time) {
        this.connectors = connectors;
        this.store = store;
        this.run = run;
        this.time = time;
    }

    /** A request as it came; headers that were missing are null. */
    public record Push(String connector, String method, String path, @Nullable String batch, @Nullable String digest, @Nullable String input,
            @Nullable String signature, byte[] content) {
    }

    /** What became of it. */
    public sealed interface Answer {
    }

    /** All rows are in the pool, except those rejected. */
    public record Taken(String batch, int read, int written, List<Rejected> rejected) implements Answer {
    }

    /** @param row its line in the content, from 1 */
    public record Rejected(long row, Reason reason) {
    }

    /** Nothing was taken. */
    public record Refused(Why why) implements Answer {
    }

    /** Why nothing was taken. */
    public enum Why { UNKNOWN_CONNECTOR, NO_BATCH_ID, NO_SIGNATURE, KEY_NOT_VALID, OUT_OF_TIME, DIGEST_WRONG, SIGNATURE_WRONG, REPLAYED, OTHER_CONTENT, TOO_LARGE, PAUSED, COLUMNS_CHANGED }

    public Answer receive(Push push) {
        Optional<Connector> connector = connectors.find(push.connector()).filter(found -> found.source() instanceof Source.Push);
        if (connector.isEmpty()) {
            return new Refused(Why.UNKNOWN_CONNECTOR);
        }
        if (push.content().length > LARGEST) {
            return new Refused(Why.TOO_LARGE);
        }
        String batch = push.batch() == null ? "" : push.batch();
        if (!batch.matches("[A-Za-z0-9._-]{1,64}")) {
            return new Refused(Why.NO_BATCH_ID);
        }
        Optional<MessageSignature> signature = MessageSignature.of(ID_HEADER, push.input(), push.signature());
        return signature.isEmpty() ? new Refused(Why.NO_SIGNATURE) : receive(connector.get(), push, batch, signature.get());
    }

    private Answer receive(Connector connector, Push push, String batch, MessageSignature signature) {
        Optional<byte[]> key = store.findValid(signature.keyId(), connector.department());
        if (key.isEmpty()) {
            return new Refused(Why.KEY_NOT_VALID);
        }
        if (Duration.between(Instant.ofEpochSecond(signature.created()), time.now()).abs().compareTo(WINDOW) > 0) {
            return new Refused(Why.OUT_OF_TIME);
        }
        String digest = MessageSignature.digestOf(push.content());
        if (!digest.equals(push.digest())) {
            return new Refused(Why.DIGEST_WRONG);
        }
        if (!signature.isOver(MessageSignature.base(push.method(), push.path(), digest, ID_HEADER, batch, signature.parameters()), key.get())) {
            return new Refused(Why.SIGNATURE_WRONG);
        }
        if (!store.use(signature.keyId(), signature.nonce())) {
            return new Refused(Why.REPLAYED);
        }
        return run.inTransaction(() -> take(connector, push, batch, signature.keyId()));
    }

    private Answer take(Connector connector, Push push, String batch, String key) {
        if (!store.holdValid(key)) {
            return new Refused(Why.KEY_NOT_VALID);
        }
        byte[] content = MessageSignature.sha256(push.content());
        Optional<PushStore.Answered> first = store.findAnswer(connector.id(), batch);
        if (first.isPresent()) {
            return Arrays.equals(first.get().digest(), content) ? JSON.readValue(first.get().answer(), Taken.class) : new Refused(Why.OTHER_CONTENT);
        }
        return switch (run.push(connector, batch, push.content(), node)) {
            case Run.Paused _ -> new Refused(Why.PAUSED);
            case Run.Stopped _ -> new Refused(Why.COLUMNS_CHANGED);
            case Run.Pushed pushed -> {
                Taken taken = new Taken(batch, pushed.read(), pushed.written(), pushed.rejected().stream().map(row -> new Rejected(row.row().position(), row.reason())).toList());
                store.answer(connector.id(), batch, content, JSON.writeValueAsString(taken));
                yield taken;
            }
        };
    }
}
