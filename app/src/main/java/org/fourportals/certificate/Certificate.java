package org.fourportals.certificate;

import java.time.Instant;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as issued.
 *
 * @param subject     whom it is about, and for whom its content is sealed
 * @param statement   what it states
 * @param attestation the statement with its signature as a compact JWS (RFC 7515, EdDSA): whoever has the city's public keys verifies it
 *                    without asking us
 * @param revokedAt   null while it stands
 */
public record Certificate(UUID id, UUID caseId, Subject subject, Statement statement, String attestation, @Nullable Instant revokedAt) {

    /** The path, from the city's address on, where anybody verifies it. */
    public String verificationPath() {
        return "/verify/" + statement.code();
    }

    /** A plain name for the file a browser saves. */
    public String fileName() {
        return statement.title().zh() + " " + statement.number() + ".pdf";
    }
}
