package org.fourportals.assistant.internal;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.fourportals.assistant.internal.Utterances.Utterance;
import org.fourportals.base.Language;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.catalogue.City;
import org.fourportals.meaning.TextModel;
import org.fourportals.meaning.Vectors;

/**
 * Trains the {@link IntentModel} by stochastic gradient descent with a step for each weight (AdaGrad: Duchi, Hazan and Singer 2011) while the
 * program is built. The same files give the same model.
 */
public final class IntentTraining {

    private static final long SEED = 20_261_122L;
    private static final int ROUNDS = 10;
    private static final float STEP = 0.05f;
    private static final float SHRINK = 2e-5f;

    /** So much the names and sayings of affairs weigh beside one other intent. */
    private static final double AFFAIRS = 1;

    private IntentTraining() {
    }

    /**
     * Takes the catalogue's folder, the utterances, the file of vectors kept from build to build and the file to write; nothing is done where
     * that was made from the same texts.
     */
    public static void main(String[] arguments) throws IOException {
        City city = CatalogueReader.read(Path.of(arguments[0])).city();
        List<Utterance> written = Utterances.read(Files.newBufferedReader(Path.of(arguments[1])));
        List<Utterance> all = Utterances.filled(written, city, new Random(SEED));
        Path file = Path.of(arguments[3]);
        String madeFrom = digest(all);
        if (madeFrom.equals(madeFrom(file))) {
            return;
        }
        Vectors vectors = new Vectors(Path.of(arguments[2]));
        IntentModel model = train(all, vectors);
        vectors.keep();
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            model.write(out, madeFrom);
        }
    }

    private static String madeFrom(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            return in.readInt() == IntentModel.MARK ? in.readUTF() : "";
        }
    }

    private static String digest(List<Utterance> all) {
        String whole = ROUNDS + " " + STEP + " " + SHRINK + " " + AFFAIRS + " " + IntentModel.MEANING + " " + Features.BUCKETS + all;
        try {
            return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A sentence as the model sees it. */
    private record Example(int intent, float[] meaning, int[] buckets, float weight) {
    }

    static IntentModel train(List<Utterance> all, Vectors vectors) {
        List<String> intents = all.stream().map(Utterance::intent).distinct().sorted().toList();
        Map<Language, IntentModel.Weights> weights = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            List<Utterance> of = all.stream().filter(u -> u.language() == language).toList();
            weights.put(language, descend(examples(of, intents, vectors), intents.size()));
        }
        return new IntentModel(intents, weights, vectors);
    }

    /** Intents weigh alike, however many sentences there are of each. */
    private static List<Example> examples(List<Utterance> of, List<String> intents, Vectors vectors) {
        Map<String, Long> counts = of.stream().collect(Collectors.groupingBy(Utterance::intent, HashMap::new, Collectors.counting()));
        double usual = of.size() / (double) intents.size();
        List<Example> examples = new ArrayList<>();
        for (Utterance one : of) {
            String plain = Features.plain(one.text());
            Language language = Features.language(plain);
            if (language == one.language()) {
                double weight = Math.min(4, usual / counts.getOrDefault(one.intent(), 1L)) * (one.intent().equals(Utterances.AFFAIR) ? AFFAIRS : 1);
                examples.add(new Example(intents.indexOf(one.intent()), vectors.ofText(TextModel.Kind.of(language), plain), Features.of(language, plain), (float) weight));
            }
        }
        return examples;
    }

    private static IntentModel.Weights descend(List<Example> examples, int intents) {
        int meanings = examples.getFirst().meaning.length;
        float[][] rows = new float[intents][meanings + Features.BUCKETS + 1];
        float[][] past = new float[intents][meanings + Features.BUCKETS + 1];
        IntentModel.Weights weights = new IntentModel.Weights(meanings, rows);
        Random random = new Random(SEED);
        List<Example> order = new ArrayList<>(examples);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (Example example : order) {
                double[] shares = IntentModel.shares(weights, example.meaning, example.buckets);
                for (int i = 0; i < intents; i++) {
                    float slope = (float) (shares[i] - (i == example.intent ? 1 : 0)) * example.weight;
                    if (Math.abs(slope) > 1e-3f) {
                        step(rows[i], past[i], slope, example, meanings);
                    }
                }
            }
        }
        return weights;
    }

    private static void step(float[] row, float[] past, float slope, Example example, int meanings) {
        for (int n = 0; n < meanings; n++) {
            move(row, past, n, slope * example.meaning[n] * IntentModel.MEANING);
        }
        float each = (float) (1 / Math.sqrt(Math.max(1, example.buckets.length)));
        for (int bucket : example.buckets) {
            move(row, past, meanings + bucket, slope * each);
        }
        move(row, past, row.length - 1, slope);
    }

    private static void move(float[] row, float[] past, int n, float slope) {
        float whole = slope + SHRINK * row[n];
        past[n] += whole * whole;
        row[n] -= (float) (STEP * whole / Math.sqrt(past[n] + 1e-6f));
    }
}
