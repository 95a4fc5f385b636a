package org.fourportals.wallet.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;
import org.fourportals.wallet.HandedIn.Flaw;
import org.fourportals.wallet.internal.Inspection.FlawedFile;

/**
 * Measures what the streams of a PDF unpack to before anything reads them whole: a few kilobytes can be made to unpack to more than any
 * memory holds. Unpacked bytes are counted, not kept.
 */
final class PdfStreams {

    private static final long LARGEST_STREAM = 160L << 20;
    private static final long LARGEST_TOTAL = 1L << 30;
    private static final int LARGEST_BETWEEN_FILTERS = 20 << 20;
    private static final int LONGEST_DICTIONARY = 4096;
    private static final Pattern FILTER = Pattern.compile("/Filter\\s*(\\[[^\\]]*\\]|/\\w+)");
    private static final Pattern NAME = Pattern.compile("/(\\w+)");
    private static final Set<String> UNPACKING = Set.of("FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL",
            "ASCII85Decode", "A85", "ASCIIHexDecode", "AHx");

    private PdfStreams() {
    }

    /** @param text the file's bytes as characters 0–255 */
    static void requireUnpackable(byte[] file, String text) throws FlawedFile {
        long total = 0;
        for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
            if (text.startsWith("end", at - 3)) {
                continue;
            }
            int begin = at + 6 + (text.startsWith("\r\n", at + 6) ? 2 : 1);
            int end = text.indexOf("endstream", at);
            if (end > begin) {
                String dictionary = text.substring(Math.max(0, at - LONGEST_DICTIONARY), at);
                total += measure(filters(dictionary), new ByteArrayInputStream(file, begin, end - begin));
            }
            if (total > LARGEST_TOTAL) {
                throw new FlawedFile(Flaw.TOO_MUCH_TO_SHOW);
            }
        }
    }

    /** The filters of the stream whose dictionary this text ends with. */
    private static List<String> filters(String text) {
        String plain = PdfInspection.unescape(text.substring(Math.max(0, text.lastIndexOf("obj"))));
        Matcher filter = FILTER.matcher(plain);
        return filter.find() ? NAME.matcher(filter.group(1)).results().map(name -> name.group(1)).toList() : List.of();
    }

    private static long measure(List<String> filters, InputStream packed) throws FlawedFile {
        InputStream input = packed;
        long counted = 0;
        for (int i = 0; i < filters.size() && UNPACKING.contains(filters.get(i)); i++) {
            boolean last = i == filters.size() - 1;
            Counting output = last ? new Counting(LARGEST_STREAM, OutputStream.nullOutputStream())
                    : new Counting(LARGEST_BETWEEN_FILTERS, new ByteArrayOutputStream());
            unpack(filters.get(i), input, output);
            if (output.over) {
                throw new FlawedFile(Flaw.TOO_MUCH_TO_SHOW);
            }
            counted = output.count;
            if (output.to instanceof ByteArrayOutputStream kept) {
                input = new ByteArrayInputStream(kept.toByteArray());
            }
        }
        return counted;
    }

    private static void unpack(String filter, InputStream input, Counting output) {
        try {
            FilterFactory.INSTANCE.getFilter(COSName.getPDFName(filter)).decode(input, output, new COSDictionary(), 0);
        } catch (IOException | RuntimeException e) {
            // Damaged or over the limit: what counts is how much came out before.
            output.ended = true;
        }
    }

    private static final class Counting extends OutputStream {
        private final long limit;
        private final OutputStream to;
        private long count;
        private boolean over;
        private boolean ended;

        Counting(long limit, OutputStream to) {
            this.limit = limit;
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count += length;
            over |= count > limit;
            if (over || ended) {
                throw new IOException("over the limit");
            }
            to.write(bytes, offset, length);
        }
    }
}
