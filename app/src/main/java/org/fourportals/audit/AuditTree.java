package org.fourportals.audit;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.fourportals.audit.internal.CheckpointKey;
import org.fourportals.audit.internal.Entry;
import org.fourportals.audit.internal.Tiles;
import org.fourportals.audit.internal.TreeStore;
import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log as a Merkle tree (RFC 6962): every committed entry becomes a leaf within seconds, and signed checkpoints say how long the log was and
 * what it held. Proves that an entry is in it and that nothing before a checkpoint was changed since.
 */
@Component
public class AuditTree {

    private static final int BATCH = 5_000;
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(1);

    /** So far numbers never run ahead of each other; if they do, somebody has moved the sequence. */
    private static final long FAR = 1_000_000;

    private final TreeStore store;
    private final CheckpointKey key;
    private final CityTime time;
    private final TransactionTemplate transaction;

    AuditTree(TreeStore store, CheckpointKey key, CityTime time, PlatformTransactionManager transactions) {
        this.store = store;
        this.key = key;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Grows the tree, and signs a checkpoint when the last one is a minute old. */
    @Scheduled(initialDelay = 2, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    public void grow() {
        while (append() >= BATCH) {
            // so long as there is more
        }
        boolean due = store.latestCheckpoint().map(last -> last.size() < store.head().size()
                && !time.now().isBefore(last.at().plus(BETWEEN_CHECKPOINTS))).orElseGet(() -> store.head().size() > 0);
        if (due) {
            checkpoint();
        }
    }

    /**
     * Makes leaves of entries that were committed since, in the order of their numbers; one whose transaction was still running comes when it
     * ends. Many nodes may call it at once.
     *
     * @return how many
     */
    public int append() {
        return transaction.execute(status -> {
            TreeStore.Head head = store.headForUpdate();
            String over = store.over();
            List<Entry> fresh = store.listNew(head.latest(), BATCH);
            String begun = store.begun();
            Tiles tiles = Tiles.of(store);
            long size = head.size();
            for (Entry entry : fresh) {
                tiles.append(size++, Merkle.leaf(entry.digest()), entry.number());
            }
            tiles.changed().forEach(store::keep);
            store.keep(new TreeStore.Head(size, passOver(head.latest(), fresh, begun)));
            store.closeGaps(over);
            return fresh.size();
        });
    }

    /** Fills the gaps that entries came for, notes those they leave, and returns the greatest number. */
    private long passOver(long latest, List<Entry> fresh, String begun) {
        Set<Long> numbers = new HashSet<>();
        long greatest = latest;
        for (Entry entry : fresh) {
            numbers.add(entry.number());
            if (entry.number() <= latest) {
                store.fillGap(entry.number());
            }
            greatest = Math.max(greatest, entry.number());
        }
        if (greatest - latest > FAR) {
            throw new IllegalStateException("The numbers of the log jump from " + latest + " to " + greatest);
        }
        for (long number = latest + 1; number < greatest; number++) {
            if (!numbers.contains(number)) {
                store.passOver(number, begun);
            }
        }
        return greatest;
    }

    /** Signs what the tree holds now; the last checkpoint if nothing was appended since. Empty so long as the log is. */
    public Optional<Checkpoint> checkpoint() {
        return transaction.execute(status -> {
            TreeStore.Head head = store.headForUpdate();
            if (head.size() == 0) {
                return Optional.empty();
            }
            return store.findCheckpoint(head.size()).or(() -> {
                byte[] root = Merkle.root(Tiles.of(store), head.size());
                var at = time.now();
                var unsigned = new Checkpoint(head.size(), root, at, new byte[0]);
                store.keep(new Checkpoint(head.size(), root, at, key.sign(unsigned.signed())));
                return store.findCheckpoint(head.size());
            });
        });
    }

    public Optional<Checkpoint> latestCheckpoint() {
        return store.latestCheckpoint();
    }

    /** The public half of the key that signs checkpoints (X.509 SubjectPublicKeyInfo). */
    public byte[] publicKey() {
        return key.publicKey().getEncoded();
    }

    /**
     * That an entry is in the log: SHA-256 over salt and text is the leaf's data, its path leads to the checkpoint's root.
     *
     * @param text  all the entry says, a line each
     * @param index where it is in the log, counted from 0
     * @param path  hashes of the siblings from the bottom
     */
    public record Inclusion(long entry, String text, byte[] salt, long index, List<byte[]> path) {
    }

    /** Whatever of a subject's entries the checkpoint holds; others, and numbers that are none, are left out. */
    public List<Inclusion> inclusions(Subject subject, List<Long> entries, Checkpoint checkpoint) {
        Tiles tiles = Tiles.of(store);
        return store.listEntries(entries).stream().filter(entry -> entry.subject() != null && entry.subject() == subject.number())
                .flatMap(entry -> store.indexOf(entry.number()).filter(index -> index < checkpoint.size())
                        .map(index -> new Inclusion(entry.number(), entry.text(), entry.salt(), index, Merkle.inclusion(tiles, index, checkpoint.size()))).stream())
                .toList();
    }

    /** What shows that the log of one checkpoint is the beginning of that of the other. */
    public List<byte[]> consistency(Checkpoint from, Checkpoint to) {
        return Merkle.consistency(Tiles.of(store), from.size(), to.size());
    }

    /** The checkpoint of so many entries. */
    public Optional<Checkpoint> findCheckpoint(long size) {
        return store.findCheckpoint(size);
    }
}
