package org.fourportals.centre;

import java.time.LocalTime;

/** Half an hour of a centre's day that can be booked. @param free how many may still book it */
public record Slot(LocalTime begins, int free) {
}
