package org.fourportals.pool;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The first opening of a pool decides whether and with which key sensitive values are encrypted; later ones must agree. */
final class KeyCheck {

    /** The name under which a store keeps what {@link #kept} says. */
    static final String NAME = "key-check";

    private static final byte[] CHECKED = NAME.getBytes(StandardCharsets.UTF_8);

    private KeyCheck() {
    }

    static byte[] kept(@Nullable RecordCipher cipher) {
        return cipher == null ? new byte[0] : cipher.seal(CHECKED, CHECKED);
    }

    /** @throws IllegalStateException if the pool was made with another key, with none, or with one while none is given */
    static void requireSame(@Nullable RecordCipher cipher, byte[] kept) {
        if (kept.length == 0 != (cipher == null)) {
            throw new IllegalStateException(cipher == null ? "this pool is encrypted: open it with its key"
                    : "this pool was made without a key: open it without");
        }
        if (cipher != null) {
            cipher.open(CHECKED, kept);
        }
    }
}
