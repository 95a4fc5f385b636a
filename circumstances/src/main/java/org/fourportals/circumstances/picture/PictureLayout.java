package org.fourportals.circumstances.picture;

import java.util.ArrayList;
import java.util.List;
import org.fourportals.circumstances.Picture;

/**
 * Lays a picture out in rows: a row for each level of questions, the ends and what is folded in the last. Edges over
 * several rows get a place of their own in each row between, and everything in a row stands where its neighbours above
 * and below draw it (the method of Sugiyama, with barycentres).
 */
public final class PictureLayout {

    /** Sizes, in the units of the page: of boxes, between boxes of a row, between rows, and around it all. */
    public record Sizes(int boxWidth, int boxHeight, int gap, int rowGap, int margin) {

        public static final Sizes USUAL = new Sizes(168, 52, 28, 76, 16);

        public Sizes {
            if (boxWidth < 2 || boxHeight < 1 || gap < 1 || rowGap < 1 || margin < 0) {
                throw new IllegalArgumentException("boxes and gaps have a size");
            }
        }
    }

    private PictureLayout() {}

    /** In usual sizes. */
    public static Drawing of(Picture picture) {
        return of(picture, Sizes.USUAL);
    }

    /** The same picture is always laid out in the same way. */
    public static Drawing of(Picture picture, Sizes sizes) {
        int last = picture.spots().stream().mapToInt(spot -> spot instanceof Picture.Asked asked ? asked.level() + 1 : 0).max().orElse(0);
        Rows rows = new Rows(last + 1);
        List<Item> spots = new ArrayList<>();
        for (Picture.Spot spot : picture.spots()) {
            spots.add(rows.add(spot instanceof Picture.Asked asked ? asked.level() : last, sizes.boxWidth()));
        }
        List<List<Item>> courses = new ArrayList<>();
        for (Picture.Edge edge : picture.edges()) {
            courses.add(rows.join(spots.get(edge.from()), spots.get(edge.to())));
        }
        rows.order();
        rows.place(sizes.gap());
        List<Drawing.Box> boxes = new ArrayList<>();
        for (int i = 0; i < spots.size(); i++) {
            Item item = spots.get(i);
            boxes.add(new Drawing.Box(picture.spots().get(i).id(), left(item, sizes), top(item, sizes), sizes.boxWidth(), sizes.boxHeight()));
        }
        List<Drawing.Line> lines = new ArrayList<>();
        for (int i = 0; i < courses.size(); i++) {
            lines.add(line(picture.edges().get(i), courses.get(i), sizes));
        }
        int width = rows.width() + 2 * sizes.margin();
        int height = 2 * sizes.margin() + (last + 1) * sizes.boxHeight() + last * sizes.rowGap();
        return new Drawing(width, height, boxes, lines);
    }

    private static int left(Item item, Sizes sizes) {
        return sizes.margin() + (int) Math.round(item.x) - item.width / 2;
    }

    private static int top(Item item, Sizes sizes) {
        return sizes.margin() + item.row * (sizes.boxHeight() + sizes.rowGap());
    }

    private static Drawing.Line line(Picture.Edge edge, List<Item> course, Sizes sizes) {
        List<Drawing.Point> points = new ArrayList<>();
        for (int i = 0; i < course.size(); i++) {
            Item item = course.get(i);
            int x = sizes.margin() + (int) Math.round(item.x);
            if (i > 0) {
                points.add(new Drawing.Point(x, top(item, sizes)));
            }
            if (i + 1 < course.size()) {
                points.add(new Drawing.Point(x, top(item, sizes) + sizes.boxHeight()));
            }
        }
        return new Drawing.Line(edge.from(), edge.to(), points);
    }
}
