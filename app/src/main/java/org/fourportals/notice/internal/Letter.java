package org.fourportals.notice.internal;

import java.util.UUID;

import org.fourportals.base.Language;
import org.fourportals.base.Subject;
import org.fourportals.notice.Choices;

/**
 * A notice as it leaves the house.
 *
 * @param id the same however often it is sent
 * @param url of the page it leads to
 */
public record Letter(UUID id, Subject recipient, Choices choices, String title, String text, String url) {

    public Language language() {
        return choices.language();
    }
}
