package org.fourportals.delivery.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.fourportals.base.CityTime;
import org.fourportals.centre.Centre;
import org.fourportals.centre.Centres;
import org.fourportals.delivery.Batch;
import org.fourportals.delivery.Delivery;
import org.fourportals.delivery.internal.MessageStore.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the carrier what waits to be told. A message is leased, sent outside any transaction and settled; a node that dies in between leaves the lease to
 * run out, and the message goes again under the same id. A carrier that is away is tried for two days, less and less often.
 */
@Component
public class CarrierMessages {

    private static final Logger LOG = LoggerFactory.getLogger(CarrierMessages.class);
    private static final int AT_ONCE = 20;
    private static final int MOST_TRIES = 60;
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final MessageStore messages;
    private final DeliveryStore deliveries;
    private final BatchStore batches;
    private final Centres centres;
    private final Carrier carrier;
    private final DeliverySettings settings;
    private final CityTime time;

    CarrierMessages(MessageStore messages, DeliveryStore deliveries, BatchStore batches, Centres centres, Carrier carrier, DeliverySettings settings, CityTime time) {
        this.messages = messages;
        this.deliveries = deliveries;
        this.batches = batches;
        this.centres = centres;
        this.carrier = carrier;
        this.settings = settings;
        this.time = time;
    }

    @Scheduled(initialDelay = 4, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void round() {
        try {
            tell();
        } catch (RuntimeException e) {
            LOG.error("The carrier could not be told", e);
        }
    }

    /** Tells all that is due, and returns when it is settled. */
    public void tell() {
        if (!settings.hasCarrier()) {
            return;
        }
        List<Message> taken;
        do {
            taken = messages.take(time.now(), time.now().plus(LEASE), AT_ONCE);
            taken.forEach(this::tell);
        } while (!taken.isEmpty());
    }

    private void tell(Message message) {
        Carrier.Answer answer = switch (message.kind()) {
            case ANNOUNCE -> item(message).map(item -> carrier.announce(message.id(), item)).orElseGet(() -> new Carrier.Refused("the address was erased"));
            case PICK_UP -> carrier.pickUp(message.id(), pickUp(message));
        };
        Instant now = time.now();
        switch (answer) {
            case Carrier.Told(var said) -> messages.settle(message, "TOLD", now, said);
            case Carrier.Refused(var said) -> messages.settle(message, "REFUSED", now, said);
            case Carrier.Later(var said) -> messages.settle(message, message.tries() >= MOST_TRIES ? "REFUSED" : "WAITING", now.plus(pause(message.tries())), said);
        }
    }

    private static Duration pause(int tries) {
        Duration doubled = Duration.ofSeconds(5L << Math.min(tries, 12));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private Optional<Carrier.Item> item(Message message) {
        Delivery delivery = deliveries.find(message.about()).orElseThrow();
        return Optional.ofNullable(delivery.address()).map(to -> new Carrier.Item(Objects.requireNonNull(delivery.item()).value(), to,
                centres.listOf(to.district()).stream().findFirst().map(c -> c.districtName().zh()).orElse(to.district()), delivery.centre(), delivery.fee()));
    }

    private Carrier.PickUp pickUp(Message message) {
        Batch batch = batches.find(message.about()).orElseThrow();
        Centre centre = centres.get(batch.centre());
        return new Carrier.PickUp(batch.id(), batch.number(), centre.name().zh(), centre.address().zh(), batch.closedAt(),
                deliveries.listOfBatch(batch.id()).stream().map(d -> Objects.requireNonNull(d.item()).value()).toList());
    }
}
