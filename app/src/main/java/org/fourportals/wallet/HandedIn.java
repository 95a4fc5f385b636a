package org.fourportals.wallet;

import org.fourportals.base.Refusal;

/** What became of a file that was handed in. Every refusal leaves the wallet exactly as it was. */
public sealed interface HandedIn {

    /**
     * It is in the wallet; if it had been before, this is the document it already was.
     *
     * @param sha256 of the content kept, in hex
     * @param size   in bytes
     */
    record Kept(DocumentId id, String sha256, long size) implements HandedIn {
    }

    /** @param limit in bytes */
    record TooLarge(long limit) implements HandedIn, Refusal {
    }

    record Empty() implements HandedIn, Refusal {
    }

    /**
     * Neither a PDF nor a JPEG nor a PNG, or named as something else than it is.
     *
     * @param claimed the ending of its name, such as {@code pdf}; empty if it has none
     * @param found   what it is: {@code pdf}, {@code jpeg}, {@code png}, {@code program}, {@code zip}, {@code heic}, {@code gif},
     *                {@code webp}, {@code tiff}, {@code web-page} or {@code unknown}
     */
    record NotThatKind(String claimed, String found) implements HandedIn, Refusal {
    }

    /** Of the right kind, but it cannot be kept as it is. */
    record NotSound(MediaKind kind, Flaw flaw) implements HandedIn, Refusal {
    }

    /** The name is missing, too long or made to deceive; see {@link FileName#clean}. */
    record NameNotAllowed() implements HandedIn, Refusal {
    }

    /** The city's storage is full; earlier documents are intact. */
    record NoSpace() implements HandedIn, Refusal {
    }

    /** What is wrong with a file. */
    enum Flaw {
        /** Cut off, or not readable as what it is. */
        DAMAGED,
        /** A PDF that asks for a password or forbids reading. */
        ENCRYPTED,
        /** A PDF that would run something: scripts, programs, forms that send, media, files within it. */
        ACTIVE_CONTENT,
        /** A second file hides in it. */
        MIXED,
        /** More pixels than {@link Wallet#PIXELS}, or content that unpacks to more than anybody can look at. */
        TOO_MUCH_TO_SHOW
    }
}
