package org.fourportals.pool;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the values of sensitive data sets: AES-256-GCM bound to the record's key and version, so that bytes copied to
 * another person's record do not open. The nonce is derived from what is encrypted, not drawn: the same version delivered
 * twice is then the same bytes, as the store's rule "the greatest wins" wants.
 */
final class RecordCipher {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** Looking an algorithm up takes longer than using it. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(() -> {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not there", e);
        }
    });
    private static final ThreadLocal<Mac> MACS = ThreadLocal.withInitial(() -> {
        try {
            return Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is not there", e);
        }
    });

    private final SecretKeySpec sealing;
    private final SecretKeySpec deriving;

    /** @param key 32 secret bytes */
    RecordCipher(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("the pool's key must be 32 bytes, not " + key.length);
        }
        sealing = new SecretKeySpec(mac(new SecretKeySpec(key, "HmacSHA256"), "seal".getBytes()), "AES");
        deriving = new SecretKeySpec(mac(new SecretKeySpec(key, "HmacSHA256"), "nonce".getBytes()), "HmacSHA256");
    }

    byte[] seal(byte[] boundTo, byte[] plain) {
        var nonce = Arrays.copyOf(mac(deriving, boundTo, plain), NONCE);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, boundTo, plain);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** @throws IllegalStateException if it was sealed with another key, for another record, or was changed */
    byte[] open(byte[] boundTo, byte[] sealed) {
        return run(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), boundTo, Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] run(int mode, byte[] nonce, byte[] boundTo, byte[] input) {
        try {
            var cipher = initialised(mode, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(boundTo);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sensitive record does not open with this key", e);
        }
    }

    /** The same version sealed twice in turn has the same nonce on purpose, which a cipher used again takes for a mistake. */
    private Cipher initialised(int mode, GCMParameterSpec nonce) throws GeneralSecurityException {
        try {
            CIPHERS.get().init(mode, sealing, nonce);
        } catch (InvalidAlgorithmParameterException e) {
            CIPHERS.remove();
            CIPHERS.get().init(mode, sealing, nonce);
        }
        return CIPHERS.get();
    }

    private static byte[] mac(SecretKeySpec key, byte[]... parts) {
        try {
            var mac = MACS.get();
            mac.init(key);
            for (var part : parts) {
                mac.update(ByteBuffer.allocate(4).putInt(part.length).flip());
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the pool's key does not serve HmacSHA256", e);
        }
    }
}
