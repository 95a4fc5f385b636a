package org.fourportals.identity.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.fourportals.base.Folders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one key from which the others are derived: given by {@code fourportals.master-key} (64 hex digits) or else made at the first start
 * and kept, readable by its owner only, in the data folder. Losing it loses everything sealed.
 */
@Component
public class MasterKey {

    private static final String FILE = "keys/master.key";

    private final byte[] key;

    @Autowired
    MasterKey(@Value("${fourportals.master-key:}") String configured, Folders folders) throws IOException {
        this(configured.isBlank() ? keptIn(folders.data().resolve(FILE)) : configured);
    }

    private MasterKey(String digits) {
        this.key = HexFormat.of().parseHex(digits);
        if (key.length != 32) {
            throw new IllegalStateException("fourportals.master-key must be 64 hex digits");
        }
    }

    /** The key of an installation, for its commands: given in digits or kept in the data folder; never made anew. */
    public static MasterKey existing(String configured, Path data) throws IOException {
        return new MasterKey(configured.isBlank() ? Files.readString(data.resolve(FILE), StandardCharsets.US_ASCII).strip() : configured);
    }

    /** A 32-byte key for one purpose (HMAC-SHA-256 of its name). */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            Path draft = Files.createTempFile(file.getParent(), "master", ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, HexFormat.of().formatHex(fresh), StandardCharsets.US_ASCII);
            Files.move(draft, file);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }
}
