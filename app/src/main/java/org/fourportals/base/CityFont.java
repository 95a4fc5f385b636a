package org.fourportals.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/**
 * The typeface of everything the city prints: Noto Sans SC (SIL Open Font License), read once. A document embeds only the characters it
 * uses. The parsed font is not made for several threads: draw while holding its monitor.
 */
@Component
public class CityFont {

    /** Stands for a character the typeface lacks, as printers have always done. */
    public static final int MISSING = '〓';

    private static final String FILE = "/certificate/NotoSansSC-Regular.ttf";

    private @org.jspecify.annotations.Nullable TrueTypeFont parsed;

    /** The font for this document. */
    public synchronized PDFont embedIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, font(), true);
    }

    /** The text with each character that cannot be printed replaced by {@link #MISSING}, line breaks by spaces. */
    public synchronized String printable(String text) {
        CmapLookup glyphs = glyphs();
        StringBuilder printable = new StringBuilder();
        text.strip().codePoints().map(c -> Character.isWhitespace(c) ? ' ' : isRadical(c) ? ordinary(c) : c)
                .filter(c -> Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.FORMAT)
                .forEach(c -> printable.appendCodePoint(glyphs.getGlyphId(c) == 0 ? MISSING : c));
        return printable.toString();
    }

    /** Radicals stand in some names by mistake of an input method; printed they are the ordinary character. */
    private static boolean isRadical(int character) {
        return character >= 0x2F00 && character <= 0x2FD5;
    }

    private static int ordinary(int radical) {
        return Normalizer.normalize(Character.toString(radical), Normalizer.Form.NFKC).codePointAt(0);
    }

    private CmapLookup glyphs() {
        try {
            return font().getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TrueTypeFont font() {
        TrueTypeFont font = parsed;
        if (font == null) {
            try (InputStream file = CityFont.class.getResourceAsStream(FILE)) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(file));
                parsed = font;
            } catch (IOException e) {
                throw new UncheckedIOException("The typeface cannot be read", e);
            }
        }
        return font;
    }
}
