package org.fourportals.certificate;

import java.time.Instant;
import java.time.LocalDate;

import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;

/** What a stranger learns by a verification code: whether the paper is true, and no more of its holder than it takes to compare. */
public sealed interface Verification {

    /**
     * The certificate was issued and stands.
     *
     * @param holder      masked, such as 张*芳; an organisation's name is whole
     * @param signatureOk false if what is kept is not what was signed: treat the paper as not verified
     */
    record Verified(String number, Text title, Text affair, Text department, String holder, LocalDate issued,
            @Nullable LocalDate validUntil, boolean signatureOk) implements Verification {
    }

    /** No certificate has this code. */
    record Unknown() implements Verification {
    }

    record Revoked(String number, Text title, Instant at) implements Verification {
    }

    record Expired(String number, Text title, LocalDate validUntil) implements Verification {
    }
}
