package org.fourportals.wallet;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of files as people give them: kept as they are wherever that deceives nobody, and written safely into headers. */
public final class FileName {

    /** Longest name in characters. */
    public static final int LONGEST = 200;

    /** Marks no folder can hold tell a folder from a name with a tag in it. */
    private static final Pattern FOLDERS = Pattern.compile("\\A[^<>\"|?*]*[/\\\\]");
    private static final String UNRESERVED = "!#$&+-.^_`|~";

    private FileName() {
    }

    /**
     * The name without the folders some browsers send before it; empty where it is blank, longer than {@value #LONGEST}, or holds control
     * characters, halves of characters or marks that turn the direction of writing (by which {@code fdp.exe} is made to read as a PDF).
     */
    public static Optional<String> clean(String given) {
        String name = FOLDERS.matcher(given).replaceFirst("").strip();
        boolean fine = !name.isEmpty() && name.codePointCount(0, name.length()) <= LONGEST && !name.matches("\\.+")
                && name.codePoints().noneMatch(FileName::deceives);
        return fine ? Optional.of(name) : Optional.empty();
    }

    private static boolean deceives(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069
                    || character == 0x200E || character == 0x200F || character == 0x061C;
            default -> false;
        };
    }

    /** What follows the last dot; empty if there is none. */
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /** A `Content-Disposition` (RFC 6266): an ASCII name for old browsers, the true one by RFC 8187 (once RFC 5987). */
    public static String disposition(String how, String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().forEach(c -> plain.append(c >= ' ' && c < 127 && "\"\\%;/<>".indexOf(c) < 0 ? (char) c : '_'));
        StringBuilder exact = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b > 0 && UNRESERVED.indexOf(b) >= 0) {
                exact.append((char) b);
            } else {
                exact.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return how + "; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }
}
