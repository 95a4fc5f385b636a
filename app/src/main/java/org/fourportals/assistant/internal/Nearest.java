package org.fourportals.assistant.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.fourportals.base.Language;
import org.fourportals.meaning.Meanings;
import org.fourportals.meaning.TextModel;
import org.fourportals.meaning.Vectors;

/** Which of some things a sentence speaks of, by what is said of each: nearest in meaning, with a share for words in common. */
public final class Nearest {

    /** So much all words of the thing found in the sentence count beside a perfect likeness. */
    private static final double WORDS = 0.35;

    private final Vectors vectors;

    public Nearest(Vectors vectors) {
        this.vectors = vectors;
    }

    public record Near<T>(T thing, double nearness) {
    }

    /** The nearest; empty if there is none at all. `texts` says a thing in the sentence's language, in one or more ways. */
    public <T> Optional<Near<T>> of(String sentence, List<T> things, Function<T, List<String>> texts) {
        String plain = Features.plain(sentence);
        if (plain.isEmpty() || things.isEmpty()) {
            return Optional.empty();
        }
        Language language = Features.language(plain);
        TextModel.Kind kind = TextModel.Kind.of(language);
        float[] meant = vectors.ofQuery(kind, plain);
        int[] said = Features.of(language, plain);
        return things.stream().map(thing -> new Near<>(thing, texts.apply(thing).stream().mapToDouble(text -> {
            String words = Features.plain(text);
            return words.isEmpty() ? 0 : Meanings.inner(meant, vectors.ofText(kind, words)) + WORDS * common(said, Features.of(language, words));
        }).max().orElse(0))).max(Comparator.comparingDouble(Near::nearness));
    }

    /** The share of `of`'s buckets that are also in `said`, both ascending. */
    private static double common(int[] said, int[] of) {
        int found = 0;
        for (int bucket : of) {
            found += java.util.Arrays.binarySearch(said, bucket) >= 0 ? 1 : 0;
        }
        return found / (double) Math.max(1, of.length);
    }
}
