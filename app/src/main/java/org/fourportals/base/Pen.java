package org.fourportals.base;

import java.awt.Color;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Writes and draws on a page of a PDF, in points from its lower left corner. */
public final class Pen {

    private static final int ROSETTE_POINTS = 4800;

    private final PDPageContentStream page;
    private final PDFont font;
    private final CityFont typeface;

    public Pen(PDPageContentStream page, PDFont font, CityFont typeface) {
        this.page = page;
        this.font = font;
        this.typeface = typeface;
    }

    /** How text looks. @param bold 0 for regular, else the outline's width as a share of the size */
    public record Style(float size, float bold, float spacing, Color color) {
        public static Style of(float size, Color color) {
            return new Style(size, 0, 0, color);
        }

        public Style heavy() {
            return new Style(size, 0.035f, spacing, color);
        }

        public Style spaced(float points) {
            return new Style(size, bold, points, color);
        }

        public Style sized(float other) {
            return new Style(other, bold, spacing, color);
        }
    }

    public float width(String text, Style style) throws IOException {
        String printable = typeface.printable(text);
        return font.getStringWidth(printable) / 1000 * style.size() + style.spacing() * Math.max(0, printable.codePointCount(0, printable.length()) - 1);
    }

    public void write(String text, float x, float y, Style style) throws IOException {
        page.beginText();
        page.setFont(font, style.size());
        page.setNonStrokingColor(style.color());
        page.setStrokingColor(style.color());
        page.setCharacterSpacing(style.spacing());
        page.setRenderingMode(style.bold() > 0 ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        page.setLineWidth(style.bold() * style.size());
        page.newLineAtOffset(x, y);
        page.showText(typeface.printable(text));
        page.endText();
    }

    /** Centred about `x`, smaller where it would be wider than `most`. */
    public void centre(String text, float x, float y, float most, Style style) throws IOException {
        float wide = width(text, style);
        Style fitting = wide <= most ? style : style.spaced(0).sized(style.size() * most / width(text, style.spaced(0)));
        if (fitting.size() > style.size()) {
            fitting = fitting.sized(style.size());
        }
        write(text, x - width(text, fitting) / 2, y, fitting);
    }

    /** The text in lines no wider than `most`; breaks as the language allows. */
    public List<String> lines(String text, float most, Style style) throws IOException {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.SIMPLIFIED_CHINESE);
        breaks.setText(text.strip());
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String word = text.strip().substring(from, to);
            if (!line.isEmpty() && width(line + word, style) > most) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
            while (width(line.toString(), style) > most) {
                int fits = fitting(line.toString(), most, style);
                lines.add(line.substring(0, fits));
                line.delete(0, fits);
            }
        }
        lines.add(line.toString().strip());
        return lines;
    }

    /** Writes lines downwards from the baseline `y`; answers the baseline after the last. */
    public float paragraph(List<String> lines, float x, float y, float leading, Style style) throws IOException {
        float at = y;
        for (String line : lines) {
            write(line, x, at, style);
            at -= leading;
        }
        return at;
    }

    public void line(float fromX, float fromY, float toX, float toY, float width, Color color) throws IOException {
        page.setStrokingColor(color);
        page.setLineWidth(width);
        page.moveTo(fromX, fromY);
        page.lineTo(toX, toY);
        page.stroke();
    }

    public void frame(float x, float y, float width, float height, float line, Color color) throws IOException {
        page.setStrokingColor(color);
        page.setLineWidth(line);
        page.addRect(x, y, width, height);
        page.stroke();
    }

    public void fill(float x, float y, float width, float height, Color color) throws IOException {
        page.setNonStrokingColor(color);
        page.addRect(x, y, width, height);
        page.fill();
    }

    /** A rosette of one fine line with 48 loops, so that a copied patch is seen. */
    public void rosette(float x, float y, float radius, Color color) throws IOException {
        page.setStrokingColor(color);
        page.setLineWidth(0.4f);
        for (int i = 0; i <= ROSETTE_POINTS; i++) {
            double turn = 2 * Math.PI * i / ROSETTE_POINTS;
            float px = (float) (x + radius * (0.64 * Math.cos(turn) + 0.36 * Math.cos(-47 * turn)));
            float py = (float) (y + radius * (0.64 * Math.sin(turn) + 0.36 * Math.sin(-47 * turn)));
            if (i == 0) {
                page.moveTo(px, py);
            } else {
                page.lineTo(px, py);
            }
        }
        page.stroke();
    }

    /** As {@link #lines}, but of about equal length, so that no word stands alone below. */
    public List<String> balanced(String text, float most, Style style) throws IOException {
        List<String> best = lines(text, most, style);
        for (float narrower = most * 0.96f; narrower > most / 2; narrower -= most * 0.04f) {
            List<String> lines = lines(text, narrower, style);
            if (lines.size() > best.size()) {
                return best;
            }
            best = lines;
        }
        return best;
    }

    public boolean canWrite(String text) {
        return typeface.printable(text).indexOf(CityFont.MISSING) < 0;
    }

    private int fitting(String text, float most, Style style) throws IOException {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length() && width(text.substring(0, text.offsetByCodePoints(end, 1)), style) <= most) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }
}
