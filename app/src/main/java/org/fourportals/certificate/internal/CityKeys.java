package org.fourportals.certificate.internal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.fourportals.base.CityTime;
import org.fourportals.identity.SubjectVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The city's signing keys (Ed25519, RFC 8032). The private halves are kept sealed with a key derived from the master key; the public
 * halves stay for ever, so that what a retired key signed can still be verified.
 */
@Component
public class CityKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int RAW_PUBLIC_BYTES = 32;

    private final JdbcClient jdbc;
    private final CityTime time;
    private final byte[] sealingKey;

    CityKeys(JdbcClient jdbc, CityTime time, SubjectVault vault) {
        this.jdbc = jdbc;
        this.time = time;
        this.sealingKey = vault.systemKey("certificate-keys");
    }

    /** The key in use. */
    public record InUse(int id, byte[] sealedPrivate) {
    }

    /** The key in use; made at the first call, by whoever commits first. */
    public InUse inUse() {
        return find().orElseGet(() -> {
            KeyPair fresh = generate();
            jdbc.sql("""
                    insert into certificate.keys (public_key, sealed_private, made_at) values (:public, :private, :at)
                    on conflict ((true)) where retired_at is null do nothing
                    """).param("public", fresh.getPublic().getEncoded())
                    .param("private", crypt(Cipher.ENCRYPT_MODE, fresh.getPrivate().getEncoded()))
                    .param("at", Timestamp.from(time.now())).update();
            return find().orElseThrow();
        });
    }

    /** Signs with this key (64 bytes). */
    public byte[] sign(InUse key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(crypt(Cipher.DECRYPT_MODE, key.sealedPrivate()))));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The city's key " + key.id() + " cannot sign", e);
        }
    }

    /** Whether the key of this id, in use or retired, signed the message. */
    public boolean verify(int key, byte[] message, byte[] given) {
        try {
            byte[] encoded = jdbc.sql("select public_key from certificate.keys where id = :id").param("id", key)
                    .query(byte[].class).single();
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(message);
            return signature.verify(given);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** A public key as others need it to verify without asking us: `x` of a JWK of type OKP (RFC 8037). */
    public record PublicKey(int id, String x) {
    }

    public List<PublicKey> listPublic() {
        return jdbc.sql("select id, public_key from certificate.keys order by id").query((row, n) -> {
            byte[] encoded = row.getBytes("public_key");
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - RAW_PUBLIC_BYTES, encoded.length);
            return new PublicKey(row.getInt("id"), Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
        }).list();
    }

    private Optional<InUse> find() {
        return jdbc.sql("select id, sealed_private from certificate.keys where retired_at is null")
                .query((row, n) -> new InUse(row.getInt("id"), row.getBytes("sealed_private"))).optional();
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] crypt(int mode, byte[] input) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            if (mode == Cipher.ENCRYPT_MODE) {
                RANDOM.nextBytes(nonce);
            } else {
                System.arraycopy(input, 0, nonce, 0, NONCE_BYTES);
            }
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(sealingKey, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            if (mode == Cipher.DECRYPT_MODE) {
                return cipher.doFinal(input, NONCE_BYTES, input.length - NONCE_BYTES);
            }
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(input.length));
            cipher.doFinal(input, 0, input.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A signing key cannot be opened: is this the right master key?", e);
        }
    }
}
