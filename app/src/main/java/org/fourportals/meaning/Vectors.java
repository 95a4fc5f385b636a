package org.fourportals.meaning;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vectors of the catalogue's texts, worked out once and kept in a file, so that the next start has them at once. The program brings those of
 * the catalogue it was built with. A file that is damaged or of another form is left aside and written anew. Loads each language's model when
 * first needed.
 */
public final class Vectors {

    /** Where the program's own stand on the class path. */
    public static final String RESOURCE = "/search/vectors";

    private static final Logger LOG = LoggerFactory.getLogger(Vectors.class);
    private static final int MARK = 0x46505632;
    private static final int KEY_BYTES = 32;
    private static final float STEPS = 127;

    private final Path file;
    private final Map<String, float[]> kept = new ConcurrentHashMap<>();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final Set<String> added = ConcurrentHashMap.newKeySet();
    private final Map<TextModel.Kind, TextModel> models = new ConcurrentHashMap<>();

    public Vectors(Path file) {
        this.file = file;
        try (InputStream own = Vectors.class.getResourceAsStream(RESOURCE)) {
            if (own != null) {
                read(own, RESOURCE);
            }
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    read(in, file.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The vector of one of the catalogue's texts, kept for later by {@link #keep}. */
    public float[] ofText(TextModel.Kind kind, String text) {
        String key = key(kind, text);
        used.add(key);
        return kept.computeIfAbsent(key, _ -> {
            added.add(key);
            return model(kind).vector(text);
        });
    }

    /** The vector of what somebody typed; not kept. */
    public float[] ofQuery(TextModel.Kind kind, String query) {
        return model(kind).vector(query);
    }

    private TextModel model(TextModel.Kind kind) {
        return models.computeIfAbsent(kind, TextModel::new);
    }

    private static String key(TextModel.Kind kind, String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((kind + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(InputStream from, String name) {
        Map<String, float[]> found = new ConcurrentHashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(from))) {
            if (in.readInt() != MARK) {
                throw new IOException("It is not a file of vectors");
            }
            int count = in.readInt();
            for (int n = 0; n < count; n++) {
                String key = HexFormat.of().formatHex(in.readNBytes(KEY_BYTES));
                float[] vector = new float[in.readUnsignedShort()];
                float step = in.readFloat();
                byte[] steps = in.readNBytes(vector.length);
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = steps[i] * step;
                }
                found.put(key, vector);
            }
        } catch (IOException | IndexOutOfBoundsException damaged) {
            LOG.warn("{} is left aside: {}", name, damaged.toString());
            return;
        }
        kept.putAll(found);
    }

    /** Writes those in use if there are new ones, whole or not at all. Coarser than they were worked out: each number in 255 steps. */
    public void keep() {
        if (added.isEmpty()) {
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
                out.writeInt(MARK);
                out.writeInt(used.size());
                for (String key : used) {
                    write(key, kept.get(key), out);
                }
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            added.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String key, float @Nullable [] vector, DataOutputStream out) throws IOException {
        float[] numbers = java.util.Objects.requireNonNull(vector, key);
        float greatest = 0;
        for (float x : numbers) {
            greatest = Math.max(greatest, Math.abs(x));
        }
        out.write(HexFormat.of().parseHex(key));
        out.writeShort(numbers.length);
        out.writeFloat(greatest / STEPS);
        for (float x : numbers) {
            out.writeByte(Math.round(x / greatest * STEPS));
        }
    }
}
