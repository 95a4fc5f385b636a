package org.fourportals.audit.internal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;

import org.fourportals.identity.SubjectVault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The key with which the log's checkpoints are signed (Ed25519, RFC 8032). It is derived from the master key, which is not in the database: whoever
 * can change the database cannot sign.
 */
@Component
public class CheckpointKey {

    private final KeyPair pair;

    @Autowired
    CheckpointKey(SubjectVault vault) {
        this(vault.systemKey("audit-checkpoints"));
    }

    /** @param seed 32 bytes: the private half */
    public CheckpointKey(byte[] seed) {
        this.pair = derive(seed);
    }

    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A checkpoint could not be signed", e);
        }
    }

    public PublicKey publicKey() {
        return pair.getPublic();
    }

    /** Whether this key signed the message. */
    public static boolean verify(PublicKey key, byte[] message, byte[] given) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(given);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /**
     * Reads a public key (X.509 SubjectPublicKeyInfo).
     *
     * @throws IllegalArgumentException if it is none of this kind
     */
    public static PublicKey read(byte[] encoded) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is not the public half of an Ed25519 key", e);
        }
    }

    /** The generator takes exactly the 32 bytes of the private key from its source of randomness. */
    private static KeyPair derive(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Given extends SecureRandom {

        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] into) {
            if (into.length != bytes.length) {
                throw new IllegalStateException("An Ed25519 key has " + bytes.length + " bytes, not " + into.length);
            }
            System.arraycopy(bytes, 0, into, 0, bytes.length);
        }
    }
}
