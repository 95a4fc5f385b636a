package org.fourportals.wallet.internal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

import org.fourportals.wallet.HandedIn.Flaw;
import org.fourportals.wallet.internal.Inspection.FlawedFile;

/** A PNG (ISO/IEC 15948): every chunk with its checksum, from IHDR to IEND, then every row. */
final class PngInspection {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;

    private PngInspection() {
    }

    static byte[] inspect(byte[] file) throws FlawedFile {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int at = SIGNATURE;
        String type = "";
        while (!type.equals("IEND")) {
            if (file.length - at < FRAME) {
                throw new FlawedFile(Flaw.DAMAGED);
            }
            int length = bytes.getInt(at);
            String next = Sniff.text(file, at + 4, at + 8);
            boolean first = at == SIGNATURE;
            if (length < 0 || length > file.length - at - FRAME || first != next.equals("IHDR") || first && length != 13) {
                throw new FlawedFile(Flaw.DAMAGED);
            }
            CRC32 checksum = new CRC32();
            checksum.update(file, at + 4, length + 4);
            if ((int) checksum.getValue() != bytes.getInt(at + 8 + length)) {
                throw new FlawedFile(Flaw.DAMAGED);
            }
            type = next;
            at += FRAME + length;
        }
        int width = bytes.getInt(SIGNATURE + 8);
        int height = bytes.getInt(SIGNATURE + 12);
        Pictures.requireShowable(width, height);
        byte[] picture = Sniff.pictureAlone(file, at);
        Pictures.requireWhole(picture, "png", width, height);
        return picture;
    }
}
