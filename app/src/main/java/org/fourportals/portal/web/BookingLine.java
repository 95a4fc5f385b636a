package org.fourportals.portal.web;

import org.fourportals.portal.kit.Confirmation;
import org.fourportals.portal.kit.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it is shown.
 *
 * @param cancelling how it is given back; null once she came
 * @param arriving   where she says that she is here; null where she cannot say so
 */
public record BookingLine(String id, String affair, @Nullable String affairUrl, String when, String centre, String address, String code, Tag state,
        @Nullable Confirmation cancelling, @Nullable String moveUrl, @Nullable String arriving) {
}
