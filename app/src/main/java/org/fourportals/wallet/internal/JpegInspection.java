package org.fourportals.wallet.internal;

import org.fourportals.wallet.HandedIn.Flaw;
import org.fourportals.wallet.internal.Inspection.FlawedFile;

/** A JPEG (ISO/IEC 10918-1): every segment from the start of the image to its end, then every row. */
final class JpegInspection {

    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    private final byte[] file;
    private int at = 2;
    private int width;
    private int height;
    private boolean scanned;

    private JpegInspection(byte[] file) {
        this.file = file;
    }

    static byte[] inspect(byte[] file) throws FlawedFile {
        JpegInspection walk = new JpegInspection(file);
        walk.toTheEnd();
        Pictures.requireShowable(walk.width, walk.height);
        byte[] picture = Sniff.pictureAlone(file, walk.at);
        Pictures.requireWhole(picture, "jpeg", walk.width, walk.height);
        return picture;
    }

    private void toTheEnd() throws FlawedFile {
        for (int marker = nextMarker(); marker != END_OF_IMAGE; marker = nextMarker()) {
            if (marker == 0x01 || isRestart(marker)) {
                continue;
            }
            int length = number(at);
            if (length < 2 || isFrame(marker) && length < 8) {
                throw new FlawedFile(Flaw.DAMAGED);
            }
            if (isFrame(marker)) {
                height = number(at + 3);
                width = number(at + 5);
                Pictures.requireShowable(width, height);
            }
            at += length;
            if (marker == START_OF_SCAN) {
                scanned = true;
                skipScan();
            }
        }
        if (!scanned) {
            throw new FlawedFile(Flaw.DAMAGED);
        }
    }

    private int nextMarker() throws FlawedFile {
        if (octet(at) != 0xFF) {
            throw new FlawedFile(Flaw.DAMAGED);
        }
        while (octet(at) == 0xFF) {
            at++;
        }
        return octet(at++);
    }

    /** To the next marker; a 0xFF of the picture itself is followed by 0. */
    private void skipScan() throws FlawedFile {
        while (octet(at) != 0xFF || octet(at + 1) == 0 || isRestart(octet(at + 1))) {
            at++;
        }
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private int number(int position) throws FlawedFile {
        return octet(position) << 8 | octet(position + 1);
    }

    private int octet(int position) throws FlawedFile {
        if (position >= file.length) {
            throw new FlawedFile(Flaw.DAMAGED);
        }
        return file[position] & 0xff;
    }
}
