package org.fourportals.casework.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.fourportals.base.Subject;
import org.fourportals.identity.SubjectVault;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values as they lie in the database: JSON, packed (zlib) where that makes it shorter, sealed under the subject's key. */
final class Sealed {

    /** The first byte of what is packed; JSON never begins with it. */
    private static final byte PACKED = 1;

    /** What is shorter is not worth packing, in bytes. */
    private static final int WORTHWHILE = 512;

    private final SubjectVault vault;
    private final JsonMapper json;

    Sealed(SubjectVault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] seal(Subject owner, Object value) {
        byte[] plain = json.writeValueAsBytes(value);
        return vault.seal(owner, plain.length < WORTHWHILE ? plain : pack(plain));
    }

    <T> T open(Subject owner, byte[] sealed, TypeReference<T> type) {
        byte[] plain = vault.open(owner, sealed);
        return json.readValue(plain[0] == PACKED ? unpack(plain) : plain, type);
    }

    static byte[] pack(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2);
        packed.write(PACKED);
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, fast)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return packed.toByteArray();
    }

    static byte[] unpack(byte[] packed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed, 1, packed.length - 1))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("What a case holds was packed and cannot be unpacked", e);
        }
    }
}
