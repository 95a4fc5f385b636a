package org.fourportals.meaning;

import java.util.ArrayList;
import java.util.List;

/** Passages that speak of numbered things, found by what they mean. Unchangeable. */
public final class Meanings {

    /** A text in one language that speaks of a thing. */
    public record Passage(int thing, TextModel.Kind language, String text) {
    }

    /** A passage and how near it is, from -1 to 1. */
    public record Near(String text, float nearness) {
        static final Near NOTHING = new Near("", -1);
    }

    private record Placed(int thing, String text, float[] vector) {
    }

    private final int things;
    private final Vectors vectors;
    private final List<Placed> chinese = new ArrayList<>();
    private final List<Placed> english = new ArrayList<>();

    public Meanings(int things, List<Passage> passages, Vectors vectors) {
        this.things = things;
        this.vectors = vectors;
        passages.stream().filter(passage -> !passage.text().isBlank()).forEach(passage ->
                of(passage.language()).add(new Placed(passage.thing(), passage.text(), vectors.ofText(passage.language(), passage.text()))));
        vectors.keep();
    }

    private List<Placed> of(TextModel.Kind language) {
        return switch (language) {
            case CHINESE -> chinese;
            case ENGLISH -> english;
        };
    }

    /** For each thing its passage that is nearest to the query. */
    public Near[] near(TextModel.Kind language, String query) {
        float[] vector = vectors.ofQuery(language, query);
        Near[] near = new Near[things];
        java.util.Arrays.fill(near, Near.NOTHING);
        for (Placed placed : of(language)) {
            float nearness = inner(vector, placed.vector);
            if (nearness > near[placed.thing].nearness()) {
                near[placed.thing] = new Near(placed.text, nearness);
            }
        }
        return near;
    }

    /** The inner product of two vectors, in eight sums side by side, which the processor reckons at once. */
    public static float inner(float[] one, float[] other) {
        float[] sums = new float[8];
        for (int i = 0; i < one.length; i += 8) {
            for (int lane = 0; lane < 8; lane++) {
                sums[lane] += one[i + lane] * other[i + lane];
            }
        }
        float sum = 0;
        for (float lane : sums) {
            sum += lane;
        }
        return sum;
    }
}
