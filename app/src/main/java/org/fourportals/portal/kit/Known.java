package org.fourportals.portal.kit;

import org.jspecify.annotations.Nullable;

/**
 * A value the city knows already and therefore does not ask.
 *
 * @param department who keeps it
 * @param asOf the day of its record, as words
 * @param wrongUrl where to say that it is wrong
 */
public record Known(String label, String value, String department, @Nullable String asOf, @Nullable String wrongUrl) {
}
