package org.fourportals.intake.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.fourportals.intake.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files a department puts into {@code inbox}, read in the order of their names and moved to {@code done}; one that cannot be read at all
 * goes to {@code failed} with the reason beside it. A file is complete when nobody has changed it for five seconds and its name neither
 * begins with a dot nor ends as unfinished ones do. A file that is replaced while it is read is read again from its beginning.
 */
public final class FolderFeed implements Feed {

    static final Duration SETTLED = Duration.ofSeconds(5);
    private static final int ROWS = 1_000;
    private static final int CHARACTERS = 8 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Source.Folder source;
    private final Clock clock;
    private final Path inbox;
    private @Nullable OpenFile open;

    /** @param file its name @param identity what tells it from another of the same name @param line the last line read @param finished whether it was read to its end */
    record Cursor(String file, String identity, long line, boolean finished) {
    }

    public FolderFeed(Source.Folder source, Clock clock) {
        this.source = source;
        this.clock = clock;
        this.inbox = source.folder().resolve("inbox");
    }

    @Override
    public @Nullable Batch next(@Nullable String written) throws IOException {
        Cursor cursor = written == null ? new Cursor("", "", 0, true) : JSON.readValue(written, Cursor.class);
        if (cursor.finished() && isThere(cursor)) {
            leave(inbox.resolve(cursor.file()), "done");
        }
        if (open != null && !open.matches(cursor)) {
            close();
        }
        if (open == null && !openNext(cursor)) {
            return null;
        }
        OpenFile file = java.util.Objects.requireNonNull(open);
        List<Row> rows = new ArrayList<>();
        int characters = 0;
        boolean finished = false;
        while (rows.size() < ROWS && characters < CHARACTERS && !finished) {
            Row row = readFrom(file);
            finished = row == null;
            if (row != null) {
                rows.add(row);
                characters += row.raw().length();
            }
        }
        if (!file.identity().equals(identity(inbox.resolve(file.name())).orElse(""))) {
            close();
            return next(JSON.writeValueAsString(new Cursor("", "", 0, true)));
        }
        return new Batch(file.name(), file.identity(), file.columns(), rows, JSON.writeValueAsString(new Cursor(file.name(), file.identity(), file.line(), finished)));
    }

    private boolean openNext(Cursor cursor) throws IOException {
        Optional<Path> next = waiting().stream().findFirst();
        if (next.isEmpty()) {
            return false;
        }
        String name = next.get().getFileName().toString();
        String identity = identity(next.get()).orElse("");
        try {
            open = name.endsWith(".parquet") ? ParquetFile.open(next.get(), identity) : CsvFile.open(next.get(), identity, source);
            if (cursor.file().equals(name) && cursor.identity().equals(identity)) {
                open.skipTo(cursor.line());
            }
            return true;
        } catch (Unreadable e) {
            throw setAside(next.get(), e);
        }
    }

    private @Nullable Row readFrom(OpenFile file) throws IOException {
        try {
            return file.read();
        } catch (Unreadable e) {
            close();
            throw setAside(inbox.resolve(file.name()), e);
        }
    }

    private Unreadable setAside(Path file, Unreadable why) throws IOException {
        Path failed = leave(file, "failed");
        Files.writeString(failed.resolveSibling(failed.getFileName() + ".reason.txt"), why.getMessage() + "\n");
        return new Unreadable(file.getFileName() + ": " + why.getMessage());
    }

    @Override
    public void committed(Batch batch) throws IOException {
        Cursor cursor = JSON.readValue(batch.cursor(), Cursor.class);
        if (cursor.finished()) {
            close();
            if (isThere(cursor)) {
                leave(inbox.resolve(cursor.file()), "done");
            }
        }
    }

    @Override
    public Lag lag() throws IOException {
        List<Path> waiting = waiting();
        Instant oldest = clock.instant();
        for (Path file : waiting) {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            oldest = changed.isBefore(oldest) ? changed : oldest;
        }
        return new Lag(waiting.size(), Duration.between(oldest, clock.instant()));
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private List<Path> waiting() throws IOException {
        Files.createDirectories(inbox);
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(this::isComplete).sorted(Comparator.comparing(file -> file.getFileName().toString())).toList();
        }
    }

    private boolean isComplete(Path file) {
        String name = file.getFileName().toString();
        try {
            return !name.startsWith(".") && !name.matches(".*(\\.part|\\.tmp|\\.filepart|~)") && Files.isRegularFile(file)
                    && !Files.getLastModifiedTime(file).toInstant().isAfter(clock.instant().minus(SETTLED));
        } catch (IOException e) {
            return false; // taken away meanwhile
        }
    }

    private boolean isThere(Cursor cursor) {
        return !cursor.file().isEmpty() && identity(inbox.resolve(cursor.file())).filter(cursor.identity()::equals).isPresent();
    }

    /** What changes when somebody writes the file anew or puts another in its place; empty if it is gone. */
    private static Optional<String> identity(Path file) {
        try {
            BasicFileAttributes known = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(known.size() + " " + known.lastModifiedTime().toInstant() + " " + known.fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Never over a file of the same name that was left there before. */
    private Path leave(Path file, String where) throws IOException {
        Path folder = Files.createDirectories(source.folder().resolve(where));
        String name = file.getFileName().toString();
        Path to = folder.resolve(name);
        for (int copy = 2; Files.exists(to); copy++) {
            to = folder.resolve(name + "." + copy);
        }
        return Files.move(file, to);
    }
}
