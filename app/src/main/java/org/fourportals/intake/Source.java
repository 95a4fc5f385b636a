package org.fourportals.intake;

import java.nio.file.Path;

/** Where a connector finds its rows. */
public sealed interface Source {

    /**
     * Files put into {@code inbox} under a folder, moved to {@code done} or {@code failed} when read.
     *
     * @param encoding {@code auto}, or the name of a charset
     */
    record Folder(Path folder, String encoding, char delimiter) implements Source {
    }
}
