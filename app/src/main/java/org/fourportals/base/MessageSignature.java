package org.fourportals.base;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The signature of one request, taken or sent, by HTTP Message Signatures (RFC 9421) with Ed25519, in the one form that is taken: it covers method, path,
 * the content's digest (RFC 9530) and the header that holds its id, and says when it was made, with which key, and a number used once.
 *
 * @param idHeader in small letters the header that holds the request's id, such as {@code batch-id}
 * @param created seconds since 1970
 * @param parameters the parameters as they came, which are signed too
 */
public record MessageSignature(String idHeader, long created, String nonce, String keyId, String parameters, byte[] value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String COVERED = "(\"@method\" \"@path\" \"content-digest\" \"%s\")";
    private static final Pattern INPUT = Pattern.compile("sig=(\\(\"@method\" \"@path\" \"content-digest\" \"([a-z-]{1,32})\"\\)"
            + ";created=([0-9]{1,12});nonce=\"([A-Za-z0-9_-]{8,64})\";keyid=\"([A-Za-z0-9_-]{1,64})\";alg=\"ed25519\")");
    private static final Pattern VALUE = Pattern.compile("sig=:([A-Za-z0-9+/]{86}==):");

    /** Empty where the headers are missing or of another form. */
    public static Optional<MessageSignature> of(String idHeader, @Nullable String input, @Nullable String signature) {
        Matcher parameters = INPUT.matcher(input == null ? "" : input);
        Matcher value = VALUE.matcher(signature == null ? "" : signature);
        return parameters.matches() && parameters.group(2).equals(idHeader) && value.matches()
                ? Optional.of(new MessageSignature(idHeader, Long.parseLong(parameters.group(3)), parameters.group(4), parameters.group(5),
                        parameters.group(1), Base64.getDecoder().decode(value.group(1))))
                : Optional.empty();
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

    /** The text that is signed. @param id what the header says */
    public static String base(String method, String path, String digest, String idHeader, String id, String parameters) {
        return "\"@method\": %s\n\"@path\": %s\n\"content-digest\": %s\n\"%s\": %s\n\"@signature-params\": %s"
                .formatted(method, path, digest, idHeader, id, parameters);
    }

    /** Signs a request that we send. */
    public static MessageSignature sign(String method, String path, byte[] content, String idHeader, String id, Instant now, String keyId, PrivateKey key) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String parameters = COVERED.formatted(idHeader) + ";created=" + now.getEpochSecond() + ";nonce=\"" + nonce + "\";keyid=\"" + keyId + "\";alg=\"ed25519\"";
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(base(method, path, digestOf(content), idHeader, id, parameters).getBytes(StandardCharsets.UTF_8));
            return new MessageSignature(idHeader, now.getEpochSecond(), nonce, keyId, parameters, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the header {@code Signature-Input} says it. */
    public String inputHeader() {
        return "sig=" + parameters;
    }

    /** As the header {@code Signature} says it. */
    public String signatureHeader() {
        return "sig=:" + Base64.getEncoder().encodeToString(value) + ":";
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
