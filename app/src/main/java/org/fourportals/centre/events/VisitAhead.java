package org.fourportals.centre.events;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.fourportals.base.Text;

/** Somebody is expected in a centre on this day and at this time of the city. */
public record VisitAhead(UUID booking, Subject subject, Text centre, Text address, LocalDate day, LocalTime begins) {
}
