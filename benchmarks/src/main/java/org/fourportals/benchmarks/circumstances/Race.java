package org.fourportals.benchmarks.circumstances;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets peers evaluate in short turns, all warm, one after another and again, so that a slow moment hits all alike. */
final class Race {

    private final List<? extends Peer> peers;
    private final int circumstances;
    private int kept;

    Race(List<? extends Peer> peers, int circumstances) {
        this.peers = peers;
        this.circumstances = circumstances;
    }

    /** Compares the results of all; throws {@link IllegalStateException} naming the first difference. */
    void compare() {
        for (int i = 0; i < circumstances; i++) {
            Set<String> expected = peers.getFirst().met(i);
            for (Peer peer : peers) {
                Set<String> met = peer.met(i);
                if (!met.equals(expected)) {
                    throw new IllegalStateException(
                            peer.name() + " differs on circumstance " + i + ": " + met + " instead of " + expected);
                }
            }
        }
    }

    /** Evaluations per second of each by its name: the median of its turns. */
    Map<String, Double> run(long warmMillis, int turns, long turnMillis) {
        for (Peer peer : peers) {
            turn(peer, warmMillis);
        }
        double[][] rates = new double[peers.size()][turns];
        for (int turn = 0; turn < turns; turn++) {
            for (int p = 0; p < peers.size(); p++) {
                rates[p][turn] = turn(peers.get(p), turnMillis);
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        for (int p = 0; p < peers.size(); p++) {
            Arrays.sort(rates[p]);
            medians.put(peers.get(p).name(), rates[p][turns / 2]);
        }
        return medians;
    }

    private double turn(Peer peer, long millis) {
        long begun = System.nanoTime();
        long now = begun;
        long done = 0;
        int chunk = 1;
        int at = 0;
        while (now - begun < millis * 1_000_000) {
            int sum = 0;
            for (int i = 0; i < chunk; i++) {
                sum += peer.evaluate(at);
                at = at + 1 == circumstances ? 0 : at + 1;
            }
            kept ^= sum;
            done += chunk;
            long after = System.nanoTime();
            chunk = after - now < 500_000 ? chunk * 2 : chunk;
            now = after;
        }
        return done * 1e9 / (now - begun);
    }

    /** Something of every result, so that none can be left uncomputed. */
    int kept() {
        return kept;
    }
}
