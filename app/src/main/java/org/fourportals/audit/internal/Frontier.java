package org.fourportals.audit.internal;

import java.util.function.BiConsumer;

import org.fourportals.audit.Merkle;
import org.jspecify.annotations.Nullable;

/** The right edge of a tree that grows leaf by leaf: of each height at most one whole subtree, which is all that its root needs. */
public final class Frontier {

    private static final int HEIGHTS = 63;

    private final byte @Nullable [][] whole = new byte[HEIGHTS][];
    private long size;

    /**
     * Appends a leaf.
     *
     * @param completed is told of each whole subtree that comes about, by height and hash, the leaf itself left out
     */
    public void append(byte[] leaf, BiConsumer<Integer, byte[]> completed) {
        byte[] hash = leaf;
        int height = 0;
        for (byte[] left = whole[0]; left != null; left = whole[height]) {
            hash = Merkle.node(left, hash);
            whole[height] = null;
            height++;
            completed.accept(height, hash);
        }
        whole[height] = hash;
        size++;
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        byte[] root = null;
        for (byte[] subtree : whole) {
            if (subtree != null) {
                root = root == null ? subtree : Merkle.node(subtree, root);
            }
        }
        return root == null ? Merkle.root((level, index) -> new byte[0], 0) : root;
    }
}
