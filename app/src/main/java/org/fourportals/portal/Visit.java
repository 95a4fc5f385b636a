package org.fourportals.portal;

import org.fourportals.base.Actor;
import org.fourportals.base.Language;
import org.fourportals.base.Portal;
import org.jspecify.annotations.Nullable;

/**
 * One request as its page needs to know it.
 *
 * @param reference what a person may quote when something went wrong; the log has it too
 */
public record Visit(Address address, Choices choices, Actor actor, String reference) {

    /** Where the reader is: the portal, the path as the browser shows it, the raw query without its question mark. */
    public record Address(Portal portal, String path, @Nullable String query) {
    }

    /** What the reader chose for herself: language and large type. */
    public record Choices(Language language, boolean elder) {
    }
}
