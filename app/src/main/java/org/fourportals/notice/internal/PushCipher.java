package org.fourportals.notice.internal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a message so that only the browser it is for reads it, and the push service does not (RFC 8291 over RFC 8188, one record). */
final class PushCipher {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int POINT = 65;
    private static final int COORDINATE = 32;
    private static final int RECORD = 4096;

    private PushCipher() {
    }

    static KeyPair freshPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /**
     * @param browser its public key, an uncompressed point of P-256 (65 bytes)
     * @param secret  its authentication secret (16 bytes)
     * @throws GeneralSecurityException if the key is none
     */
    static byte[] encrypt(byte[] plain, byte[] browser, byte[] secret) throws GeneralSecurityException {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return encrypt(plain, browser, secret, freshPair(), salt);
    }

    static byte[] encrypt(byte[] plain, byte[] browser, byte[] secret, KeyPair ours, byte[] salt) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(point(browser), true);
        byte[] sender = bytes((ECPublicKey) ours.getPublic());
        byte[] info = joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), browser, sender);
        byte[] material = derive(secret, agreement.generateSecret(), info, 32);
        byte[] key = derive(salt, material, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        byte[] nonce = derive(salt, material, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] sealed = cipher.doFinal(joined(plain, new byte[] {2}));
        return joined(salt, ByteBuffer.allocate(5).putInt(RECORD).put((byte) POINT).array(), sender, sealed);
    }

    /** HKDF with SHA-256 (RFC 5869) for at most 32 bytes. */
    private static byte[] derive(byte[] salt, byte[] material, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(hmac(hmac(salt, material), joined(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    /** An uncompressed point; the key agreement refuses one that is not on the curve. */
    static ECPublicKey point(byte[] encoded) throws GeneralSecurityException {
        if (encoded.length != POINT || encoded[0] != 4) {
            throw new GeneralSecurityException("not an uncompressed point of P-256");
        }
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(new BigInteger(1, Arrays.copyOfRange(encoded, 1, 1 + COORDINATE)), new BigInteger(1, Arrays.copyOfRange(encoded, 1 + COORDINATE, POINT)));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    static byte[] bytes(ECPublicKey key) {
        return joined(new byte[] {4}, coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
