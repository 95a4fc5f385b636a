package org.fourportals.catalogue.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a catalogue file, as long as it is one: a regular file of reasonable size in UTF-8. */
public final class FileText {

    /** An affair's file has about 30 KB. */
    private static final int MOST_BYTES = 1_000_000;

    private FileText() {
    }

    /** Empty after leaving a problem where the file cannot be read as text. */
    public static Optional<String> read(Path path, Problems problems) {
        try {
            if (!Files.isRegularFile(path)) {
                problems.add(0, "The file does not exist", "Add it, or name another folder as the catalogue.");
                return Optional.empty();
            }
            if (Files.size(path) > MOST_BYTES) {
                problems.add(0, "The file is larger than 1 MB", "Keep a file of the catalogue below that size.");
                return Optional.empty();
            }
            return decode(Files.readAllBytes(path), problems);
        } catch (IOException e) {
            problems.add(0, "The file cannot be read: " + e.getMessage(), "Check the file and who may read it.");
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] bytes, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(in).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.add(lineAt(bytes, in.position()), "The file is not written in UTF-8 from here on", "Save it as UTF-8.");
            return Optional.empty();
        }
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
