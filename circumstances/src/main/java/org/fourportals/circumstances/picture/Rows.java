package org.fourportals.circumstances.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a picture: brings each into an order with few crossings, then gives everything its place. */
final class Rows {

    private static final int SWEEPS = 12;
    private static final int PULLS = 24;
    private static final int EDGE_WIDTH = 8;

    private final List<List<Item>> rows = new ArrayList<>();
    private int width;

    Rows(int count) {
        for (int row = 0; row < count; row++) {
            rows.add(new ArrayList<>());
        }
    }

    Item add(int row, int itemWidth) {
        Item item = new Item(row, itemWidth);
        item.place = rows.get(row).size();
        rows.get(row).add(item);
        return item;
    }

    /** Joins two spots; returns the course of the edge, with its places in the rows between. */
    List<Item> join(Item from, Item to) {
        List<Item> course = new ArrayList<>(List.of(from));
        for (int row = from.row + 1; row <= to.row; row++) {
            Item next = row == to.row ? to : add(row, EDGE_WIDTH);
            next.above.add(course.getLast());
            course.getLast().below.add(next);
            course.add(next);
        }
        return course;
    }

    int width() {
        return width;
    }

    void order() {
        Map<Item, Integer> best = places();
        long fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 0; i < rows.size(); i++) {
                sort(rows.get(down ? i : rows.size() - 1 - i), down);
            }
            long now = crossings();
            if (now < fewest) {
                fewest = now;
                best = places();
            }
        }
        best.forEach((item, place) -> item.place = place);
        rows.forEach(row -> row.sort(Comparator.comparingInt(item -> item.place)));
    }

    private Map<Item, Integer> places() {
        Map<Item, Integer> places = new HashMap<>();
        rows.forEach(row -> row.forEach(item -> places.put(item, item.place)));
        return places;
    }

    private static void sort(List<Item> row, boolean down) {
        Map<Item, Double> wanted = new HashMap<>();
        row.forEach(item -> wanted.put(item, (down ? item.above : item.below).stream().mapToInt(one -> one.place).average().orElse(item.place)));
        row.sort(Comparator.comparing(wanted::get)); // stable: equal ones keep their order
        for (int place = 0; place < row.size(); place++) {
            row.get(place).place = place;
        }
    }

    /** Pairs of edges between neighbouring rows that cross. */
    private long crossings() {
        long crossings = 0;
        for (List<Item> row : rows) {
            List<int[]> edges = new ArrayList<>();
            row.forEach(item -> item.below.forEach(next -> edges.add(new int[] {item.place, next.place})));
            for (int i = 0; i < edges.size(); i++) {
                for (int j = 0; j < i; j++) {
                    int order = Integer.compare(edges.get(i)[0], edges.get(j)[0]);
                    crossings += order * Integer.compare(edges.get(i)[1], edges.get(j)[1]) < 0 ? 1 : 0;
                }
            }
        }
        return crossings;
    }

    /** Lets everything be drawn to its neighbours above and below in turn, as far as its row leaves room. */
    void place(int gap) {
        rows.forEach(row -> row.forEach(item -> item.x = (double) item.place * gap));
        for (int pull = 0; pull <= PULLS; pull++) {
            boolean down = pull % 2 == 0;
            for (int i = 0; i < rows.size(); i++) {
                settle(rows.get(down ? i : rows.size() - 1 - i), down, gap);
            }
        }
        double least = rows.stream().flatMap(List::stream).mapToDouble(item -> item.x - item.width / 2.0).min().orElse(0);
        rows.forEach(row -> row.forEach(item -> item.x = Math.round(item.x - least)));
        width = (int) Math.ceil(rows.stream().flatMap(List::stream).mapToDouble(item -> item.x + item.width / 2.0).max().orElse(0));
    }

    /** Gives way to the right, then to the left, and takes the middle: both keep the distances, so the middle does. */
    private static void settle(List<Item> row, boolean down, int gap) {
        int count = row.size();
        double[] right = new double[count];
        double[] left = new double[count];
        for (int i = 0; i < count; i++) {
            double wanted = wanted(row.get(i), down);
            right[i] = i == 0 ? wanted : Math.max(wanted, right[i - 1] + apart(row.get(i - 1), row.get(i), gap));
        }
        for (int i = count - 1; i >= 0; i--) {
            double wanted = wanted(row.get(i), down);
            left[i] = i == count - 1 ? wanted : Math.min(wanted, left[i + 1] - apart(row.get(i), row.get(i + 1), gap));
        }
        for (int i = 0; i < count; i++) {
            row.get(i).x = (right[i] + left[i]) / 2;
        }
    }

    private static double wanted(Item item, boolean down) {
        return (down ? item.above : item.below).stream().mapToDouble(one -> one.x).average().orElse(item.x);
    }

    private static double apart(Item one, Item other, int gap) {
        return (one.width + other.width) / 2.0 + gap + 1;
    }
}
