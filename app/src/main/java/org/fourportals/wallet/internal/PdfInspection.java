package org.fourportals.wallet.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.fourportals.wallet.HandedIn.Flaw;
import org.fourportals.wallet.internal.Inspection.FlawedFile;

/** A PDF (ISO 32000) that is whole, open to everybody and only shows pages: every object in it is looked at. */
final class PdfInspection {

    private static final int TAIL = 1024;
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Set<String> ACTIVE_KEYS =
            Set.of("JS", "JavaScript", "XFA", "RichMediaContent", "EmbeddedFiles", "EF");
    private static final Set<String> ACTIVE_KINDS = Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "RichMediaExecute",
            "Rendition", "Movie", "Sound", "GoToE", "RichMedia", "Screen", "FileAttachment");

    private PdfInspection() {
    }

    static byte[] inspect(byte[] file) throws FlawedFile {
        Sniff.requireNoArchive(file);
        String text = Sniff.text(file, 0, file.length);
        if (!text.substring(Math.max(0, text.length() - TAIL)).contains("%%EOF")) {
            throw new FlawedFile(Flaw.DAMAGED);
        }
        if (text.contains("/JavaScript") || text.contains("/Launch")) {
            throw new FlawedFile(Flaw.ACTIVE_CONTENT);
        }
        PdfStreams.requireUnpackable(file, text);
        read(file);
        return file;
    }

    private static void read(byte[] file) throws FlawedFile {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.isEncrypted()) {
                throw new FlawedFile(Flaw.ENCRYPTED);
            }
            for (COSObjectKey key : new ArrayList<>(document.getDocument().getXrefTable().keySet())) {
                COSBase object = document.getDocument().getObjectFromPool(key).getObject();
                if (object != null) {
                    requirePassive(object);
                }
            }
            requirePassive(document.getDocument().getTrailer());
            if (document.getNumberOfPages() < 1 || document.getPage(0).getMediaBox().getWidth() <= 0) {
                throw new FlawedFile(Flaw.DAMAGED);
            }
        } catch (InvalidPasswordException e) {
            throw new FlawedFile(Flaw.ENCRYPTED);
        } catch (OutOfMemoryError e) {
            // One array larger than the memory: nothing else has been touched by it.
            throw new FlawedFile(Flaw.TOO_MUCH_TO_SHOW);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new FlawedFile(Flaw.DAMAGED);
        }
    }

    /** Looks through an object and what lies directly in it; what it refers to is an object of its own. */
    private static void requirePassive(COSBase object) throws FlawedFile {
        Deque<COSBase> left = new ArrayDeque<>();
        left.add(object);
        for (COSBase next = left.poll(); next != null; next = left.poll()) {
            if (next instanceof COSDictionary dictionary) {
                requirePassive(dictionary, left);
            } else if (next instanceof COSArray array) {
                array.forEach(item -> addDirect(left, item));
            }
        }
    }

    private static void requirePassive(COSDictionary dictionary, Deque<COSBase> left) throws FlawedFile {
        boolean external = dictionary instanceof COSStream && dictionary.containsKey(COSName.F);
        if (external || isActive(dictionary.getDictionaryObject(COSName.S)) || isActive(dictionary.getDictionaryObject(COSName.SUBTYPE))) {
            throw new FlawedFile(Flaw.ACTIVE_CONTENT);
        }
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            if (ACTIVE_KEYS.contains(entry.getKey().getName())) {
                throw new FlawedFile(Flaw.ACTIVE_CONTENT);
            }
            addDirect(left, entry.getValue());
        }
    }

    private static boolean isActive(@org.jspecify.annotations.Nullable COSBase name) {
        return name instanceof COSName kind && ACTIVE_KINDS.contains(kind.getName());
    }

    private static void addDirect(Deque<COSBase> left, @org.jspecify.annotations.Nullable COSBase item) {
        if (item != null && !(item instanceof COSObject)) {
            left.add(item);
        }
    }

    /** Names may be written with `#4a` for any character. */
    static String unescape(String text) {
        return ESCAPED.matcher(text).replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }
}
