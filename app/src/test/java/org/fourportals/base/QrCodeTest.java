package org.fourportals.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int SCALE = 4;

    @Test
    void aScannerReadsWhatWasWritten() throws Exception {
        String text = "https://city.example/verify/0123456789ABCDEFGHJKMNPQRSTV?名=𠮷";
        assertThat(scan(QrCode.of(text))).isEqualTo(text);
    }

    @Test
    void theSvgHasTheSameSquares() {
        QrCode code = QrCode.of("26-0000-0123-K");
        int dark = 0;
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                dark += code.isDark(column, row) ? 1 : 0;
            }
        }
        int drawn = java.util.regex.Pattern.compile("h(\\d+)v1h-").matcher(QrCode.svg("26-0000-0123-K")).results()
                .mapToInt(run -> Integer.parseInt(run.group(1))).sum();
        assertThat(drawn).isEqualTo(dark).isPositive();
    }

    @Test
    void theSvgHoldsNothingOfTheText() {
        assertThat(QrCode.svg("\"><script>alert(1)</script>")).doesNotContain("script", "alert");
    }

    @Test
    void refusesWhatNoCodeHolds() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(5_000))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QrCode.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String scan(QrCode code) throws Exception {
        int side = (code.size() + 2 * QrCode.QUIET) * SCALE;
        int[] pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int column = x / SCALE - QrCode.QUIET;
                int row = y / SCALE - QrCode.QUIET;
                boolean inside = column >= 0 && row >= 0 && column < code.size() && row < code.size();
                pixels[y * side + x] = inside && code.isDark(column, row) ? 0xff000000 : 0xffffffff;
            }
        }
        return new QRCodeReader().decode(new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(side, side, pixels)))).getText();
    }
}
