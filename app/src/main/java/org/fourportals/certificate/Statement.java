package org.fourportals.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate states, as it was on the day of issue: exactly this is signed, sealed and printed, whatever the catalogue says later.
 *
 * @param code       the verification code
 * @param affair     id of the affair
 * @param title      the result's name
 * @param says       the sentence it certifies
 * @param holder     whose it is
 * @param publicName whether the holder is an organisation, whose name is public
 * @param shown      the form's fields printed on it
 * @param department the body that decided
 * @param laws       names of the laws it rests on
 */
public record Statement(String number, String code, String caseNumber, String affair, String affairVersion, Text affairName, Text title,
        Text says, String holder, boolean publicName, List<Shown> shown, Text department, List<Text> laws, Instant issuedAt,
        LocalDate issued, @Nullable LocalDate validUntil) {

    /** One printed field. `value` may differ by language where it is a code or a choice. */
    public record Shown(Text label, Text value) {
    }
}
