package org.fourportals.intake.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The signature of one request by HTTP Message Signatures (RFC 9421) with Ed25519, in the one form that is taken: it covers method, path,
 * the content's digest (RFC 9530) and the batch's id, and says when it was made, with which key, and a number used once.
 *
 * @param created seconds since 1970
 * @param parameters the parameters as they came, which are signed too
 */
public record MessageSignature(long created, String nonce, String keyId, String parameters, byte[] value) {

    private static final Pattern INPUT = Pattern.compile("sig=(\\(\"@method\" \"@path\" \"content-digest\" \"batch-id\"\\)"
            + ";created=([0-9]{1,12});nonce=\"([A-Za-z0-9_-]{8,64})\";keyid=\"([A-Za-z0-9_-]{1,64})\";alg=\"ed25519\")");
    private static final Pattern VALUE = Pattern.compile("sig=:([A-Za-z0-9+/]{86}==):");

    /** Empty where the headers are missing or of another form. */
    public static Optional<MessageSignature> of(@Nullable String input, @Nullable String signature) {
        Matcher parameters = INPUT.matcher(input == null ? "" : input);
        Matcher value = VALUE.matcher(signature == null ? "" : signature);
        return parameters.matches() && value.matches() ? Optional.of(new MessageSignature(Long.parseLong(parameters.group(2)), parameters.group(3),
                parameters.group(4), parameters.group(1), Base64.getDecoder().decode(value.group(1)))) : Optional.empty();
    }

    /** What a content's digest must be written as. */
    public static String digestOf(byte[] content) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(content)) + ":";
    }

    public static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text that is signed. */
    public static String base(String method, String path, String digest, String batch, String parameters) {
        return "\"@method\": %s\n\"@path\": %s\n\"content-digest\": %s\n\"batch-id\": %s\n\"@signature-params\": %s"
                .formatted(method, path, digest, batch, parameters);
    }

    /** Whether this key made it over this text. */
    public boolean isOver(String base, byte[] publicKey) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
            check.update(base.getBytes(StandardCharsets.UTF_8));
            return check.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
