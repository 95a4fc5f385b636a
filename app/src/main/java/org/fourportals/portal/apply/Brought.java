package org.fourportals.portal.apply;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * What was sent for one line of the checklist: a file, a document of the wallet, a declaration, a clerk's word that she saw the original, or
 * that it is taken back. Anything else is {@link How#NOTHING}; a file beyond the server's limit is {@link How#TOO_LARGE}.
 */
record Brought(How how, @Nullable MultipartFile file, @Nullable UUID document, boolean agreed) {

    /** The way in which it is brought. */
    enum How { UPLOAD, WALLET, DECLARE, ORIGINAL, REMOVE, TOO_LARGE, NOTHING }

    static Brought of(HttpServletRequest request) {
        try {
            return new Brought(how(request.getParameter("how")), file(request), document(request.getParameter("document")),
                    "yes".equals(request.getParameter("agree")));
        } catch (MultipartException | IllegalStateException tooLarge) {
            return new Brought(How.TOO_LARGE, null, null, false);
        }
    }

    /** The name of the field it came from, where a fault is shown. */
    @Nullable String field() {
        return switch (how) {
            case UPLOAD, TOO_LARGE -> "file";
            case WALLET -> "document";
            case DECLARE -> "agree";
            case ORIGINAL, REMOVE, NOTHING -> null;
        };
    }

    private static How how(@Nullable String asked) {
        return switch (asked) {
            case "upload" -> How.UPLOAD;
            case "wallet" -> How.WALLET;
            case "declare" -> How.DECLARE;
            case "original" -> How.ORIGINAL;
            case "remove" -> How.REMOVE;
            case null, default -> How.NOTHING;
        };
    }

    /** Chooser and camera share one name; the one that was used has a file. */
    private static @Nullable MultipartFile file(HttpServletRequest request) {
        if (!(request instanceof MultipartHttpServletRequest parts)) {
            return null;
        }
        return parts.getFiles("file").stream().filter(f -> f.getOriginalFilename() != null && !f.getOriginalFilename().isBlank())
                .findFirst().orElse(null);
    }

    private static @Nullable UUID document(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
