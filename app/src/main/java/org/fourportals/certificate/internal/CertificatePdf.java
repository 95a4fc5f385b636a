package org.fourportals.certificate.internal;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.fourportals.base.CityFont;
import org.fourportals.base.Pen;
import org.fourportals.base.QrCode;
import org.fourportals.base.Text;
import org.fourportals.certificate.Certificate;
import org.fourportals.certificate.Statement;
import org.fourportals.base.Pen.Style;
import org.springframework.stereotype.Component;

/**
 * The certificate on paper: one page of A4, Chinese and English together, with the code by which anybody verifies it. The signed
 * attestation travels in the document's information under {@value #ATTESTATION}.
 */
@Component
public class CertificatePdf {

    /** Key of the attestation (a compact JWS) in the PDF's information dictionary. */
    public static final String ATTESTATION = "FourPortalsAttestation";

    private static final Color INK = new Color(0x16, 0x24, 0x2c);
    private static final Color ACCENT = new Color(0x0f, 0x4c, 0x5c);
    private static final Color MUTED = new Color(0x55, 0x66, 0x70);
    private static final Color RULE = new Color(0xc3, 0xd0, 0xd5);
    private static final Color FAINT = new Color(0xe6, 0xee, 0xf0);
    private static final float WIDTH = PDRectangle.A4.getWidth();
    private static final float HEIGHT = PDRectangle.A4.getHeight();
    private static final float CENTRE = WIDTH / 2;
    private static final float LEFT = 78;
    private static final float RIGHT = WIDTH - LEFT;
    private static final float TEXT = RIGHT - LEFT;
    private static final float QR = 104;
    private static final float FOOT = 234;

    private final CityFont typeface;

    public CertificatePdf(CityFont typeface) {
        this.typeface = typeface;
    }

    /**
     * @param code the verification code in groups, as printed
     * @param link the address the QR code leads to
     */
    public byte[] draw(Certificate certificate, String code, String link) {
        Statement says = certificate.statement();
        synchronized (typeface) {
            try (PDDocument document = new PDDocument()) {
                describe(document, certificate);
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                PDFont font = typeface.embedIn(document);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    Pen pen = new Pen(content, font, typeface);
                    ornament(pen);
                    float fields = head(pen, says);
                    new FieldTable(pen, LEFT, RIGHT, INK, MUTED, RULE).write(says.shown(), fields, FOOT + 14);
                    foot(pen, says);
                    qrCode(pen, link);
                    notes(pen, says, code, link);
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                document.save(bytes);
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException("Certificate " + says.number() + " cannot be drawn", e);
            }
        }
    }

