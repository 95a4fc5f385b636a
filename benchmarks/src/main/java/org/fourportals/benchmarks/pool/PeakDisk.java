package org.fourportals.benchmarks.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.fourportals.benchmarks.Folders;

/** How much a folder held at most, looked at four times a second. */
final class PeakDisk implements AutoCloseable {

    private static final long EVERY_MILLIS = 250;

    private final Path folder;
    private final Thread watch;
    private volatile long most;

    PeakDisk(Path folder) {
        this.folder = folder;
        watch = Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            look();
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException over) {
                return;
            }
        }
    }

    /** A file that goes while it is looked at makes this look void, not the measure. */
    private void look() {
        try {
            most = Math.max(most, Folders.bytes(folder));
        } catch (IOException | UncheckedIOException gone) {
            most = Math.max(most, 0);
        }
    }

    /** Ends the watching. @return bytes */
    long most() {
        close();
        return most;
    }

    @Override
    public void close() {
        watch.interrupt();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        look();
    }
}
