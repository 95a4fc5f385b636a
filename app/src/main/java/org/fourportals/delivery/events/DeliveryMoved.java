package org.fourportals.delivery.events;

import java.time.Instant;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.fourportals.base.Text;

/**
 * A paper is somewhere else on its way now, as its recipient wants to know.
 *
 * @param id     the event's own, the same however often it is read
 * @param person who ordered it
 * @param item   number by which it is tracked; empty if it is collected
 * @param centre where it is packed or set aside
 */
public record DeliveryMoved(String id, What what, UUID caseId, String caseNumber, Text affair, Subject person, String item, Text centre, Instant at) {

    /** What can happen. */
    public enum What {
        /** Handed to the courier. */
        SENT,
        /** The courier brings it today. */
        TODAY,
        /** Nobody was there; the courier comes again. */
        MISSED,
        BROUGHT,
        /** Back at the centre: it may be sent again or fetched. */
        RETURNED, LOST,
        /** Set aside at a centre. */
        READY
    }
}