    private static void describe(PDDocument document, Certificate certificate) {
        Statement says = certificate.statement();
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(says.title().zh() + " " + says.title().en() + " " + says.number());
        information.setAuthor(says.department().zh());
        information.setCustomMetadataValue(ATTESTATION, certificate.attestation());
        Calendar issued = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        issued.setTimeInMillis(says.issuedAt().toEpochMilli());
        information.setCreationDate(issued);
        document.getDocumentCatalog().setLanguage("zh-CN");
        PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private static void ornament(Pen pen) throws IOException {
        pen.rosette(CENTRE, HEIGHT / 2 + 20, 170, FAINT);
        pen.frame(26, 26, WIDTH - 52, HEIGHT - 52, 1.6f, ACCENT);
        pen.frame(31, 31, WIDTH - 62, HEIGHT - 62, 0.4f, ACCENT);
    }

    /** Answers where the fields begin. */
    private static float head(Pen pen, Statement says) throws IOException {
        pen.centre(says.department().zh(), CENTRE, 778, TEXT, Style.of(12, ACCENT).spaced(2));
        pen.centre(says.department().en(), CENTRE, 763, TEXT, Style.of(8.5f, MUTED));
        pen.centre(says.title().zh(), CENTRE, 712, TEXT, Style.of(30, INK).heavy().spaced(3));
        pen.centre(says.title().en(), CENTRE, 688, TEXT, Style.of(13, MUTED));
        pen.line(CENTRE - 30, 673, CENTRE + 30, 673, 1.6f, ACCENT);
        pen.centre("编号 No. " + says.number(), CENTRE, 652, TEXT, Style.of(10, MUTED));
        pen.centre("持有人 · Holder", CENTRE, 612, TEXT, Style.of(9.5f, MUTED));
        pen.centre(says.holder(), CENTRE, 581, TEXT - 40, Style.of(23, INK).heavy().spaced(1.5f));
        pen.line(CENTRE - 110, 571, CENTRE + 110, 571, 0.6f, RULE);
        float at = centred(pen, says.says().zh(), 544, 20, Style.of(12.5f, INK));
        return centred(pen, says.says().en(), at + 3, 14, Style.of(9.5f, MUTED)) - 8;
    }

    private static float centred(Pen pen, String text, float y, float leading, Style style) throws IOException {
        float at = y;
        for (String line : pen.balanced(text, TEXT - 30, style)) {
            pen.centre(line, CENTRE, at, TEXT, style);
            at -= leading;
        }
        return at;
    }

    private static void foot(Pen pen, Statement says) throws IOException {
        float at = FOOT - 22;
        at = entry(pen, "颁发机关 Issued by", says.department(), at);
        at = entry(pen, "颁发日期 Date of issue", date(says.issued()), at);
        at = entry(pen, "有效期至 Valid until",
                says.validUntil() == null ? new Text("长期", "without end") : date(says.validUntil()), at);
        if (!says.laws().isEmpty()) {
            entry(pen, "依据 Legal basis", new Text(says.laws().stream().map(Text::zh).collect(Collectors.joining("；")),
                    says.laws().stream().map(Text::en).collect(Collectors.joining("; "))), at);
        }
    }

    private static float entry(Pen pen, String label, Text value, float y) throws IOException {
        float most = RIGHT - QR - 24 - LEFT - 106;
        pen.write(label, LEFT, y, Style.of(8, MUTED));
        Style main = Style.of(10, INK);
        Style small = Style.of(8, MUTED);
        float at = pen.paragraph(shortened(pen.lines(value.zh(), most, main)), LEFT + 106, y, 13, main);
        if (value.zh().equals(value.en())) {
            return at - 6;
        }
        float zh = pen.width(value.zh(), main);
        if (zh + 8 + pen.width(value.en(), small) <= most) {
            pen.write(value.en(), LEFT + 106 + zh + 8, y, small);
        } else {
            at = pen.paragraph(shortened(pen.lines(value.en(), most, small)), LEFT + 106, at + 1.5f, 10.5f, small);
        }
        return at - 6;
    }

    /** Two lines at most. */
    private static List<String> shortened(List<String> lines) {
        return lines.size() <= 2 ? lines : List.of(lines.get(0), lines.get(1) + " …");
    }

    private static Text date(LocalDate day) {
        return new Text(day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日", day.toString());
    }

    private static void qrCode(Pen pen, String link) throws IOException {
        QrCode code = QrCode.of(link);
        float module = QR / code.size();
        float left = RIGHT - QR;
        float top = FOOT - 4;
        pen.fill(left - QrCode.QUIET * module, top - QR - QrCode.QUIET * module, QR + 2 * QrCode.QUIET * module,
                QR + 2 * QrCode.QUIET * module, Color.WHITE);
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                if (code.isDark(column, row)) {
                    pen.fill(left + column * module, top - (row + 1) * module, module + 0.05f, module + 0.05f, Color.BLACK);
                }
            }
        }
        pen.centre("扫码核验 Scan to verify", left + QR / 2, top - QR - 15, QR + 30, Style.of(8, MUTED));
    }

    private static void notes(Pen pen, Statement says, String code, String link) throws IOException {
        pen.line(LEFT, 98, RIGHT, 98, 0.5f, RULE);
        pen.centre("核验码 Verification code   " + code, CENTRE, 84, TEXT, Style.of(9, INK));
        Style small = Style.of(7, MUTED);
        String address = link.substring(0, Math.max(0, link.lastIndexOf('/')));
        pen.centre("本证照由政务系统签发并经电子签名（Ed25519）；纸面内容以扫码或在 " + address + " 输入核验码所示状态为准，涂改无效。", CENTRE, 69, TEXT + 40, small);
        pen.centre("Issued and electronically signed (Ed25519) by the city's system. What the verification page shows for this code prevails; "
                + "alterations are void.", CENTRE, 58, TEXT + 40, small);
        if (!pen.canWrite(says.holder() + says.shown())) {
            pen.centre("字符“〓”表示字库暂缺的字。The sign 〓 stands for a character the typeface lacks.", CENTRE, 47, TEXT + 40, small);
        }
    }
}
