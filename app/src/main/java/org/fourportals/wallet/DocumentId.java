package org.fourportals.wallet;

import java.util.UUID;

/** Identifies one document of one wallet; a UUIDv7, so that ids sort by the time of handing in. */
public record DocumentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
