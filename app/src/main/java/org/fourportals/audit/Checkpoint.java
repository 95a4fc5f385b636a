package org.fourportals.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * How long the log was and what it held at some moment, signed by the city. Whoever keeps one can have shown at any later time that nothing
 * before it was changed, taken out or moved.
 *
 * @param size      entries
 * @param root      hash of the tree (RFC 6962) over them, 32 bytes
 * @param signature Ed25519 over {@link #signed}, 64 bytes
 */
public record Checkpoint(long size, byte[] root, Instant at, byte[] signature) {

    private static final String ORIGIN = "four-portals/audit";
    private static final int LINES = 5;

    /** The log's name, size, root in base64, time and signature in base64, a line each. */
    public String text() {
        return body() + Base64.getEncoder().encodeToString(signature) + "\n";
    }

    /** What is signed: all lines of {@link #text} but the last, in UTF-8. */
    public byte[] signed() {
        return body().getBytes(StandardCharsets.UTF_8);
    }

    private String body() {
        return ORIGIN + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n" + at + "\n";
    }

    /**
     * Reads {@link #text}.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Checkpoint parse(String text) {
        List<String> lines = text.strip().lines().map(String::strip).toList();
        if (lines.size() != LINES || !lines.getFirst().equals(ORIGIN)) {
            throw new IllegalArgumentException("it does not have the " + LINES + " lines of one, of which the first is " + ORIGIN);
        }
        try {
            return new Checkpoint(Long.parseLong(lines.get(1)), Base64.getDecoder().decode(lines.get(2)), Instant.parse(lines.get(3)),
                    Base64.getDecoder().decode(lines.get(4)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("its time cannot be read: " + lines.get(3), e);
        }
    }
}
