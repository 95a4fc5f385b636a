package org.fourportals.certificate.internal;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.fourportals.base.Pen;
import org.fourportals.base.Pen.Style;
import org.fourportals.base.Text;
import org.fourportals.certificate.Statement.Shown;

/** The printed fields, a row each: label in both languages, value. Made smaller, then shortened, until they fit the space there is. */
final class FieldTable {

    private static final float[] SCALES = {1, 0.9f, 0.8f, 0.7f, 0.62f};
    private static final int[] LENGTHS = {400, 240, 140, 90};
    private static final float GAP = 6;

    private final Pen pen;
    private final float left;
    private final float right;
    private final Color ink;
    private final Color muted;
    private final Color rule;

    FieldTable(Pen pen, float left, float right, Color ink, Color muted, Color rule) {
        this.pen = pen;
        this.left = left;
        this.right = right;
        this.ink = ink;
        this.muted = muted;
        this.rule = rule;
    }

    /** @param inline whether the English label stands beside the Chinese, not below */
    private record Row(List<String> zhLabel, List<String> enLabel, boolean inline, List<String> zh, List<String> en, float height) {
    }

    /** Writes the fields between `top` and `bottom`. */
    void write(List<Shown> fields, float top, float bottom) throws IOException {
        if (fields.isEmpty()) {
            return;
        }
        for (float scale : SCALES) {
            List<Row> rows = rows(fields, scale);
            if (height(rows) <= top - bottom) {
                draw(rows, top, scale);
                return;
            }
        }
        float smallest = SCALES[SCALES.length - 1];
        List<Shown> fitting = fields;
        for (int length : LENGTHS) {
            fitting = fields.stream().map(f -> new Shown(f.label(), cut(f.value(), length))).toList();
            if (height(rows(fitting, smallest)) <= top - bottom) {
                break;
            }
        }
        int shown = fitting.size();
        while (shown > 1 && height(rows(withNote(fitting, shown), smallest)) > top - bottom) {
            shown--;
        }
        draw(rows(withNote(fitting, shown), smallest), top, smallest);
    }

    /** The first of the fields, and how many more there are. */
    private static List<Shown> withNote(List<Shown> fields, int shown) {
        int left = fields.size() - shown;
        if (left == 0) {
            return fields;
        }
        List<Shown> noted = new ArrayList<>(fields.subList(0, shown));
        noted.add(new Shown(new Text("其余", "Others"), new Text("另有 " + left + " 项，载于办件档案", left + " more, kept with the case")));
        return noted;
    }

    private static Text cut(Text value, int length) {
        return new Text(cut(value.zh(), length), cut(value.en(), length));
    }

    private static String cut(String value, int length) {
        return value.codePointCount(0, value.length()) <= length ? value : value.substring(0, value.offsetByCodePoints(0, length)) + "…";
    }

    private List<Row> rows(List<Shown> fields, float scale) throws IOException {
        List<Row> rows = new ArrayList<>();
        float labelWidth = labelWidth() - 14;
        float valueWidth = right - left - labelWidth();
        for (Shown field : fields) {
            List<String> zhLabel = pen.lines(field.label().zh(), labelWidth, label(scale));
            List<String> enLabel = pen.lines(field.label().en(), labelWidth, small(scale));
            List<String> zh = pen.lines(field.value().zh(), valueWidth, value(scale));
            List<String> en = field.value().en().equals(field.value().zh()) ? List.of()
                    : pen.lines(field.value().en(), valueWidth, small(scale));
            boolean inline = pen.width(field.label().zh(), label(scale)) + GAP * scale + pen.width(field.label().en(), small(scale)) <= labelWidth;
            float labels = zhLabel.size() * 13 + (inline ? 0 : enLabel.size() * 10);
            float values = zh.size() * 14.5f + en.size() * 10.5f;
            rows.add(new Row(zhLabel, enLabel, inline, zh, en, (Math.max(labels, values) + 9) * scale));
        }
        return rows;
    }

    private static float height(List<Row> rows) {
        return (float) rows.stream().mapToDouble(Row::height).sum();
    }

    private void draw(List<Row> rows, float top, float scale) throws IOException {
        float at = top;
        pen.line(left, at, right, at, 0.6f, rule);
        for (Row row : rows) {
            float base = at - 15.5f * scale;
            float label = pen.paragraph(row.zhLabel(), left, base, 13 * scale, label(scale));
            if (row.inline()) {
                pen.write(row.enLabel().getFirst(), left + pen.width(row.zhLabel().getFirst(), label(scale)) + GAP * scale, base, small(scale));
            } else {
                pen.paragraph(row.enLabel(), left, label + 2 * scale, 10 * scale, small(scale));
            }
            float value = pen.paragraph(row.zh(), left + labelWidth(), base, 14.5f * scale, value(scale));
            pen.paragraph(row.en(), left + labelWidth(), value + 2 * scale, 10.5f * scale, small(scale));
            at -= row.height();
            pen.line(left, at, right, at, 0.4f, rule);
        }
    }

    private float labelWidth() {
        return (right - left) * 0.36f;
    }

    private Style label(float scale) {
        return Style.of(Math.max(8, 10 * scale), muted);
    }

    private Style value(float scale) {
        return Style.of(11.5f * scale, ink);
    }

    private Style small(float scale) {
        return Style.of(Math.max(6.8f, 8 * scale), muted);
    }
}
