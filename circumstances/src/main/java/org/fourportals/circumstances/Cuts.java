package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Interval;
import org.fourportals.circumstances.condition.Measure;

/** Cuts a stretch of whole numbers where comparisons change their mind, so that within a piece all of them agree. */
final class Cuts {

    /** A piece of the stretch, both ends included. */
    record Piece(long from, long to) {}

    private final long from;
    private final long to;
    private final int decimals;
    private final TreeSet<Long> starts = new TreeSet<>();

    /** Cuts from..to, in units of 1, or of 0.01 if there are two decimals. */
    Cuts(long from, long to, int decimals) {
        this.from = from;
        this.to = to;
        this.decimals = decimals;
        starts.add(from);
    }

    Cuts cut(Collection<Atom> atoms, Measure measure) {
        for (Atom atom : atoms) {
            if (atom instanceof Atom.Within within && within.measure() == measure) {
                within.intervals().forEach(this::cut);
            }
        }
        return this;
    }

    private void cut(Interval interval) {
        if (interval.low() != null) {
            start(interval.low(), !interval.lowIncluded());
        }
        if (interval.high() != null) {
            start(interval.high(), interval.highIncluded());
        }
    }

    /** A piece starts at the bound, or, where the bound itself still belongs to the piece before, after it. */
    private void start(BigDecimal bound, boolean after) {
        BigDecimal units = bound.movePointRight(decimals);
        BigDecimal start = after
                ? units.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE)
                : units.setScale(0, RoundingMode.CEILING);
        boolean within = start.compareTo(BigDecimal.valueOf(from)) > 0 && start.compareTo(BigDecimal.valueOf(to)) <= 0;
        if (within) {
            starts.add(start.longValueExact());
        }
    }

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (long start : starts) {
            Long next = starts.higher(start);
            pieces.add(new Piece(start, next == null ? to : next - 1));
        }
        return pieces;
    }
}
