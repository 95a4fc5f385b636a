package org.fourportals.delivery.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.fourportals.wallet.PostalAddress;

/** Whoever brings papers to people. Everything may be told twice, and is the same under the same id. */
interface Carrier {

    /** An item that comes. @param fee in yuan, to be taken at the door */
    record Item(String number, PostalAddress to, String district, String fromCentre, BigDecimal fee) {
    }

    /** A bag that waits to be fetched. */
    record PickUp(UUID batch, long number, String centre, String address, Instant since, List<String> items) {
    }

    /** What the carrier answered. */
    sealed interface Answer {
    }

    record Told(String said) implements Answer {
    }

    /** It wants none of it, now or later. */
    record Refused(String said) implements Answer {
    }

    /** It may take it later. */
    record Later(String said) implements Answer {
    }

    Answer announce(UUID id, Item item);

    Answer pickUp(UUID id, PickUp pickUp);
}
