package org.fourportals.casework;

import java.util.List;
import java.util.Set;

/** What the last request for a supplement asked for, by the case's events. */
public final class Supplements {

    private Supplements() {
    }

    /** Ids of the requirements asked for; empty where no supplement is open. */
    public static Set<String> requested(List<CaseEvent> events) {
        Set<String> open = Set.of();
        for (CaseEvent event : events) {
            switch (event.type()) {
                case SUPPLEMENT_REQUESTED -> open = Set.of(event.detail().getOrDefault("requirements", "").split(","));
                case SUPPLEMENTED, WITHDRAWN -> open = Set.of();
                case STARTED, ADOPTED, SUBMITTED, ACCEPTED, STAGE_BEGAN, REVIEWED, GRANTED, REFUSED -> {
                }
            }
        }
        return open;
    }
}
