package org.fourportals.audit.internal;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fourportals.audit.Merkle;

/**
 * Up to 256 neighbouring hashes of the tree: at level 0 of leaves, at level n of whole tiles of the level below, which are those of 256^n leaves.
 *
 * @param number  the how manieth of its level, from 0
 * @param hashes  32 bytes each
 * @param entries at level 0 the numbers of the entries, in the same order; empty elsewhere
 */
public record Tile(int level, long number, List<byte[]> hashes, List<Long> entries) {

    public static final int HEIGHT = 8;
    public static final int WIDTH = 1 << HEIGHT;
    private static final int HASH = 32;

    public static Tile empty(int level, long number) {
        return new Tile(level, number, List.of(), List.of());
    }

    static Tile read(ResultSet row, int count) throws SQLException {
        byte[] bytes = row.getBytes("hashes");
        List<byte[]> hashes = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += HASH) {
            hashes.add(Arrays.copyOfRange(bytes, at, at + HASH));
        }
        var entries = row.getArray("entries");
        return new Tile(row.getInt("level"), row.getLong("number"), hashes, entries == null ? List.of() : List.of((Long[]) entries.getArray()));
    }

    boolean isFull() {
        return hashes.size() == WIDTH;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(hashes.size() * HASH);
        hashes.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** The hash over 2^`height` of its hashes, the `index`th such from its beginning. */
    public byte[] hash(int height, int index) {
        if (height == 0) {
            return hashes.get(index);
        }
        return Merkle.node(hash(height - 1, 2 * index), hash(height - 1, 2 * index + 1));
    }
}
