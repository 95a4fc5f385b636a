package org.fourportals.pool.city;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The photograph in the register of ID cards: not a face but a drawn bust of a few hundred bytes, 48 by 60 points in five
 * colours, different enough to be told apart on a page.
 */
final class Portrait {

    private static final int WIDTH = 48;
    private static final int HEIGHT = 60;
    private static final int[] BACKGROUNDS = {0xdfeaf5, 0xe8f2e4, 0xf7ecdf, 0xeee6f3};
    private static final int[] SKINS = {0xf2d1b3, 0xe9bf9c, 0xdcae88};
    private static final int[] HAIRS = {0x221d1b, 0x3b2f2a, 0x8d8d8d};
    private static final int[] SHIRTS = {0x2f5d8a, 0x8a3b3b, 0x3f7d5a, 0x6b4f8a, 0x555b66, 0xb9862e};
    private static final ConcurrentHashMap<Integer, byte[]> DRAWN = new ConcurrentHashMap<>();

    private Portrait() {
    }

    /** The PNG of somebody; grey hair from 65 on. */
    static byte[] of(int likeness, boolean female, int age) {
        var hair = age >= 65 ? 2 : Math.floorMod(likeness, 2);
        var look = ((Math.floorMod(likeness, 72) * 3) + hair) * 2 + (female ? 1 : 0);
        return DRAWN.computeIfAbsent(look, key -> draw(Math.floorMod(likeness, 72), hair, female));
    }

    private static byte[] draw(int variant, int hair, boolean female) {
        int[] palette = {BACKGROUNDS[variant % 4], SHIRTS[variant / 4 % 6], SKINS[variant / 24], HAIRS[hair]};
        var rows = ByteBuffer.allocate(HEIGHT * (WIDTH + 1));
        for (var y = 0; y < HEIGHT; y++) {
            rows.put((byte) 0);
            for (var x = 0; x < WIDTH; x++) {
                rows.put((byte) colourAt(x - 23.5, y, female));
            }
        }
        var colours = ByteBuffer.allocate(12);
        for (var colour : palette) {
            colours.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        }
        var png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(WIDTH).putInt(HEIGHT).put(new byte[] {8, 3, 0, 0, 0}).array());
        chunk(png, "PLTE", colours.array());
        chunk(png, "IDAT", deflate(rows.array()));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** Index into the palette: 0 background, 1 shirt, 2 skin, 3 hair. */
    private static int colourAt(double x, int y, boolean female) {
        if (inEllipse(x, y - 27, 10.5, 13.5)) {
            return y < 20 && !inEllipse(x, y - 30, 10, 13) ? 3 : 2;
        }
        if (inEllipse(x, y - 24, 13, 15) && y < (female ? 40 : 24)) {
            return 3;
        }
        if (Math.abs(x) < 4.5 && y >= 36 && y < 46) {
            return 2;
        }
        return inEllipse(x, y - 62, 21, 19) ? 1 : 0;
    }

    private static boolean inEllipse(double x, double y, double width, double height) {
        return x * x / (width * width) + y * y / (height * height) <= 1;
    }

    private static byte[] deflate(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new byte[bytes.length + 100];
            return java.util.Arrays.copyOf(out, deflater.deflate(out));
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        var body = ByteBuffer.allocate(4 + data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data).array();
        var crc = new CRC32();
        crc.update(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
