package org.fourportals.delivery;

import java.util.Locale;
import java.util.Set;

/** Where a paper is on its way. */
public enum DeliveryState {
    ORDERED, PACKED, HANDED_OVER, IN_TRANSIT, OUT_FOR_DELIVERY, ATTEMPTED, DELIVERED, RETURNING, RETURNED, LOST, READY, COLLECTED, CANCELLED;

    private static final Set<DeliveryState> BY_CARRIER = Set.of(HANDED_OVER, IN_TRANSIT, OUT_FOR_DELIVERY, ATTEMPTED, DELIVERED, RETURNING, LOST);

    /** Whether the carrier may say so. */
    public boolean isSaidByCarrier() {
        return BY_CARRIER.contains(this);
    }

    /** Whether the carrier has it, or will have it, or brought it: then its word moves it. */
    public boolean isMovedByCarrier() {
        return this == ORDERED || this == PACKED || this == HANDED_OVER || this == IN_TRANSIT || this == OUT_FOR_DELIVERY || this == ATTEMPTED || this == RETURNING;
    }

    /** Whether the paper may be ordered again. */
    public boolean isOverInVain() {
        return this == CANCELLED || this == RETURNED || this == LOST;
    }

    public boolean isDone() {
        return this == DELIVERED || this == COLLECTED;
    }

    /** As the files of words write it: {@code out-for-delivery}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
