package org.fourportals.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
                case STARTED, ADOPTED, SUBMITTED, ACCEPTED, STAGE_BEGAN, REVIEWED, EXTENDED, GRANTED, REFUSED, DISCARDED, WARNED, ESCALATED, HANDED_OVER,
                        REPRESENTED, NOTED -> {
                }
            }
        }
        return open;
    }

    /** Ids of all requirements that were ever asked for. */
    static Set<String> everRequested(List<CaseEvent> events) {
        return events.stream().filter(event -> event.type() == CaseEvent.Type.SUPPLEMENT_REQUESTED)
                .flatMap(event -> Arrays.stream(event.detail().getOrDefault("requirements", "").split(","))).collect(Collectors.toSet());
    }
}
