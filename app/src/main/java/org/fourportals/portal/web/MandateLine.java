package org.fourportals.portal.web;

import org.fourportals.portal.kit.Confirmation;
import org.fourportals.portal.kit.Tag;
import org.jspecify.annotations.Nullable;

/** A mandate as it is shown: who for whom, for what, from when until when, and how it is ended while it is in force. */
public record MandateLine(String title, String affairs, String period, Tag state, @Nullable Confirmation ending) {
}
