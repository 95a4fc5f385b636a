package org.fourportals.portal.office;

import org.fourportals.portal.kit.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A notice that has not reached anybody by this channel.
 *
 * @param said     what the channel said last
 * @param retryUrl null where there is nothing to try again
 */
public record SendingLine(String when, String channel, Tag state, int tries, String said, @Nullable String retryUrl) {
}
