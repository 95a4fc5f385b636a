package org.fourportals.portal.web;

import org.fourportals.portal.kit.Confirmation;
import org.fourportals.portal.kit.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it is shown.
 *
 * @param cancelling how it is given back; null once she came or missed it
 * @param arriving   where she says that she is here; null where she cannot say so
 * @param notYet     from when on she can say so here; null where that is no question
 */
public record BookingLine(String id, String affair, @Nullable String affairUrl, String when, String centre, String address, String code, Tag state,
        @Nullable Confirmation cancelling, @Nullable String moveUrl, @Nullable String arriving, @Nullable String notYet) {
}
