package org.fourportals.wallet.internal;

import java.util.Locale;
import java.util.Optional;

import org.fourportals.wallet.FileName;
import org.fourportals.wallet.HandedIn;
import org.fourportals.wallet.HandedIn.Flaw;
import org.fourportals.wallet.MediaKind;

/**
 * Looks at what a file is, never at what it says it is: its first bytes, then its whole structure. A file that passes shows the same thing
 * to everybody and runs nothing.
 */
public sealed interface Inspection {

    /** May be kept. @param content what to keep: the file without anything that followed a picture's end */
    record Sound(MediaKind kind, byte[] content) implements Inspection {
    }

    /** May not. */
    record Unsound(HandedIn refusal) implements Inspection {
    }

    /** Inspects a file under the name it was given. */
    static Inspection inspect(String fileName, byte[] content) {
        String claimed = FileName.extension(fileName).toLowerCase(Locale.ROOT);
        String found = Sniff.found(content);
        Optional<MediaKind> kind = Sniff.kind(found);
        if (kind.isEmpty() || !agree(claimed, kind.get())) {
            return new Unsound(new HandedIn.NotThatKind(claimed, found));
        }
        try {
            byte[] kept = switch (kind.get()) {
                case PDF -> PdfInspection.inspect(content);
                case JPEG -> JpegInspection.inspect(content);
                case PNG -> PngInspection.inspect(content);
            };
            return new Sound(kind.get(), kept);
        } catch (FlawedFile e) {
            return new Unsound(new HandedIn.NotSound(kind.get(), e.flaw()));
        }
    }

    /** Phones and messengers name pictures of one kind as the other, and sometimes not at all: neither deceives anybody. */
    private static boolean agree(String claimed, MediaKind found) {
        return claimed.isEmpty() || MediaKind.ofExtension(claimed)
                .filter(c -> c == found || c.isPicture() && found.isPicture()).isPresent();
    }

    /** Thrown inside the inspections, where the first flaw ends all. */
    final class FlawedFile extends Exception {
        private final Flaw flaw;

        FlawedFile(Flaw flaw) {
            super(flaw.name(), null, false, false);
            this.flaw = flaw;
        }

        Flaw flaw() {
            return flaw;
        }
    }
}
