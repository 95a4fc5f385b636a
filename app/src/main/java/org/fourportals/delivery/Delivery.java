package org.fourportals.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.fourportals.wallet.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * A paper on its way to whoever ordered it.
 *
 * @param subject who ordered it
 * @param centre  which packs it, or where it is collected
 * @param item    null where it is collected
 * @param address null where it is collected
 * @param code    six digits by which it is handed out; null until it is ready, and for a courier
 * @param fee     in yuan, taken by the courier at the door
 * @param batch   with which it was handed over
 */
public record Delivery(UUID id, UUID caseId, String caseNumber, String affair, Subject subject, Way way, DeliveryState state, String centre,
        @Nullable ItemNumber item, @Nullable PostalAddress address, @Nullable String code, BigDecimal fee, @Nullable UUID batch, Instant orderedAt,
        Instant changedAt) {

    Delivery in(DeliveryState next, Instant at) {
        return new Delivery(id, caseId, caseNumber, affair, subject, way, next, centre, item, address, code, fee, batch, orderedAt, at);
    }

    Delivery ready(String sixDigits, Instant at) {
        return new Delivery(id, caseId, caseNumber, affair, subject, way, DeliveryState.READY, centre, item, address, sixDigits, fee, batch, orderedAt, at);
    }

    Delivery handedOver(UUID withBatch, Instant at) {
        return new Delivery(id, caseId, caseNumber, affair, subject, way, DeliveryState.HANDED_OVER, centre, item, address, code, fee, withBatch, orderedAt, at);
    }
}
