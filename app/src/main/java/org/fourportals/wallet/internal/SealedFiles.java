package org.fourportals.wallet.internal;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;

import org.fourportals.base.Folders;
import org.fourportals.base.Subject;
import org.fourportals.identity.SubjectVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sealed files in a folder, each under its address (a keyed hash, which tells nothing). A file is written beside, forced to the disk and
 * moved into place, so under an address there is a whole file or none. Content goes in pieces of a megabyte, each sealed with the owner's
 * key; that all pieces are there and in order is for the reader to check by the content's hash.
 */
@Component
public class SealedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(SealedFiles.class);
    private static final int PIECE = 1 << 20;
    private static final int OVERHEAD = 64;

    private final Path folder;
    private final SubjectVault vault;
    private final long quota;
    private final long reserve;

    /**
     * @param quota   most bytes the folder may hold; 0 means as many as the disk
     * @param reserve bytes always left free on the disk for the database to go on
     */
    SealedFiles(Folders folders, SubjectVault vault,
            @Value("${fourportals.wallet.quota-bytes:0}") long quota,
            @Value("${fourportals.wallet.reserve-bytes:67108864}") long reserve) throws IOException {
        this.folder = folders.data().resolve("wallet");
        this.vault = vault;
        this.quota = quota;
        this.reserve = reserve;
        Files.createDirectories(folder);
    }

    /** The disk, or the quota, is full. Nothing was changed. */
    public static final class Full extends Exception {
        Full() {
            super("the wallet's storage is full", null, false, false);
        }
    }

    /** Keeps the content under this address; on return it survives a loss of power. */
    public void write(Subject owner, byte[] address, byte[] content) throws Full {
        try {
            requireSpace(content.length + OVERHEAD * (content.length / PIECE + 2L));
            Path place = place(address);
            Files.createDirectories(place.getParent());
            Path draft = Files.createTempFile(folder, "draft", ".new");
            try {
                writeWhole(draft, owner, content);
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
                try (FileChannel names = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
                    names.force(true);
                }
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            if (isFull(e, content.length)) {
                throw new Full();
            }
            throw new UncheckedIOException("A document could not be kept", e);
        }
    }

    public boolean holds(byte[] address) {
        return Files.exists(place(address));
    }

    /** @throws UncheckedIOException if the file is not there or not whole */
    public byte[] read(Subject owner, byte[] address) {
        try (DataInputStream input = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(place(address)), PIECE))) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (int length = input.readInt(); length > 0; length = input.readInt()) {
                if (length > PIECE + OVERHEAD) {
                    throw new IOException("a piece of " + length + " bytes");
                }
                content.writeBytes(vault.open(owner, input.readNBytes(length)));
            }
            return content.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A document could not be read", e);
        }
    }

    /** Removes drafts of killed processes and files that no row names (their transaction rolled back), both only if older than `before`. */
    public int sweep(Instant before, java.util.function.Predicate<byte[]> isNamed) {
        int removed = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                boolean stray = name.endsWith(".new") || name.matches("[0-9a-f]{64}") && !isNamed.test(HexFormat.of().parseHex(name));
                if (stray && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.delete(file);
                    removed++;
                }
            }
        } catch (IOException e) {
            LOG.warn("The wallet's folder could not be swept", e);
        }
        return removed;
    }

    private void writeWhole(Path draft, Subject owner, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, Set.of(StandardOpenOption.WRITE));
                DataOutputStream output = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
            for (int from = 0; from < content.length; from += PIECE) {
                byte[] sealed = vault.seal(owner, Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE)));
                output.writeInt(sealed.length);
                output.write(sealed);
            }
            output.writeInt(0);
            output.flush();
            channel.force(true);
        }
    }

    private void requireSpace(long bytes) throws IOException, Full {
        if (Files.getFileStore(folder).getUsableSpace() - bytes < reserve || quota > 0 && held() + bytes > quota) {
            throw new Full();
        }
    }

    private long held() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** Systems tell of a full disk in words only; a disk without room for the file says it too. */
    private boolean isFull(IOException e, long bytes) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left") || message.contains("quota") || folder.toFile().getUsableSpace() < bytes;
    }

    private Path place(byte[] address) {
        String name = HexFormat.of().formatHex(address);
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }
}
