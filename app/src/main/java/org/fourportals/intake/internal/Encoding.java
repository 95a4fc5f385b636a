package org.fourportals.intake.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * In which encoding a department wrote a file: what its byte order mark says, else what is declared, else UTF-8 unless its beginning is
 * rather GB18030, which older systems write.
 */
final class Encoding {

    private static final int SAMPLE = 1 << 20;

    private Encoding() {
    }

    /** @param charset how to read it @param mark how many bytes to leave out at the beginning */
    record Found(Charset charset, int mark) {
    }

    static Found of(Path file, String declared) throws IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(file)) {
            sample = in.readNBytes(SAMPLE);
        }
        if (begins(sample, 0xef, 0xbb, 0xbf)) {
            return new Found(StandardCharsets.UTF_8, 3);
        }
        if (begins(sample, 0xff, 0xfe)) {
            return new Found(StandardCharsets.UTF_16LE, 2);
        }
        if (begins(sample, 0xfe, 0xff)) {
            return new Found(StandardCharsets.UTF_16BE, 2);
        }
        if (!declared.equals("auto")) {
            return new Found(Charset.forName(declared), 0);
        }
        return new Found(isRatherUtf8(sample) ? StandardCharsets.UTF_8 : Charset.forName("GB18030"), 0);
    }

    private static boolean begins(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** A few broken bytes in a UTF-8 file are not to turn all its Chinese into other Chinese. */
    private static boolean isRatherUtf8(byte[] bytes) {
        int right = 0;
        int wrong = 0;
        for (int i = 0; i < bytes.length; i++) {
            int first = bytes[i] & 0xff;
            if (first < 0x80) {
                continue;
            }
            int following = first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 && first < 0xe0 ? 1 : 0;
            int seen = 0;
            while (seen < following && i + seen + 1 < bytes.length && (bytes[i + seen + 1] & 0xc0) == 0x80) {
                seen++;
            }
            if (following > 0 && (seen == following || i + seen + 1 == bytes.length)) {
                right++;
                i += seen;
            } else {
                wrong++;
            }
        }
        return right >= wrong;
    }
}
