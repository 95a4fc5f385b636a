package org.fourportals.wallet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A document in somebody's wallet, without its content.
 *
 * @param type       what it is by the catalogue's words, such as {@code birth-certificate}; the same in every affair
 * @param fileName   as its owner named it; may hold quotes, tags and characters of four bytes
 * @param size       in bytes
 * @param sha256     of the content, in hex
 * @param handedInBy id of the actor
 * @param caseId     the case it was first handed in for; null if for none
 * @param validUntil last day on which it may be used again; null if it does not end
 */
public record Document(DocumentId id, Subject owner, String type, String fileName, MediaKind kind, long size, String sha256,
        Instant handedInAt, String handedInBy, Portal portal, @Nullable UUID caseId, @Nullable LocalDate validUntil,
        @Nullable Instant withdrawnAt) {

    /** The `Content-Disposition` under which a browser saves it. */
    public String attachment() {
        return FileName.disposition("attachment", fileName);
    }

    /** The `Content-Disposition` under which a browser shows it in the page. */
    public String inline() {
        return FileName.disposition("inline", fileName);
    }
}
