package org.fourportals.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.fourportals.base.Subject;
import org.fourportals.identity.internal.KeyConnections;
import org.fourportals.identity.internal.MasterKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Seals personal data with one AES-256-GCM key a subject, itself wrapped by the master key: whoever copies the database reads nothing,
 * and destroying a subject's key erases what was sealed for it. A blind index (HMAC-SHA-256) finds identifiers without storing them.
 */
@Component
public class SubjectVault {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final JdbcClient jdbc;
    private final MasterKey master;

    @Autowired
    SubjectVault(KeyConnections connections, MasterKey master) {
        this(connections.jdbc(), master);
    }

    SubjectVault(JdbcClient jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.master = master;
    }

    /** A 32-byte key of the system itself for one purpose, such as the pool's sensitive data sets. */
    public byte[] systemKey(String purpose) {
        return master.derive(purpose);
    }

    /**
     * The same key for a command that runs without the system.
     *
     * @param configured the master key in digits; blank if it is kept in the data folder
     * @throws IOException if no key is kept there
     */
    public static byte[] systemKey(String purpose, String configured, Path data) throws IOException {
        return MasterKey.existing(configured, data).derive(purpose);
    }

    /** Nonce (12 bytes), ciphertext and tag; bound to the subject, so that it opens for no other. */
    public byte[] seal(Subject subject, byte[] plain) {
        return crypt(Cipher.ENCRYPT_MODE, keyOf(subject), plain, subject);
    }

    /**
     * @throws ErasedException if the subject's key was destroyed
     */
    public byte[] open(Subject subject, byte[] sealed) {
        byte[] key = findKey(subject).orElseThrow(() -> new ErasedException(subject));
        return crypt(Cipher.DECRYPT_MODE, key, sealed, subject);
    }

    /** 32 bytes that are equal exactly where type and value are, and tell nothing without the master key. */
    public byte[] blindIndex(String type, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master.derive("blind-index"), "HmacSHA256"));
            mac.update(type.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was sealed for a subject whose key was destroyed cannot be read again. */
    public static final class ErasedException extends RuntimeException {
        ErasedException(Subject subject) {
            super("The data of subject " + subject.number() + " were erased");
        }
    }

    private byte[] keyOf(Subject subject) {
        return findKey(subject).orElseGet(() -> {
            byte[] key = new byte[32];
            RANDOM.nextBytes(key);
            jdbc.sql("insert into identity.subject_keys values (:subject, :wrapped) on conflict do nothing")
                    .param("subject", subject.number())
                    .param("wrapped", crypt(Cipher.ENCRYPT_MODE, master.derive("subject-keys"), key, subject))
                    .update();
            return findKey(subject).orElseThrow();
        });
    }

    /** Within a transaction a key is read once. */
    private Optional<byte[]> findKey(Subject subject) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return readKey(subject);
        }
        Map<Subject, byte[]> known = inTransaction();
        byte[] key = known.get(subject);
        if (key != null) {
            return Optional.of(key);
        }
        Optional<byte[]> read = readKey(subject);
        read.ifPresent(found -> known.put(subject, found));
        return read;
    }

    /** The keys that this thread's transaction has read; forgotten when it ends. */
    @SuppressWarnings("unchecked")
    private Map<Subject, byte[]> inTransaction() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Map<?, ?> known) {
            return (Map<Subject, byte[]>) known;
        }
        Map<Subject, byte[]> fresh = new HashMap<>();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(SubjectVault.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(SubjectVault.this, fresh);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(SubjectVault.this);
            }
        });
        return fresh;
    }

    private Optional<byte[]> readKey(Subject subject) {
        return jdbc.sql("select wrapped from identity.subject_keys where subject = :subject")
                .param("subject", subject.number()).query(byte[].class).optional()
                .map(wrapped -> crypt(Cipher.DECRYPT_MODE, master.derive("subject-keys"), wrapped, subject));
    }

    private static byte[] crypt(int mode, byte[] key, byte[] input, Subject subject) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] nonce = new byte[NONCE_BYTES];
            int offset = 0;
            if (mode == Cipher.ENCRYPT_MODE) {
                RANDOM.nextBytes(nonce);
            } else {
                System.arraycopy(input, 0, nonce, 0, NONCE_BYTES);
                offset = NONCE_BYTES;
            }
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(subject.number()).array());
            byte[] output = cipher.doFinal(input, offset, input.length - offset);
            return mode == Cipher.ENCRYPT_MODE
                    ? ByteBuffer.allocate(NONCE_BYTES + output.length).put(nonce).put(output).array()
                    : output;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealed data of subject " + subject.number() + " cannot be processed", e);
        }
    }
}
