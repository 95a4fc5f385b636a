package org.fourportals.casework;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a case holds of its people, kept sealed: answers and whence they are known, the form, the evidence, and the records of the pool as
 * they were read. Frozen at submission.
 *
 * @param answers  by question, as {@link AnswerText} writes them
 * @param form     what was typed, by field; what the pool fills is in `filled`
 * @param filled   what the pool filled, by field
 * @param evidence by requirement
 * @param roles    subject numbers by role, `applicant` and `subject` among them once known
 * @param names    names by role
 * @param records  what the pool said, by `role/data set`
 * @param several  roles in which the registers lead to more than one, such as two homes: one of them is to be chosen
 * @param readAt   when the pool was read; null if it never was
 */
public record CaseContent(Map<String, Given> answers, Map<String, String> form, Map<String, String> filled,
        Map<String, Evidence> evidence, Map<String, Long> roles, Map<String, String> names, Map<String, List<KnownRecord>> records,
        Map<String, List<Linked>> several, @Nullable Instant readAt) {

    /** Contents kept before there was a choice have none. */
    public CaseContent {
        several = several == null ? Map.of() : several;
    }

    /** One of those to whom the registers lead in a role, with the name people know it by. */
    public record Linked(long subject, String name) {
    }

    /**
     * An answer. `source` is `resident` or the data set that knows it; an answer of the resident to a question that a data set answers
     * otherwise contradicts it.
     */
    public record Given(String answer, String source) {
        public static final String RESIDENT = "resident";

        public boolean isFromPool() {
            return !source.equals(RESIDENT);
        }
    }

    /**
     * Evidence brought for a requirement: a document of the wallet, the applicant's declaration, or an original a clerk has seen.
     *
     * @param kind     `document`, `declaration` or `original`
     * @param document id in the wallet
     * @param sha256   of the document, so that nobody can swap it later
     */
    public record Evidence(String kind, @Nullable UUID document, @Nullable String fileName, @Nullable String sha256, Instant at,
            String by) {
    }

    /**
     * A record as it was read.
     *
     * @param fields written forms, typed by the data set's declared schema
     */
    public record KnownRecord(String id, long version, Map<String, String> fields) {
    }

    public static CaseContent empty() {
        return new CaseContent(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), null);
    }

    public CaseContent withAnswers(Map<String, Given> changed) {
        return new CaseContent(changed, form, filled, evidence, roles, names, records, several, readAt);
    }

    public CaseContent withForm(Map<String, String> changed) {
        return new CaseContent(answers, changed, filled, evidence, roles, names, records, several, readAt);
    }

    public CaseContent withFilled(Map<String, String> changed) {
        return new CaseContent(answers, form, changed, evidence, roles, names, records, several, readAt);
    }

    public CaseContent withEvidence(String requirement, Evidence brought) {
        Map<String, Evidence> more = new LinkedHashMap<>(evidence);
        more.put(requirement, brought);
        return new CaseContent(answers, form, filled, more, roles, names, records, several, readAt);
    }

    public CaseContent withoutEvidence(String requirement) {
        Map<String, Evidence> fewer = new LinkedHashMap<>(evidence);
        fewer.remove(requirement);
        return new CaseContent(answers, form, filled, fewer, roles, names, records, several, readAt);
    }

    public CaseContent withPeople(Map<String, Long> changedRoles, Map<String, String> changedNames) {
        return new CaseContent(answers, form, filled, evidence, changedRoles, changedNames, records, several, readAt);
    }

    public CaseContent withSeveral(Map<String, List<Linked>> found) {
        return new CaseContent(answers, form, filled, evidence, roles, names, records, found, readAt);
    }

    public CaseContent withRecords(Map<String, List<KnownRecord>> read, @Nullable Instant at) {
        return new CaseContent(answers, form, filled, evidence, roles, names, read, several, at);
    }

    /** Roles in which one of several is still to be chosen. */
    public List<String> unchosen() {
        return several.keySet().stream().filter(role -> !roles.containsKey(role)).sorted().toList();
    }

    public String name(String role) {
        return names.getOrDefault(role, "");
    }
}
