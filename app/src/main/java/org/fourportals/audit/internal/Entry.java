package org.fourportals.audit.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An entry of the log, word for word as it was written. */
public record Entry(long number, UUID id, Instant at, String actor, String actorName, @Nullable String department, String portal, String act,
        @Nullable Long subject, @Nullable UUID caseId, @Nullable String purpose, @Nullable String dataset, List<String> fields, String outcome,
        byte[] salt) {

    /** From a row with all columns of {@code audit.entries}. */
    public static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(row.getLong("number"), row.getObject("id", UUID.class), row.getTimestamp("at").toInstant(), row.getString("actor"),
                row.getString("actor_name"), row.getString("department"), row.getString("portal"), row.getString("act"),
                row.getObject("subject", Long.class), row.getObject("case_id", UUID.class), row.getString("purpose"), row.getString("dataset"),
                row.getArray("fields") == null ? List.of() : List.of((String[]) row.getArray("fields").getArray()), row.getString("outcome"),
                row.getBytes("salt"));
    }

    /** All it says, a line each; what it does not say has no line. */
    public String text() {
        StringBuilder text = new StringBuilder("four-portals audit entry 1\n");
        line(text, "id", id);
        line(text, "at", at);
        line(text, "actor", actor);
        line(text, "actor-name", actorName);
        line(text, "department", department);
        line(text, "portal", portal);
        line(text, "act", act);
        line(text, "subject", subject);
        line(text, "case", caseId);
        line(text, "purpose", purpose);
        line(text, "dataset", dataset);
        fields.forEach(field -> line(text, "field", field));
        line(text, "outcome", outcome);
        return text.toString();
    }

    /** What the tree holds of it: SHA-256 over the salt and the text, 32 bytes. */
    public byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(text().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void line(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append(name).append(": ").append(value.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")).append('\n');
        }
    }
}
