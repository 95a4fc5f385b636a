package org.fourportals.casework.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.fourportals.base.Subject;

/**
 * A case was decided in the applicant's favour; its result is to be issued.
 *
 * @param form        form values by field, filled and typed
 * @param answers     answers by question, as the catalogue writes them
 * @param identifiers such as {@code subject.residentId}, {@code applicant.residentId}, {@code subject.creditCode}
 * @param decidedBy   the deciding department's id
 */
public record CaseGranted(UUID caseId, String caseNumber, String affair, String affairVersion, Subject subject, String subjectName,
        Subject applicant, String applicantName, Map<String, String> form, Map<String, String> answers, Map<String, String> identifiers,
        Instant at, String decidedBy) {
}
