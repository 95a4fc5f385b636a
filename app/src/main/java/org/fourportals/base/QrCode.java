package org.fourportals.base;

import java.util.Map;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code (ISO/IEC 18004) at error correction M, as squares to draw or as a picture for a page; its quiet zone is four modules wide. */
public final class QrCode {

    /** Light modules that must surround it on every side. */
    public static final int QUIET = 4;

    private static final byte DARK = 1;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /** @throws IllegalArgumentException for a text that is empty or too long (about 2,300 bytes) */
    public static QrCode of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A QR code needs a text");
        }
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8")).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("No QR code holds this text of " + text.length() + " characters", e);
        }
    }

    /** Modules on a side, without the quiet zone. */
    public int size() {
        return modules.getWidth();
    }

    public boolean isDark(int column, int row) {
        return modules.get(column, row) == DARK;
    }

    /** An inline SVG that scales with its box, black on white in every theme; say beside it in words where it leads. */
    public static String svg(String text) {
        QrCode code = of(text);
        int side = code.size() + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < code.size(); row++) {
            for (int from = 0; from < code.size(); from++) {
                int to = from;
                while (to < code.size() && code.isDark(to, row)) {
                    to++;
                }
                if (to > from) {
                    path.append('M').append(from + QUIET).append(' ').append(row + QUIET).append('h').append(to - from)
                            .append("v1h-").append(to - from).append('z');
                    from = to;
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side + "\" role=\"img\" aria-label=\"QR\" "
                + "shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "H0z\"/><path fill=\"#000\" d=\""
                + path + "\"/></svg>";
    }
}
