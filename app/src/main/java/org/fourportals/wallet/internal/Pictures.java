package org.fourportals.wallet.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.fourportals.wallet.HandedIn.Flaw;
import org.fourportals.wallet.Wallet;
import org.fourportals.wallet.internal.Inspection.FlawedFile;

/** Reads a picture to its last row, keeping only a thumbnail's worth of pixels in memory. */
final class Pictures {

    private static final int LONGEST_SIDE = 30_000;
    private static final int THUMBNAIL = 256;

    private Pictures() {
    }

    static void requireShowable(long width, long height) throws FlawedFile {
        if (width < 1 || height < 1) {
            throw new FlawedFile(Flaw.DAMAGED);
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > Wallet.PIXELS) {
            throw new FlawedFile(Flaw.TOO_MUCH_TO_SHOW);
        }
    }

    /** @param format of ImageIO; the size was checked before */
    static void requireWhole(byte[] picture, String format, int width, int height) throws FlawedFile {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        AtomicBoolean cutOff = new AtomicBoolean();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.addIIOReadWarningListener((IIOReadWarningListener) (source, warning) -> {
                if (warning.contains("remature end")) {
                    cutOff.set(true);
                }
            });
            reader.setInput(input, true, true);
            ImageReadParam thumbnail = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / THUMBNAIL);
            thumbnail.setSourceSubsampling(step, step, 0, 0);
            if (reader.canReadRaster()) {
                reader.readRaster(0, thumbnail);
            } else {
                reader.read(0, thumbnail);
            }
        } catch (IOException | RuntimeException e) {
            throw new FlawedFile(Flaw.DAMAGED);
        } finally {
            reader.dispose();
        }
        if (cutOff.get()) {
            throw new FlawedFile(Flaw.DAMAGED);
        }
    }
}
