package org.fourportals.catalogue;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The text of an affair's file that editors work on. It binds nobody until it is published.
 *
 * @param revision grows with every save; a save that was begun from an older one is refused
 * @param basedOn  the version in force when it was saved; null where the affair was only described
 * @param editor   who saved it last, as the audit names her
 */
public record AffairDraft(String affair, int revision, @Nullable String basedOn, String text, String note, String editor, String editorName,
        Instant savedAt) {
}
