package org.fourportals.centre;

/**
 * How long a queue is.
 *
 * @param people  waiting, or, for one ticket, called before it
 * @param minutes estimated until someone who comes now, or this ticket, is called, from how long people took here today
 * @param windows that called somebody within the last hour
 */
public record Waiting(String centre, int people, int minutes, int windows) {
}
