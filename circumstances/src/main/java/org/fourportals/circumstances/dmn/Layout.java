package org.fourportals.circumstances.dmn;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a modeller draws each element: inputs at the bottom, every decision above all that it needs. */
final class Layout {

    /** A box: its upper left corner and its size. */
    record Box(int x, int y, int width, int height) {}

    private static final int STEP_X = 220;
    private static final int STEP_Y = 170;
    private static final int MARGIN = 60;

    private Layout() {}

    /** Boxes by element name; elements come after those that they need. */
    static Map<String, Box> boxes(List<Element> elements) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        Map<Integer, Integer> widths = new HashMap<>();
        int highest = 0;
        int widest = 0;
        for (Element element : elements) {
            int level = element.needs().stream().mapToInt(need -> levels.get(need) + 1).max().orElse(
                    element instanceof Element.Input ? 0 : 1);
            levels.put(element.name(), level);
            highest = Math.max(highest, level);
            widest = Math.max(widest, widths.merge(level, 1, Integer::sum));
        }
        Map<Integer, Integer> placed = new HashMap<>();
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (Element element : elements) {
            int level = levels.get(element.name());
            int place = placed.merge(level, 1, Integer::sum) - 1;
            int indent = (widest - widths.get(level)) * STEP_X / 2;
            boolean input = element instanceof Element.Input;
            boxes.put(element.name(), new Box(MARGIN + indent + place * STEP_X, MARGIN + (highest - level) * STEP_Y,
                    180, input ? 50 : 80));
        }
        return boxes;
    }
}
