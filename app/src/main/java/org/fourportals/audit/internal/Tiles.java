package org.fourportals.audit.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.fourportals.audit.Merkle;

/** The tree as its tiles hold it, for one caller at a time: what was read once or appended is kept until it is written. */
public final class Tiles implements Merkle.Nodes {

    private final BiFunction<Integer, Long, Tile> source;
    private final Map<List<Long>, Tile> held = new HashMap<>();
    private final Map<List<Long>, Tile> changed = new HashMap<>();

    /** @param source gives a tile as it was kept, or an empty one */
    public Tiles(BiFunction<Integer, Long, Tile> source) {
        this.source = source;
    }

    /** Over what the store holds. */
    public static Tiles of(TreeStore store) {
        return new Tiles((level, number) -> store.findTile(level, number).orElseGet(() -> Tile.empty(level, number)));
    }

    @Override
    public byte[] hash(int level, long index) {
        int height = level % Tile.HEIGHT;
        int inTile = Tile.HEIGHT - height;
        return tile(level / Tile.HEIGHT, index >> inTile).hash(height, (int) (index & ((1L << inTile) - 1)));
    }

    /** Appends a leaf as number `index`; where that fills a tile, the tile's hash one level higher too. */
    public void append(long index, byte[] leaf, long entry) {
        append(0, index, leaf, entry);
    }

    private void append(int level, long index, byte[] hash, long entry) {
        Tile tile = tile(level, index >> Tile.HEIGHT);
        if (tile.hashes().size() != (int) (index & (Tile.WIDTH - 1))) {
            throw new IllegalStateException("Tile " + tile.number() + " of level " + level + " holds " + tile.hashes().size() + " hashes where " + index + " comes next");
        }
        List<byte[]> hashes = new ArrayList<>(tile.hashes());
        hashes.add(hash);
        List<Long> entries = new ArrayList<>(tile.entries());
        if (level == 0) {
            entries.add(entry);
        }
        Tile grown = new Tile(level, tile.number(), hashes, entries);
        held.put(List.of((long) level, tile.number()), grown);
        changed.put(List.of((long) level, tile.number()), grown);
        if (grown.isFull()) {
            append(level + 1, tile.number(), grown.hash(Tile.HEIGHT, 0), entry);
        }
    }

    /** What was appended to since it was made. */
    public Iterable<Tile> changed() {
        return changed.values();
    }

    private Tile tile(int level, long number) {
        return held.computeIfAbsent(List.of((long) level, number), key -> source.apply(level, number));
    }
}
