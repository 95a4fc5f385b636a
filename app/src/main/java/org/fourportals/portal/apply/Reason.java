package org.fourportals.portal.apply;

import org.jspecify.annotations.Nullable;

/** One reason why an affair cannot be had in these circumstances, what to do instead, and the affair that helps, if there is one. */
public record Reason(String reason, String instead, @Nullable String affairName, @Nullable String affairUrl) {
}
