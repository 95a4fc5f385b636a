package org.fourportals.audit;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Merkle tree by RFC 6962, section 2.1: SHA-256, a leaf's hash over 0x00 and its data, a node's over 0x01 and its two children. All
 * hashes have 32 bytes. What it computes needs nothing but the hashes of whole subtrees.
 */
public final class Merkle {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {
    }

    /** Hashes of whole subtrees: of the 2^`level` leaves that begin with leaf `index` * 2^`level`. */
    @FunctionalInterface
    public interface Nodes {
        byte[] hash(int level, long index);
    }

    public static byte[] leaf(byte[] data) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(data);
    }

    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The hash of a tree of so many leaves; of none, the hash of nothing. */
    public static byte[] root(Nodes nodes, long size) {
        return size == 0 ? sha256().digest() : range(nodes, 0, size);
    }

    /** The path from leaf `index` to the root of the tree of `size` leaves, from the bottom. */
    public static List<byte[]> inclusion(Nodes nodes, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has no leaf " + index);
        }
        List<byte[]> path = new ArrayList<>();
        path(nodes, index, 0, size, path);
        return path;
    }

    private static void path(Nodes nodes, long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + half(to - from);
        if (index < middle) {
            path(nodes, index, from, middle, path);
            path.add(range(nodes, middle, to));
        } else {
            path(nodes, index, middle, to, path);
            path.add(range(nodes, from, middle));
        }
    }

    /** What shows that the tree of `from` leaves is the beginning of that of `to`; empty if they are the same or the first is empty. */
    public static List<byte[]> consistency(Nodes nodes, long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("A tree of " + from + " leaves cannot be the beginning of one of " + to);
        }
        List<byte[]> proof = new ArrayList<>();
        if (from > 0 && from < to) {
            beginning(nodes, from, 0, to, true, proof);
        }
        return proof;
    }

    private static void beginning(Nodes nodes, long size, long from, long to, boolean whole, List<byte[]> proof) {
        if (size == to) {
            if (!whole) {
                proof.add(range(nodes, from, to));
            }
            return;
        }
        long middle = from + half(to - from);
        if (size <= middle) {
            beginning(nodes, size, from, middle, whole, proof);
            proof.add(range(nodes, middle, to));
        } else {
            beginning(nodes, size, middle, to, false, proof);
            proof.add(range(nodes, from, middle));
        }
    }

    /** Whether the path leads from the leaf's hash to the root; by RFC 9162, section 2.1.3.2. */
    public static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        byte[] hash = leaf;
        Climb climb = new Climb(index, size - 1);
        for (byte[] sibling : path) {
            if (climb.last == 0) {
                return false;
            }
            hash = climb.isRight() ? node(sibling, hash) : node(hash, sibling);
            climb.up();
        }
        return climb.last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the tree with the one root is the beginning of that with the other; by RFC 9162, section 2.1.4.2. */
    public static boolean continues(long from, byte[] root, long to, byte[] later, List<byte[]> proof) {
        if (from == 0 || from == to) {
            return from <= to && proof.isEmpty() && (from == 0 || Arrays.equals(root, later));
        }
        if (from > to || proof.isEmpty()) {
            return false;
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(from) == 1) {
            path.addFirst(root);
        }
        Climb climb = new Climb(from - 1, to - 1);
        climb.skipRight();
        byte[] before = path.getFirst();
        byte[] after = path.getFirst();
        for (byte[] hash : path.subList(1, path.size())) {
            if (climb.last == 0) {
                return false;
            }
            if (climb.isRight()) {
                before = node(hash, before);
                after = node(hash, after);
            } else {
                after = node(after, hash);
            }
            climb.up();
        }
        return climb.last == 0 && Arrays.equals(before, root) && Arrays.equals(after, later);
    }

    /** Where one is in the tree on the way from a leaf to the root, and where the last leaf's way is. */
    private static final class Climb {

        private long here;
        private long last;

        Climb(long leaf, long last) {
            this.here = leaf;
            this.last = last;
        }

        /** Whether the sibling lies to the left. */
        boolean isRight() {
            return (here & 1) == 1 || here == last;
        }

        void up() {
            if (here == last && (here & 1) == 0) {
                while ((here & 1) == 0 && here != 0) {
                    step();
                }
            }
            step();
        }

        void skipRight() {
            while ((here & 1) == 1) {
                step();
            }
        }

        private void step() {
            here >>= 1;
            last >>= 1;
        }
    }

    private static long half(long size) {
        return Long.highestOneBit(size - 1);
    }

    /** Of leaves `from` (inclusive, the beginning of a whole subtree of at least that size) to `to`. */
    private static byte[] range(Nodes nodes, long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.hash(level, from >> level);
        }
        long middle = from + half(size);
        return node(range(nodes, from, middle), range(nodes, middle, to));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
