package org.fourportals.circumstances.picture;

import java.util.List;

/**
 * Where everything in a picture lies, in units of which the page decides: x to the right, y downwards, both from 0.
 *
 * @param boxes one for each spot, in the picture's order
 * @param lines one for each edge, in the picture's order
 */
public record Drawing(int width, int height, List<Box> boxes, List<Line> lines) {

    /** A spot's box: its upper left corner and its size. No two boxes touch. */
    public record Box(int spot, int x, int y, int width, int height) {}

    /** A point of a line. */
    public record Point(int x, int y) {}

    /** An edge from the lower side of one box to the upper side of another, through points between other boxes. */
    public record Line(int from, int to, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    public Drawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }
}
