package org.fourportals.delivery;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.casework.Case;
import org.fourportals.centre.Centre;
import org.fourportals.centre.Centres;
import org.fourportals.delivery.internal.BatchStore;
import org.fourportals.delivery.internal.CityCourierKey;
import org.fourportals.delivery.internal.DeliverySettings;
import org.fourportals.delivery.internal.DeliveryStore;
import org.fourportals.delivery.internal.LabelPdf;
import org.fourportals.delivery.internal.MessageStore;
import org.fourportals.delivery.internal.StepStore;
import org.springframework.stereotype.Component;

/** What is on its way: of a case, for whoever may see that, and of a centre, for its clerks. */
@Component
public class Deliveries {

    private static final int SHOWN = 200;

    private final DeliveryStore store;
    private final StepStore steps;
    private final BatchStore batches;
    private final MessageStore messages;
    private final DeliverySettings settings;
    private final LabelPdf labels;
    private final Centres centres;
    private final CityCourierKey key;

    Deliveries(DeliveryStore store, StepStore steps, BatchStore batches, MessageStore messages, DeliverySettings settings, LabelPdf labels, Centres centres,
            CityCourierKey key) {
        this.store = store;
        this.steps = steps;
        this.batches = batches;
        this.messages = messages;
        this.settings = settings;
        this.labels = labels;
        this.centres = centres;
        this.key = key;
    }

    /** A delivery and all that happened to it, in order. */
    public record Tracked(Delivery delivery, List<DeliveryStep> steps) {
    }

    /** Something the carrier could not be told. */
    public record Trouble(UUID id, String what, boolean refused, int tries, String said) {
    }

    /** What one may choose, and at what price. @param carrier empty if papers are only collected */
    public record Offer(Optional<String> carrier, BigDecimal fee) {
    }

    public Offer offer() {
        return new Offer(settings.hasCarrier() ? Optional.of(settings.carrier()) : Optional.empty(), settings.fee());
    }

    /** Those of a case that the caller was given, the newest first. */
    public List<Tracked> of(Case about) {
        return store.listOfCase(about.id()).stream().map(d -> new Tracked(d, steps.listOf(d))).toList();
    }

    /** The public key with which the city signs what it tells the carrier (X.509, base64). */
    public String cityKey() {
        return key.publicKey();
    }

    public Optional<Delivery> find(UUID id) {
        return store.find(id);
    }

    /** What waits at a clerk's centre, the oldest first. */
    public List<Delivery> listAt(Actor.Staff clerk, Set<DeliveryState> states) {
        return clerk.centre() == null ? List.of() : store.listAt(clerk.centre(), states.isEmpty() ? EnumSet.noneOf(DeliveryState.class) : EnumSet.copyOf(states), SHOWN);
    }

    public int count(Actor.Staff clerk, DeliveryState state) {
        return clerk.centre() == null ? 0 : store.count(clerk.centre(), state);
    }

    /** The last batches of a clerk's centre. */
    public List<Batch> batchesAt(Actor.Staff clerk) {
        return clerk.centre() == null ? List.of() : batches.listAt(clerk.centre(), 10);
    }

    /** What the carrier could not be told of this centre's items. */
    public List<Trouble> troubles(Actor.Staff clerk) {
        return clerk.centre() == null ? List.of() : messages.troubles(clerk.centre(), 50).stream()
                .map(t -> new Trouble(t.id(), name(t), t.refused(), t.tries(), t.said())).toList();
    }

    private String name(MessageStore.Trouble trouble) {
        return switch (trouble.kind()) {
            case ANNOUNCE -> store.find(trouble.about()).map(Delivery::item).map(ItemNumber::grouped).orElse("");
            case PICK_UP -> batches.find(trouble.about()).map(b -> "#" + b.number()).orElse("");
        };
    }

    /** The label of an item, A6: a bar code of its number, to whom, from whom. Only at the centre that packs it. */
    public Optional<byte[]> label(Actor.Staff clerk, UUID id) {
        return store.find(id).filter(d -> d.centre().equals(clerk.centre()) && d.way() == Way.COURIER && d.address() != null)
                .map(d -> labels.label(d, centres.get(d.centre()), districtName(d)));
    }

    /** The list that goes with a batch, A4: every number, with a line for the courier's signature. */
    public Optional<byte[]> manifest(Actor.Staff clerk, UUID batch) {
        return batches.find(batch).filter(b -> b.centre().equals(clerk.centre()))
                .map(b -> labels.manifest(b, centres.get(b.centre()), settings.carrier(), store.listOfBatch(b.id())));
    }

    private String districtName(Delivery delivery) {
        String district = delivery.address() == null ? "" : delivery.address().district();
        return centres.listOf(district).stream().findFirst().map(Centre::districtName).map(text -> text.zh()).orElse(district);
    }
}
