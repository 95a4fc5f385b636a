package org.fourportals.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.MessageSignature;
import org.fourportals.delivery.internal.DeliverySettings;
import org.fourportals.delivery.internal.DeliveryStore;
import org.fourportals.delivery.internal.StepStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what the carrier says of an item. Each event is signed with the carrier's key (HTTP Message Signatures) and taken once. Events may come late and
 * in any order: all are kept, and the one that happened last says where the item is; what was delivered or lost stays so.
 */
@Component
public class CarrierEvents {

    /** The largest content that is taken, in bytes. */
    public static final int LARGEST = 16 << 10;

    private static final String ID_HEADER = "event-id";
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST = 80;
    private static final Actor CARRIER = new Actor.Automatic("carrier");

    private final DeliverySettings settings;
    private final DeliveryStore store;
    private final StepStore steps;
    private final AuditLog audit;
    private final JsonMapper json;
    private final CityTime time;
    private final TransactionTemplate transaction;

    CarrierEvents(DeliverySettings settings, DeliveryStore store, StepStore steps, AuditLog audit, JsonMapper json, CityTime time,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.store = store;
        this.steps = steps;
        this.audit = audit;
        this.json = json;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A request as it came; headers that were missing are null. */
    public record Event(String method, String path, @Nullable String id, @Nullable String digest, @Nullable String input, @Nullable String signature, byte[] content) {
    }

    /** What became of it. */
    public enum Answer { TAKEN, TAKEN_BEFORE, NO_CARRIER, NO_EVENT_ID, NO_SIGNATURE, OUT_OF_TIME, DIGEST_WRONG, SIGNATURE_WRONG, TOO_LARGE, MALFORMED, UNKNOWN_ITEM }

    private record Said(ItemNumber item, DeliveryStep step) {
    }

    public Answer receive(Event event) {
        if (!settings.hasCarrier()) {
            return Answer.NO_CARRIER;
        }
        if (event.content().length > LARGEST) {
            return Answer.TOO_LARGE;
        }
        String id = event.id();
        if (id == null || !EVENT_ID.matcher(id).matches()) {
            return Answer.NO_EVENT_ID;
        }
        Optional<Answer> forged = findForgery(event, id);
        return forged.orElseGet(() -> read(event.content()).map(said -> transaction.execute(status -> take(id, said))).orElse(Answer.MALFORMED));
    }

    private Optional<Answer> findForgery(Event event, String id) {
        Optional<MessageSignature> signature = MessageSignature.of(ID_HEADER, event.input(), event.signature());
        if (signature.isEmpty()) {
            return Optional.of(Answer.NO_SIGNATURE);
        }
        if (Duration.between(Instant.ofEpochSecond(signature.get().created()), time.now()).abs().compareTo(WINDOW) > 0) {
            return Optional.of(Answer.OUT_OF_TIME);
        }
        String digest = MessageSignature.digestOf(event.content());
        if (!digest.equals(event.digest())) {
            return Optional.of(Answer.DIGEST_WRONG);
        }
        String base = MessageSignature.base(event.method(), event.path(), digest, ID_HEADER, id, signature.get().parameters());
        return signature.get().isOver(base, settings.key()) ? Optional.empty() : Optional.of(Answer.SIGNATURE_WRONG);
    }

    private Answer take(String id, Said said) {
        Optional<Delivery> found = store.findForUpdate(said.item());
        if (found.isEmpty()) {
            return Answer.UNKNOWN_ITEM;
        }
        if (steps.has(settings.carrier(), id)) {
            return Answer.TAKEN_BEFORE;
        }
        Delivery delivery = found.get();
        DeliveryStep step = said.step();
        boolean moves = delivery.state().isMovedByCarrier() && step.state() != delivery.state()
                && !step.at().isBefore(steps.lastOf(settings.carrier(), delivery.id()));
        Delivery now = moves ? delivery.in(step.state(), time.now()) : delivery;
        if (moves) {
            store.update(now);
        }
        steps.add(now, settings.carrier(), id, step, moves);
        audit.recordAct(CARRIER, "MoveDelivery", delivery.caseId(), step.state().name());
        return Answer.TAKEN;
    }

    /** {@code {"item", "state", "at", "place"?, "signer"?}}; the state as {@link DeliveryState#key()}, the moment as ISO 8601. */
    private Optional<Said> read(byte[] content) {
        try {
            JsonNode node = json.readTree(content);
            Instant at = Instant.parse(text(node, "at"));
            DeliveryState state = DeliveryState.valueOf(text(node, "state").toUpperCase(Locale.ROOT).replace('-', '_'));
            if (!state.isSaidByCarrier() || at.isAfter(time.now().plus(AHEAD))) {
                return Optional.empty();
            }
            return ItemNumber.parse(text(node, "item")).map(item -> new Said(item, new DeliveryStep(state, at, plain(text(node, "place")), plain(text(node, "signer")))));
        } catch (JacksonException | java.time.DateTimeException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.asString() : "";
    }

    private static String plain(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.codePoints().limit(LONGEST).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
