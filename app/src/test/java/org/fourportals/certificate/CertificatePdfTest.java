package org.fourportals.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.certificate.internal.CertificatePdf;
import org.fourportals.base.CityFont;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificatePdfTest {

    private static final CertificatePdf PDF = new CertificatePdf(new CityFont());
    private static final String LINK = "https://city.example/verify/0123456789ABCDEFGHJKMNPQRSTV";

    @Test
    void isOnePageThatSaysEverythingInBothLanguages() throws Exception {
        try (PDDocument document = Loader.loadPDF(draw("王小芳", fields(3, "P-1"), LocalDate.of(2027, 11, 21)))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document)).contains("已签注的浙江省居住证", "Renewed Zhejiang residence permit", "王小芳",
                    "Z26-0000-0001-K", "杭州市公安局", "Public Security Bureau", "2026年11月21日", "2027年11月21日", "居住证暂行条例", "0123 4567 89AB", "P-1 0");
            assertThat(document.getDocumentInformation().getCustomMetadataValue(CertificatePdf.ATTESTATION)).isEqualTo("a.b.c");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
        }
    }

    @Test
    void carriesOnlyTheCharactersItUses() throws Exception {
        byte[] pdf = draw("王小芳", fields(3, "P-1"), null);
        assertThat(pdf.length).isLessThan(200_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC.*");
            }
        }
    }

    @Test
    void aPhoneReadsTheCodeOnThePrintedPage() throws Exception {
        try (PDDocument document = Loader.loadPDF(draw("王小芳", fields(3, "P-1"), null))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
            assertThat(new QRCodeReader().decode(bitmap, Collections.singletonMap(DecodeHintType.TRY_HARDER, true)).getText()).isEqualTo(LINK);
        }
    }

    @Test
    void printsNamesOfEveryKindAndMarksWhatTheTypefaceLacks() throws Exception {
        String odd = "𠮷\uDBFF\uDFFD <b>\"O'Neil\"</b> 👩 \u202E\n\t(x) \\";
        try (PDDocument document = Loader.loadPDF(draw(odd, fields(1, odd), null))) {
            assertThat(new PDFTextStripper().getText(document)).contains("<b>\"O'Neil\"</b>", "〓", "长期");
        }
        assertThat(draw("阿卜杜热合曼·阿卜杜外力·".repeat(8), fields(1, "x"), null)).isNotEmpty();
    }

    @Test
    void howeverMuchThereIsToShowNothingIsWrittenOverTheFoot() throws Exception {
        for (List<Statement.Shown> fields : List.of(fields(9, "一行"), fields(40, "第"), fields(4, "长文本".repeat(600)), fields(3, "x".repeat(3000)))) {
            byte[] pdf = draw("王小芳", fields, null);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                String text = new PDFTextStripper().getText(document);
                assertThat(text).contains("颁发机关", "核验码");
                assertThat(lowest(document, "字段")).as("labels stay above the foot").isGreaterThan(234);
            }
        }
        try (PDDocument document = Loader.loadPDF(draw("王小芳", fields(40, "第"), null))) {
            assertThat(new PDFTextStripper().getText(document)).containsPattern("另有 \\d+ 项");
        }
    }

    @Test
    void manyAreDrawnAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<byte[]>> calls = IntStream.range(0, 8).<Callable<byte[]>>mapToObj(i -> () -> draw("王小芳" + i, fields(3, "P" + i), null)).toList();
            for (var drawn : threads.invokeAll(calls)) {
                try (PDDocument document = Loader.loadPDF(drawn.get())) {
                    assertThat(new PDFTextStripper().getText(document)).contains("王小芳");
                }
            }
        }
    }

    /** Height above the page's foot of the lowest line that begins like this. */
    private static float lowest(PDDocument document, String beginning) throws Exception {
        float[] lowest = {Float.MAX_VALUE};
        new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<org.apache.pdfbox.text.TextPosition> positions) {
                if (text.startsWith(beginning)) {
                    lowest[0] = Math.min(lowest[0], positions.getFirst().getPageHeight() - positions.getFirst().getYDirAdj());
                }
            }
        }.getText(document);
        return lowest[0];
    }

    static byte[] draw(String holder, List<Statement.Shown> fields, @Nullable LocalDate validUntil) {
        Statement says = new Statement("Z26-0000-0001-K", "0123456789ABCDEFGHJKMNPQRSTV", "26-0000-0123-K", "residence-permit-renewal", "v1",
                new Text("浙江省居住证签注", "Renew a Zhejiang residence permit"), new Text("已签注的浙江省居住证", "Renewed Zhejiang residence permit"),
                new Text("该居住证已完成年度签注，在有效期内持证人享有居住证规定的公共服务和便利。",
                        "This residence permit has been renewed for the year, and its holder is entitled to the services that go with it."),
                holder, false, fields, new Text("杭州市公安局", "Public Security Bureau"),
                List.of(new Text("居住证暂行条例", "Interim Regulations on Residence Permits")), Instant.parse("2026-11-20T17:30:00Z"),
                LocalDate.of(2026, 11, 21), validUntil);
        Certificate certificate = new Certificate(UUID.randomUUID(), UUID.randomUUID(), new Subject(1), says, "a.b.c", null);
        return PDF.draw(certificate, new VerificationCode(says.code()).grouped(), LINK);
    }

    static List<Statement.Shown> fields(int count, String value) {
        return IntStream.range(0, count).mapToObj(i -> new Statement.Shown(new Text("字段" + i, "Field " + i), new Text(value + " " + i, value + " " + i)))
                .toList();
    }
}
