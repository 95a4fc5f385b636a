package org.fourportals.wallet.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.fourportals.wallet.HandedIn.Flaw;
import org.fourportals.wallet.MediaKind;
import org.fourportals.wallet.internal.Inspection.FlawedFile;

/** Recognises files by their bytes, and second files hidden within a first. */
final class Sniff {

    private static final int ZIP_END_LENGTH = 22;
    private static final int LONGEST_ZIP_COMMENT = 65_535;
    private static final List<String> BEGINNINGS_OF_OTHERS = List.of("%PDF-", "PK\u0003\u0004", "<script", "<html", "<svg", "<?php", "<!doctype");

    private Sniff() {
    }

    /** One of the words of {@link org.fourportals.wallet.HandedIn.NotThatKind}. */
    static String found(byte[] file) {
        if (begins(file, "%PDF-")) {
            return "pdf";
        }
        if (begins(file, "\u00ff\u00d8\u00ff")) {
            return "jpeg";
        }
        if (begins(file, "\u0089PNG\r\n\u001a\n")) {
            return "png";
        }
        if (begins(file, "MZ") || begins(file, "\u007fELF") || begins(file, "#!") || begins(file, "\u00ca\u00fe\u00ba\u00be")) {
            return "program";
        }
        if (begins(file, "PK\u0003\u0004") || begins(file, "Rar!") || begins(file, "7z\u00bc\u00af")) {
            return "zip";
        }
        if (begins(file, "GIF8")) {
            return "gif";
        }
        if (begins(file, "II*\0") || begins(file, "MM\0*")) {
            return "tiff";
        }
        if (begins(file, "RIFF") && text(file, 8, 12).equals("WEBP")) {
            return "webp";
        }
        if (text(file, 4, 8).equals("ftyp") && text(file, 8, 12).matches("hei[cxms]|hev[cxms]|mif1|msf1|avif")) {
            return "heic";
        }
        return text(file, 0, 512).toLowerCase(Locale.ROOT).matches("(?s).*<(html|script|!doctype|svg|\\?php).*") ? "web-page" : "unknown";
    }

    static Optional<MediaKind> kind(String found) {
        return switch (found) {
            case "pdf" -> Optional.of(MediaKind.PDF);
            case "jpeg" -> Optional.of(MediaKind.JPEG);
            case "png" -> Optional.of(MediaKind.PNG);
            default -> Optional.empty();
        };
    }

    /** A zip archive is read from its end, so any file can carry one behind it. */
    static void requireNoArchive(byte[] file) throws FlawedFile {
        for (int at = file.length - ZIP_END_LENGTH; at >= 0 && at >= file.length - ZIP_END_LENGTH - LONGEST_ZIP_COMMENT; at--) {
            if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 5 && file[at + 3] == 6
                    && at + ZIP_END_LENGTH + (file[at + 20] & 0xff | (file[at + 21] & 0xff) << 8) == file.length) {
                throw new FlawedFile(Flaw.MIXED);
            }
        }
    }

    /**
     * Cameras append things to pictures that are none of the picture (a film, a second view): those are left away. Another document or
     * program is not left away but refused.
     */
    static byte[] pictureAlone(byte[] file, int end) throws FlawedFile {
        requireNoArchive(file);
        if (text(file, 0, 1024).contains("%PDF-")) {
            throw new FlawedFile(Flaw.MIXED);
        }
        if (end == file.length) {
            return file;
        }
        String rest = text(file, end, file.length).toLowerCase(Locale.ROOT);
        if (rest.startsWith("mz") || rest.startsWith("\u007felf")
                || BEGINNINGS_OF_OTHERS.stream().anyMatch(b -> rest.contains(b.toLowerCase(Locale.ROOT)))) {
            throw new FlawedFile(Flaw.MIXED);
        }
        return java.util.Arrays.copyOf(file, end);
    }

    private static boolean begins(byte[] file, String magic) {
        return text(file, 0, magic.length()).equals(magic);
    }

    /** Bytes as characters 0–255; what lies outside the file is left away. */
    static String text(byte[] file, int from, int to) {
        int start = Math.min(from, file.length);
        return new String(file, start, Math.min(to, file.length) - start, StandardCharsets.ISO_8859_1);
    }
}
