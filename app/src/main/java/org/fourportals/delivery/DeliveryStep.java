package org.fourportals.delivery;

import java.time.Instant;

/**
 * Something that happened to a delivery.
 *
 * @param at     when, as its source says
 * @param place  where; empty if not said
 * @param signer who signed for it; empty if nobody did
 */
public record DeliveryStep(DeliveryState state, Instant at, String place, String signer) {
}
