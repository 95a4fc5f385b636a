package org.fourportals.portal.web;

import java.util.Optional;
import java.util.UUID;

/** Ids that come from outside: a form's key, or the last part of an address. */
final class Keys {

    private Keys() {
    }

    /** The form's key; a fresh one where it is missing or was tampered with. */
    static UUID of(String key) {
        return find(key).orElseGet(UUID::randomUUID);
    }

    /** The id of an address; empty where it is none. */
    static Optional<UUID> find(String id) {
        try {
            return id.length() == 36 ? Optional.of(UUID.fromString(id)) : Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
