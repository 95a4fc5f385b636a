package org.fourportals.delivery.internal;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import com.google.zxing.oned.Code128Writer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.fourportals.base.CityFont;
import org.fourportals.base.CityTime;
import org.fourportals.base.Pen;
import org.fourportals.base.Pen.Style;
import org.fourportals.centre.Centre;
import org.fourportals.delivery.Batch;
import org.fourportals.delivery.Delivery;
import org.fourportals.delivery.ItemNumber;
import org.fourportals.wallet.PostalAddress;
import org.springframework.stereotype.Component;

/**
 * What goes with a paper: the label on its envelope (A6, with the item number as a Code 128 bar code) and the list that goes with a batch (A4). Neither
 * says what the paper is about.
 */
@Component
public class LabelPdf {

    private static final Color INK = Color.BLACK;
    private static final Color MUTED = new Color(0x55, 0x66, 0x70);
    private static final float EDGE = 18;
    private static final float LEADING = 15;
    private static final int ROWS = 34;

    private final CityFont typeface;
    private final CityTime time;

    public LabelPdf(CityFont typeface, CityTime time) {
        this.typeface = typeface;
        this.time = time;
    }

    private interface Drawing {
        void draw(Pen pen) throws IOException;
    }

    /** @param district as the address is written in Chinese */
    public byte[] label(Delivery delivery, Centre from, String district) {
        ItemNumber item = Objects.requireNonNull(delivery.item());
        PostalAddress to = Objects.requireNonNull(delivery.address());
        PDRectangle size = PDRectangle.A6;
        return document(size, List.of(pen -> {
            float width = size.getWidth() - 2 * EDGE;
            float top = size.getHeight() - EDGE;
            pen.write("政务服务 · 送达件", EDGE, top - 12, Style.of(13, INK).heavy());
            bars(pen, item.value(), EDGE, top - 88, width, 62);
            pen.centre(item.grouped(), size.getWidth() / 2, top - 106, width, Style.of(15, INK).heavy());
            pen.line(EDGE, top - 118, size.getWidth() - EDGE, top - 118, 0.8f, INK);
            pen.write("收 TO", EDGE, top - 136, Style.of(9, MUTED));
            pen.write(to.name() + "　" + to.phone(), EDGE, top - 156, Style.of(14, INK).heavy());
            List<String> lines = pen.lines(district + " " + to.line(), width, Style.of(12, INK));
            float at = pen.paragraph(lines.subList(0, Math.min(5, lines.size())), EDGE, top - 176, LEADING, Style.of(12, INK));
            pen.write(fee(delivery.fee()), EDGE, at - 4, Style.of(12, INK).heavy());
            pen.line(EDGE, EDGE + 62, size.getWidth() - EDGE, EDGE + 62, 0.8f, INK);
            pen.write("寄 FROM", EDGE, EDGE + 46, Style.of(9, MUTED));
            pen.write(from.name().zh(), EDGE, EDGE + 30, Style.of(10, INK));
            List<String> origin = pen.lines(from.address().zh(), width, Style.of(9, INK));
            pen.paragraph(origin.subList(0, Math.min(2, origin.size())), EDGE, EDGE + 15, 12, Style.of(9, INK));
        }));
    }

    private static String fee(BigDecimal fee) {
        return fee.signum() == 0 ? "寄付已结，无需付费 · PREPAID" : "到付 ¥" + fee.stripTrailingZeros().toPlainString() + " · COLLECT ON DELIVERY";
    }

    /** Every number of a batch, with a line for whoever fetches it. */
    public byte[] manifest(Batch batch, Centre centre, String carrier, List<Delivery> items) {
        int pages = Math.max(1, (items.size() + ROWS - 1) / ROWS);
        return document(PDRectangle.A4, java.util.stream.IntStream.range(0, pages).<Drawing>mapToObj(page -> pen -> {
            List<Delivery> here = items.subList(page * ROWS, Math.min(items.size(), (page + 1) * ROWS));
            float left = 56;
            float top = PDRectangle.A4.getHeight() - 64;
            pen.write("快递交接单 第 " + batch.number() + " 批", left, top, Style.of(18, INK).heavy());
            pen.write(centre.name().zh() + " → " + carrier + "　" + batch.closedAt().atZone(time.zone()).toLocalDateTime().withNano(0).toString().replace('T', ' ')
                    + "　共 " + batch.items() + " 件　第 " + (page + 1) + "/" + pages + " 页", left, top - 22, Style.of(10, MUTED));
            float at = top - 50;
            for (int i = 0; i < here.size(); i++) {
                pen.write(String.valueOf(page * ROWS + i + 1), left, at, Style.of(10, MUTED));
                pen.write(Objects.requireNonNull(here.get(i).item()).grouped(), left + 30, at, Style.of(11, INK));
                pen.frame(PDRectangle.A4.getWidth() - 84, at - 2, 11, 11, 0.6f, MUTED);
                at -= 18;
            }
            pen.write("交件人 Handed over by ____________________　　收件人 Received by ____________________", left, 52, Style.of(10, INK));
        }).toList());
    }

    private byte[] document(PDRectangle size, List<Drawing> pages) {
        synchronized (typeface) {
            try (PDDocument document = new PDDocument()) {
                PDFont font = typeface.embedIn(document);
                for (Drawing drawing : pages) {
                    PDPage page = new PDPage(size);
                    document.addPage(page);
                    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                        drawing.draw(new Pen(content, font, typeface));
                    }
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                document.save(bytes);
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void bars(Pen pen, String text, float x, float y, float width, float height) throws IOException {
        boolean[] modules = new Code128Writer().encode(text);
        float module = width / (modules.length + 20);
        for (int from = 0; from < modules.length; from++) {
            int to = from;
            while (to < modules.length && modules[to]) {
                to++;
            }
            if (to > from) {
                pen.fill(x + (10 + from) * module, y, (to - from) * module, height, INK);
                from = to;
            }
        }
    }
}
