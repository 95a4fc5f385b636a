package org.fourportals.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure. A plain name is ours in the headline mode, repeated for each peer with `ratio`, ours by theirs;
 * a peer's own value and variants are called name.variant. Shares are from 0 to 1.
 */
public record Figure(String name, double value, String unit, @Nullable String peer, @Nullable Double ratio) {

    /** A figure by itself. */
    public static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, null, null);
    }

    /** Our value beside a peer's. */
    public static Figure beside(String name, double value, String unit, String peer, double theirs) {
        return new Figure(name, value, unit, peer, value / theirs);
    }

    /** The line that is printed. */
    @Override
    public String toString() {
        return name + " " + shown(value) + " " + unit + (peer == null ? "" : " peer=" + peer)
                + (ratio == null ? "" : " ratio=" + shown(ratio));
    }

    /** A number with as many digits as make sense; never in powers of ten. */
    static String shown(double number) {
        double size = Math.abs(number);
        if (number == Math.rint(number) || size >= 1000) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 0.01 ? "%.3f" : "%.6f", number);
    }
}
