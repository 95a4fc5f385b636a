package org.fourportals.assistant.internal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.fourportals.base.Language;
import org.fourportals.meaning.TextModel;
import org.fourportals.meaning.Vectors;

/**
 * What a sentence wants: a linear model (multinomial logistic regression) over its meaning and its {@link Features}, one a language, trained
 * while the program is built from {@code assistant/utterances.tsv} and the catalogue's own names and sayings. Unchangeable.
 */
public final class IntentModel {

    static final String RESOURCE = "/assistant/intents";
    static final int MARK = 0x46504931;

    /** The part of a sentence's picture that its meaning makes up, beside its features of length one. */
    static final float MEANING = 5;

    private final List<String> intents;
    private final Map<Language, Weights> weights;
    private final Vectors vectors;

    /** A row of weights for each intent: for the numbers of the meaning, then for the buckets, then the one that always counts. */
    record Weights(int meanings, float[][] rows) {
    }

    IntentModel(List<String> intents, Map<Language, Weights> weights, Vectors vectors) {
        this.intents = intents;
        this.weights = weights;
        this.vectors = vectors;
    }

    /** The one that was built into the program. */
    public static IntentModel builtIn(Vectors vectors) {
        try (InputStream in = Objects.requireNonNull(IntentModel.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return read(new DataInputStream(new BufferedInputStream(in)), vectors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How likely each intent is, from 0 to 1, in the order of the file; they add up to 1. Nothing for a text without a letter. */
    public Map<String, Double> likely(String text) {
        String plain = Features.plain(text);
        if (plain.isEmpty()) {
            return Map.of();
        }
        Language language = Features.language(plain);
        double[] shares = shares(Objects.requireNonNull(weights.get(language)), vectors.ofQuery(TextModel.Kind.of(language), plain), Features.of(language, plain));
        Map<String, Double> likely = new LinkedHashMap<>();
        for (int i = 0; i < shares.length; i++) {
            likely.put(intents.get(i), shares[i]);
        }
        return likely;
    }

    static double[] shares(Weights weights, float[] meaning, int[] buckets) {
        double[] shares = new double[weights.rows.length];
        float each = (float) (1 / Math.sqrt(Math.max(1, buckets.length)));
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            float[] row = weights.rows[i];
            double sum = row[row.length - 1];
            for (int n = 0; n < meaning.length; n++) {
                sum += row[n] * meaning[n] * MEANING;
            }
            for (int bucket : buckets) {
                sum += row[weights.meanings + bucket] * each;
            }
            shares[i] = sum;
            most = Math.max(most, sum);
        }
        double all = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(shares[i] - most);
            all += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= all;
        }
        return shares;
    }

    private static IntentModel read(DataInputStream in, Vectors vectors) throws IOException {
        if (in.readInt() != MARK) {
            throw new IOException("It is not a file of intents");
        }
        in.readUTF();
        List<String> intents = new ArrayList<>();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            intents.add(in.readUTF());
        }
        Map<Language, Weights> weights = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            int meanings = in.readUnsignedShort();
            float[][] rows = new float[count][];
            for (int i = 0; i < count; i++) {
                rows[i] = row(in, meanings + Features.BUCKETS + 1);
            }
            weights.put(language, new Weights(meanings, rows));
        }
        return new IntentModel(List.copyOf(intents), weights, vectors);
    }

    private static float[] row(DataInputStream in, int length) throws IOException {
        float step = in.readFloat();
        byte[] steps = in.readNBytes(length);
        float[] row = new float[length];
        for (int i = 0; i < length; i++) {
            row[i] = steps[i] * step;
        }
        return row;
    }

    /** Writes it with a note of what it was made from; coarser than it was trained, each number in 255 steps. */
    void write(DataOutputStream out, String madeFrom) throws IOException {
        out.writeInt(MARK);
        out.writeUTF(madeFrom);
        out.writeShort(intents.size());
        for (String intent : intents) {
            out.writeUTF(intent);
        }
        for (Language language : Language.values()) {
            Weights of = Objects.requireNonNull(weights.get(language));
            out.writeShort(of.meanings);
            for (float[] row : of.rows) {
                write(row, out);
            }
        }
    }

    private static void write(float[] row, DataOutputStream out) throws IOException {
        float greatest = Float.MIN_NORMAL;
        for (float x : row) {
            greatest = Math.max(greatest, Math.abs(x));
        }
        out.writeFloat(greatest / 127);
        for (float x : row) {
            out.writeByte(Math.round(x / greatest * 127));
        }
    }
}
