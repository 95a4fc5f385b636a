package org.fourportals.portal.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.fourportals.casework.CaseState;
import org.fourportals.casework.Lifecycle;

/**
 * Where everything lies in the picture of the {@link Lifecycle}: one row a state, in the order of life; a way to the next row goes straight down, every other
 * has a lane of its own beside the states, at the right where it leads on and at the left where it leads back. So no way crosses a state, and the picture
 * stays as narrow as a phone.
 */
final class LifecycleDrawing {

    static final int BOX_WIDTH = 136;
    static final int BOX_HEIGHT = 58;
    private static final int ROW = 96;
    private static final int LANE = 22;
    private static final int MARGIN = 14;

    private final List<CaseState> rows = List.of(CaseState.values());
    private final List<Lifecycle.Way> ways = moving();
    private final Map<Lifecycle.Way, Integer> lanes = new HashMap<>();
    private final int left;
    private final int right;

    private LifecycleDrawing() {
        left = assign(ways.stream().filter(way -> span(way) < 0).toList());
        right = assign(ways.stream().filter(way -> span(way) > 1).toList());
    }

    /** A state's box: its upper left corner. */
    record Box(CaseState state, int x, int y) {
    }

    /** A way: its number in the table, its path of SVG, and where the number stands. */
    record Line(Lifecycle.Way way, int number, String path, int x, int y) {
    }

    static LifecycleDrawing of() {
        return new LifecycleDrawing();
    }

    /** The ways that lead to another state, in the order of their numbers from 1. */
    static List<Lifecycle.Way> moving() {
        return Lifecycle.ways().stream().filter(way -> way.from() != null && way.moves()).toList();
    }

    int width() {
        return 2 * MARGIN + (left + right) * LANE + BOX_WIDTH;
    }

    int height() {
        return 2 * MARGIN + (rows.size() - 1) * ROW + BOX_HEIGHT;
    }

    List<Box> boxes() {
        return rows.stream().map(state -> new Box(state, boxX(), boxY(state))).toList();
    }

    List<Line> lines() {
        return IntStream.range(0, ways.size()).mapToObj(i -> span(ways.get(i)) == 1 ? straight(ways.get(i), i + 1) : around(ways.get(i), i + 1)).toList();
    }

    private Line straight(Lifecycle.Way way, int number) {
        int x = boxX() + BOX_WIDTH / 2;
        int from = boxY(way.from()) + BOX_HEIGHT;
        int to = boxY(way.to());
        return new Line(way, number, "M %d %d V %d".formatted(x, from, to), x, (from + to) / 2 - 3);
    }

    private Line around(Lifecycle.Way way, int number) {
        boolean back = span(way) < 0;
        int side = back ? boxX() : boxX() + BOX_WIDTH;
        int lane = side + (back ? -1 : 1) * LANE * (lanes.getOrDefault(way, 0) + 1);
        int from = port(way, way.from(), back);
        int to = port(way, way.to(), back);
        return new Line(way, number, "M %d %d H %d V %d H %d".formatted(side, from, lane, to, side), lane, from + (back ? -1 : 1) * 20);
    }

    /** Where a way touches a state: those that come from above before those that go on below, so that they do not cross. */
    private int port(Lifecycle.Way way, CaseState state, boolean back) {
        List<Lifecycle.Way> touching = new ArrayList<>(ways.stream().filter(w -> w.from() == state || w.to() == state)
                .filter(w -> back ? span(w) < 0 : span(w) > 1).toList());
        touching.sort(Comparator.comparingInt((Lifecycle.Way w) -> comesFromAbove(w, state) ? lanes.getOrDefault(w, 0) : 1_000 - lanes.getOrDefault(w, 0)));
        return boxY(state) + BOX_HEIGHT * (touching.indexOf(way) + 1) / (touching.size() + 1);
    }

    private boolean comesFromAbove(Lifecycle.Way way, CaseState state) {
        CaseState other = way.from() == state ? way.to() : way.from();
        return rows.indexOf(other) < rows.indexOf(state);
    }

    /** The shortest inside, each in the first lane where no other runs beside it; returns how many there are. */
    private int assign(List<Lifecycle.Way> around) {
        int used = 0;
        List<Lifecycle.Way> placed = new ArrayList<>();
        for (Lifecycle.Way way : around.stream().sorted(Comparator.comparingInt(w -> Math.abs(span(w)))).toList()) {
            int lane = 0;
            while (isTaken(placed, lane, way)) {
                lane++;
            }
            lanes.put(way, lane);
            placed.add(way);
            used = Math.max(used, lane + 1);
        }
        return used;
    }

    private boolean isTaken(List<Lifecycle.Way> placed, int lane, Lifecycle.Way way) {
        return placed.stream().anyMatch(other -> lanes.getOrDefault(other, -1) == lane && upper(other) <= lower(way) && upper(way) <= lower(other));
    }

    private int upper(Lifecycle.Way way) {
        return Math.min(rows.indexOf(way.from()), rows.indexOf(way.to()));
    }

    private int lower(Lifecycle.Way way) {
        return Math.max(rows.indexOf(way.from()), rows.indexOf(way.to()));
    }

    private int span(Lifecycle.Way way) {
        return rows.indexOf(way.to()) - rows.indexOf(way.from());
    }

    private int boxX() {
        return MARGIN + left * LANE;
    }

    private int boxY(CaseState state) {
        return MARGIN + rows.indexOf(state) * ROW;
    }
}
