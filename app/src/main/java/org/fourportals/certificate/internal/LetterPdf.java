package org.fourportals.certificate.internal;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.fourportals.base.CityFont;
import org.fourportals.base.Pen;
import org.fourportals.base.Pen.Style;
import org.fourportals.base.Text;
import org.fourportals.certificate.DecisionLetter;
import org.springframework.stereotype.Component;

/** A letter on A4, first in Chinese, then in English, on as many pages as its reasons need. */
@Component
public class LetterPdf {

    private static final Color INK = new Color(0x16, 0x24, 0x2c);
    private static final Color MUTED = new Color(0x55, 0x66, 0x70);
    private static final float LEFT = 72;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 84;
    private static final float BOTTOM = 72;

    private final CityFont typeface;

    public LetterPdf(CityFont typeface) {
        this.typeface = typeface;
    }

    /** A paragraph and how it stands. */
    private record Part(String text, Style style, float leading, float after, Place place) {
    }

    private enum Place { LEFT, CENTRE, RIGHT }

    public byte[] draw(DecisionLetter letter) {
        synchronized (typeface) {
            try (PDDocument document = new PDDocument()) {
                document.getDocumentInformation().setTitle(letter.title().zh() + " " + letter.number());
                document.getDocumentInformation().setAuthor(letter.department().zh());
                document.getDocumentCatalog().setLanguage("zh-CN");
                write(document, parts(letter));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                document.save(bytes);
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException("The letter of case " + letter.number() + " cannot be drawn", e);
            }
        }
    }

    private static List<Part> parts(DecisionLetter letter) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(letter.department().zh(), Style.of(13, INK).spaced(2), 20, 16, Place.CENTRE));
        parts.add(new Part(letter.title().zh(), Style.of(22, INK).heavy().spaced(3), 30, 4, Place.CENTRE));
        parts.add(new Part("编号 " + letter.number(), Style.of(10, MUTED), 14, 22, Place.CENTRE));
        parts.add(body(letter.applicant() + "："));
        parts.add(body("你于" + zh(letter.handedIn()) + "提出的“" + letter.affair().zh() + "”申请已收悉。" + letter.outcome().zh()));
        addIf(parts, letter.reasonZh(), "理由：");
        addIf(parts, laws(letter, Text::zh, "；"), "依据：");
        if (!letter.granted()) {
            parts.add(body("如不服本决定，可以自知道本决定之日起六十日内申请行政复议（行政复议法第二十条），或者六个月内向人民法院提起行政诉讼（行政诉讼法第四十六条）。"));
        }
        parts.add(new Part(letter.department().zh() + "　" + zh(letter.decided()), Style.of(11.5f, INK), 18, 26, Place.RIGHT));
        parts.add(new Part(letter.title().en() + " · No. " + letter.number(), Style.of(12.5f, INK).heavy(), 17, 8, Place.LEFT));
        parts.add(small("To " + letter.applicant() + ". On " + letter.handedIn() + " you applied for “" + letter.affair().en() + "”. " + letter.outcome().en()));
        addSmallIf(parts, letter.reasonEn(), "Reasons: ");
        addSmallIf(parts, laws(letter, Text::en, "; "), "Legal basis: ");
        if (!letter.granted()) {
            parts.add(small("If you do not agree, you may apply for administrative reconsideration within sixty days of learning of this decision (Administrative Reconsideration Law, "
                    + "article 20), or bring an action before a people's court within six months (Administrative Litigation Law, article 46)."));
        }
        parts.add(new Part(letter.department().en() + ", " + letter.decided(), Style.of(10, MUTED), 14, 0, Place.RIGHT));
        return parts;
    }

    private static String laws(DecisionLetter letter, java.util.function.Function<Text, String> language, String between) {
        return letter.laws().stream().map(language).collect(Collectors.joining(between));
    }

    private static void addIf(List<Part> parts, String text, String before) {
        if (!text.isBlank()) {
            parts.add(body(before + text));
        }
    }

    private static void addSmallIf(List<Part> parts, String text, String before) {
        if (!text.isBlank()) {
            parts.add(small(before + text));
        }
    }

    private static Part body(String text) {
        return new Part(text, Style.of(12, INK), 20, 8, Place.LEFT);
    }

    private static Part small(String text) {
        return new Part(text, Style.of(10, INK), 14.5f, 7, Place.LEFT);
    }

    private void write(PDDocument document, List<Part> parts) throws IOException {
        PDFont font = typeface.embedIn(document);
        PDPageContentStream content = page(document);
        try {
            float at = TOP;
            for (Part part : parts) {
                Pen pen = new Pen(content, font, typeface);
                for (String line : lines(pen, part)) {
                    if (at < BOTTOM) {
                        content.close();
                        content = page(document);
                        pen = new Pen(content, font, typeface);
                        at = TOP;
                    }
                    float x = part.place() == Place.LEFT ? LEFT : part.place() == Place.RIGHT ? LEFT + WIDTH - pen.width(line, part.style())
                            : LEFT + (WIDTH - pen.width(line, part.style())) / 2;
                    pen.write(line, x, at, part.style());
                    at -= part.leading();
                }
                at -= part.after();
            }
        } finally {
            content.close();
        }
    }

    /** A reason may have lines of its own. */
    private static List<String> lines(Pen pen, Part part) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String each : part.text().split("\\R")) {
            if (!each.isBlank()) {
                lines.addAll(pen.lines(each, WIDTH, part.style()));
            }
        }
        return lines;
    }

    private static PDPageContentStream page(PDDocument document) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    private static String zh(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
