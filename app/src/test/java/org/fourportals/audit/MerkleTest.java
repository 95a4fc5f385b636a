package org.fourportals.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.fourportals.audit.internal.Frontier;
import org.fourportals.audit.internal.Tile;
import org.fourportals.audit.internal.Tiles;
import org.junit.jupiter.api.Test;

/** Against the leaves and roots that Certificate Transparency's implementations publish, and every proof of every tree of up to 70 leaves. */
class MerkleTest {

    private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    private static final int MOST = 70;

    private static Tiles tree(int size) {
        Map<List<Long>, Tile> kept = new HashMap<>();
        Tiles tiles = new Tiles((level, number) -> kept.getOrDefault(List.of((long) level, number), Tile.empty(level, number)));
        for (int i = 0; i < size; i++) {
            tiles.append(i, leaf(i), 1_000 + i);
        }
        return tiles;
    }

    private static byte[] leaf(int i) {
        return Merkle.leaf(i < LEAVES.size() ? HexFormat.of().parseHex(LEAVES.get(i)) : new byte[] {(byte) i, (byte) (i >> 8), 7});
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    @Test
    void hasTheRootsThatArePublished() {
        Frontier frontier = new Frontier();
        assertThat(hex(frontier.root())).isEqualTo(ROOTS.getFirst());
        for (int size = 0; size <= LEAVES.size(); size++) {
            assertThat(hex(Merkle.root(tree(LEAVES.size()), size))).as("%d leaves", size).isEqualTo(ROOTS.get(size));
            assertThat(hex(frontier.root())).as("%d leaves, by its edge", size).isEqualTo(ROOTS.get(size));
            if (size < LEAVES.size()) {
                frontier.append(leaf(size), (height, hash) -> { });
            }
        }
    }

    @Test
    void provesEveryLeafAndNothingElse() {
        Tiles tree = tree(MOST);
        for (int size = 1; size <= MOST; size++) {
            byte[] root = Merkle.root(tree, size);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = Merkle.inclusion(tree, index, size);
                assertThat(Merkle.includes(leaf(index), index, size, path, root)).as("%d of %d", index, size).isTrue();
                assertThat(Merkle.includes(leaf(index + 1), index, size, path, root)).isFalse();
                assertThat(Merkle.includes(leaf(index), (index + 1) % size, size, path, root)).isEqualTo(size == 1);
                List<byte[]> longer = new ArrayList<>(path);
                longer.add(root);
                assertThat(Merkle.includes(leaf(index), index, size, longer, root)).isFalse();
            }
        }
        assertThat(Merkle.includes(leaf(0), -1, 8, List.of(), leaf(0))).isFalse();
        assertThatThrownBy(() -> Merkle.inclusion(tree, 8, 8)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void provesThatATreeContinuesAnotherAndNoOther() {
        Tiles tree = tree(MOST);
        for (int to = 0; to <= MOST; to++) {
            byte[] later = Merkle.root(tree, to);
            for (int from = 0; from <= to; from++) {
                byte[] root = Merkle.root(tree, from);
                List<byte[]> proof = Merkle.consistency(tree, from, to);
                assertThat(Merkle.continues(from, root, to, later, proof)).as("%d to %d", from, to).isTrue();
                if (from > 0) {
                    assertThat(Merkle.continues(from, leaf(99), to, later, proof)).as("%d to %d, another root", from, to).isFalse();
                    assertThat(Merkle.continues(from, root, to, leaf(99), proof)).isFalse();
                }
                if (!proof.isEmpty()) {
                    assertThat(Merkle.continues(from, root, to, later, proof.subList(0, proof.size() - 1))).isFalse();
                }
            }
        }
        assertThatThrownBy(() -> Merkle.consistency(tree, 9, 8)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goesOnOverManyTiles() {
        int size = 256 * 256 + 300;
        Tiles tree = tree(size);
        Frontier frontier = new Frontier();
        for (int i = 0; i < size; i++) {
            frontier.append(leaf(i), (height, hash) -> { });
        }
        byte[] root = Merkle.root(tree, size);
        assertThat(root).isEqualTo(frontier.root());
        for (int index : new int[] {0, 255, 256, 65_535, 65_536, size - 1}) {
            assertThat(Merkle.includes(leaf(index), index, size, Merkle.inclusion(tree, index, size), root)).as("leaf %d", index).isTrue();
        }
        assertThat(Merkle.continues(65_537, Merkle.root(tree, 65_537), size, root, Merkle.consistency(tree, 65_537, size))).isTrue();
        assertThatThrownBy(() -> tree.append(5, leaf(5), 5)).isInstanceOf(IllegalStateException.class);
    }
}
