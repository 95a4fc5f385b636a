package org.fourportals.portal.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Entries about somebody, with what proves that each is in the log: SHA-256 over salt and text in UTF-8 is the leaf's data, its path leads to the root of
 * the checkpoint (RFC 6962, section 2.1.1). Bytes in base64.
 *
 * @param checkpoint as the city signed it; null before there is one
 * @param newer      entries that no checkpoint holds yet; the next one does, in about a minute
 */
record ReadProofs(@Nullable String checkpoint, List<Proof> entries, int newer) {

    /** @param index where it is in the log, counted from 0 */
    record Proof(long number, String text, String salt, long index, List<String> path) {
    }
}
