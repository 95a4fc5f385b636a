package org.fourportals.audit;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import org.fourportals.audit.internal.CheckpointKey;
import org.fourportals.audit.internal.Entry;
import org.fourportals.audit.internal.Frontier;
import org.fourportals.audit.internal.Tile;
import org.fourportals.audit.internal.TreeStore;
import org.fourportals.base.CityTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Goes through the whole log and holds it against its tree and its signed checkpoints: finds entries that were changed, taken out, put in or moved,
 * by whoever, the owner of the database included, so long as she has not the key. What follows the last checkpoint only she who holds a later one
 * can miss.
 */
@Component
public class LogVerification {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST = 100;
    private static final int CHECKPOINTS = 1_000;

    private final TreeStore store;
    private final PublicKey key;
    private final CityTime time;

    LogVerification(TreeStore store, CheckpointKey key, CityTime time) {
        this.store = store;
        this.key = key.publicKey();
        this.time = time;
    }

    /**
     * What was gone through.
     *
     * @param findings the first hundred; none if the log is whole
     */
    public record Report(long entries, long checkpoints, @Nullable Checkpoint last, List<Finding> findings) {

        public boolean isWhole() {
            return findings.isEmpty();
        }
    }

    /**
     * @param held     a checkpoint that somebody kept elsewhere
     * @param progress is told after every tile how many entries are done
     */
    public Report verify(Optional<Checkpoint> held, LongConsumer progress) {
        Pass pass = new Pass(store.head());
        held.ifPresent(pass::hold);
        for (long number = 0; pass.frontier.size() < pass.head.size(); number++) {
            Optional<Tile> tile = store.findTile(0, number);
            if (tile.isEmpty() || tile.get().hashes().isEmpty()) {
                pass.find(new Finding.Cut(pass.head.size(), pass.frontier.size()));
                break;
            }
            pass.read(tile.get());
            progress.accept(pass.frontier.size());
        }
        pass.end();
        return new Report(pass.frontier.size(), pass.checkpoints, pass.last, List.copyOf(pass.findings));
    }

    /** One pass over the log. */
    private final class Pass {

        private final TreeStore.Head head;
        private final Frontier frontier = new Frontier();
        private final List<Finding> findings = new ArrayList<>();
        private final Deque<Checkpoint> next = new ArrayDeque<>();
        private @Nullable Checkpoint held;
        private @Nullable Checkpoint last;
        private long checkpoints;
        private long missing;

        Pass(TreeStore.Head head) {
            this.head = head;
            next.addAll(store.listCheckpoints(0, CHECKPOINTS));
        }

        void find(Finding finding) {
            if (findings.size() < MOST) {
                findings.add(finding);
            }
        }

        void hold(Checkpoint checkpoint) {
            held = checkpoint;
            if (!CheckpointKey.verify(key, checkpoint.signed(), checkpoint.signature())) {
                find(new Finding.Forged(checkpoint.size()));
            }
        }

        void read(Tile tile) {
            Map<Long, Entry> entries = store.listEntries(tile.entries()).stream().collect(Collectors.toMap(Entry::number, Function.identity()));
            for (int i = 0; i < tile.hashes().size() && frontier.size() < head.size(); i++) {
                long place = frontier.size();
                long number = tile.entries().get(i);
                Entry entry = entries.get(number);
                byte[] leaf = entry == null ? tile.hashes().get(i) : Merkle.leaf(entry.digest());
                if (entry == null) {
                    missing++;
                    find(new Finding.Missing(number, place));
                } else if (!Arrays.equals(leaf, tile.hashes().get(i))) {
                    find(new Finding.Changed(number, place));
                }
                if (tile.entries().indexOf(number) < i) {
                    find(new Finding.Twice(number, place));
                }
                frontier.append(leaf, this::compare);
                compareCheckpoints();
            }
        }

        /** Holds what a whole subtree comes to against the tile above it. */
        private void compare(int height, byte[] hash) {
            if (height % Tile.HEIGHT == 0) {
                int level = height / Tile.HEIGHT;
                long index = frontier.size() >> height;
                boolean right = store.findTile(level, index >> Tile.HEIGHT).map(Tile::hashes)
                        .filter(hashes -> hashes.size() > (index & (Tile.WIDTH - 1)))
                        .map(hashes -> Arrays.equals(hashes.get((int) (index & (Tile.WIDTH - 1))), hash)).orElse(false);
                if (!right) {
                    find(new Finding.WrongNode(level, index >> Tile.HEIGHT));
                }
            }
        }

        private void compareCheckpoints() {
            if (held != null && held.size() == frontier.size() && !Arrays.equals(held.root(), frontier.root())) {
                find(new Finding.NotContinued(held.size(), frontier.size()));
            }
            while (!next.isEmpty() && next.getFirst().size() == frontier.size()) {
                compare(next.removeFirst());
                if (next.isEmpty()) {
                    next.addAll(store.listCheckpoints(frontier.size(), CHECKPOINTS));
                }
            }
        }

        private void compare(Checkpoint checkpoint) {
            checkpoints++;
            if (!CheckpointKey.verify(key, checkpoint.signed(), checkpoint.signature())) {
                find(new Finding.Forged(checkpoint.size()));
            } else if (!Arrays.equals(checkpoint.root(), frontier.root())) {
                find(new Finding.NotAsSigned(last == null ? 0 : last.size(), checkpoint.size()));
            }
            last = checkpoint;
        }

        void end() {
            if (held != null && held.size() > frontier.size()) {
                find(new Finding.NotContinued(held.size(), frontier.size()));
            }
            next.stream().filter(checkpoint -> checkpoint.size() > head.size()).findFirst()
                    .ifPresent(checkpoint -> find(new Finding.Cut(checkpoint.size(), frontier.size())));
            if (store.countEntries(head.latest()) != frontier.size() - missing) {
                store.listUntold(head.latest(), MOST).forEach(entry -> find(new Finding.Untold(entry)));
            }
            Instant late = time.now().minus(PATIENCE);
            store.oldestAfter(head.latest()).filter(oldest -> oldest.isBefore(late)).ifPresent(oldest -> find(new Finding.Behind(oldest)));
        }
    }
}
