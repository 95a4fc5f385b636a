package org.fourportals.portal.office;

import java.util.ArrayList;
import java.util.List;

/**
 * What changed between two texts, line by line, with a few unchanged lines around. The longest common part is found exactly where the texts
 * differ in up to some thousand lines; beyond that the whole differing part is shown as taken out and put in.
 */
public final class LineDifference {

    private static final int AROUND = 3;
    private static final long MOST_CELLS = 6_000_000;

    private LineDifference() {
    }

    /** What became of a line. `GAP` stands for unchanged lines left out. */
    public enum Kind { SAME, OUT, IN, GAP }

    /** A line; `number` counts in the text it stands in, the new one where both have it; 0 for a gap. */
    public record Row(Kind kind, int number, String text) {
    }

    /** The lines that changed and those around them; empty where nothing did. */
    public static List<Row> between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int head = 0;
        while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < old.size() - head && tail < now.size() - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            rows.add(new Row(Kind.SAME, i + 1, now.get(i)));
        }
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), head, rows);
        for (int i = now.size() - tail; i < now.size(); i++) {
            rows.add(new Row(Kind.SAME, i + 1, now.get(i)));
        }
        return shortened(rows);
    }

    private static void middle(List<String> old, List<String> now, int offset, List<Row> rows) {
        int[][] common = (long) old.size() * now.size() > MOST_CELLS ? new int[0][] : common(old, now);
        int i = 0;
        int j = 0;
        while (common.length > 0 && i < old.size() && j < now.size()) {
            if (old.get(i).equals(now.get(j))) {
                rows.add(new Row(Kind.SAME, offset + ++j, old.get(i++)));
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                rows.add(new Row(Kind.OUT, offset + i + 1, old.get(i++)));
            } else {
                rows.add(new Row(Kind.IN, offset + j + 1, now.get(j++)));
            }
        }
        while (i < old.size()) {
            rows.add(new Row(Kind.OUT, offset + i + 1, old.get(i++)));
        }
        while (j < now.size()) {
            rows.add(new Row(Kind.IN, offset + j + 1, now.get(j++)));
        }
    }

    /** How many lines the rests from each pair of places on have in common. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Row> shortened(List<Row> rows) {
        boolean[] near = new boolean[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).kind() != Kind.SAME) {
                for (int k = Math.max(0, i - AROUND); k <= Math.min(rows.size() - 1, i + AROUND); k++) {
                    near[k] = true;
                }
            }
        }
        List<Row> kept = new ArrayList<>();
        boolean gap = false;
        boolean any = false;
        for (int i = 0; i < rows.size(); i++) {
            if (near[i]) {
                if (gap && any) {
                    kept.add(new Row(Kind.GAP, 0, ""));
                }
                kept.add(rows.get(i));
                any = true;
                gap = false;
            } else {
                gap = true;
            }
        }
        return List.copyOf(kept);
    }
}
