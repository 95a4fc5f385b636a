package org.fourportals.assistant.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.fourportals.base.Language;
import org.fourportals.meaning.Meanings;
import org.fourportals.meaning.TextModel;
import org.fourportals.meaning.Vectors;

/**
 * Whether a sentence that a model wrote is supported by a passage: it means about the same, says it in much the same words, names no number and no
 * address the passages do not have, and denies nothing they affirm.
 */
public final class Support {

    private static final double NEAR_ZH = 0.6;
    private static final double NEAR_EN = 0.55;
    private static final double COMMON = 0.3;
    private static final Pattern SENTENCE = Pattern.compile("[^。！？!?\\n]+?(?:[。！？!?\\n]|\\.(?=\\s|$)|$)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*|https?://\\S+|[一二三四五六七八九十百千万两]+(?=[个天日元年月岁次份张人])");
    private static final Pattern DENIES = Pattern.compile("[不没无未非]|\\b(no|not|never|without|cannot|none)\\b|n't", Pattern.CASE_INSENSITIVE);

    private final Vectors vectors;

    public Support(Vectors vectors) {
        this.vectors = vectors;
    }

    /** The sentences of a text that a passage supports, in their order. */
    public List<String> supported(String written, List<String> passages) {
        List<String> kept = new ArrayList<>();
        Matcher sentences = SENTENCE.matcher(written.replaceAll("[\\p{Cntrl}&&[^\\n]]|\\p{Cf}", " ").replaceAll("[*#`<>]", ""));
        while (sentences.find()) {
            String sentence = sentences.group().strip();
            if (!sentence.isEmpty() && passages.stream().anyMatch(passage -> supports(passage, sentence))) {
                kept.add(sentence);
            }
        }
        return kept;
    }

    private boolean supports(String passage, String sentence) {
        String said = Features.plain(sentence);
        String source = Features.plain(passage);
        if (said.isEmpty() || source.isEmpty() || Features.language(said) != Features.language(source)) {
            return false;
        }
        if (!numbers(passage).containsAll(numbers(sentence)) || DENIES.matcher(sentence).find() && !DENIES.matcher(passage).find()) {
            return false;
        }
        Language language = Features.language(said);
        int[] words = Features.of(language, said);
        int[] has = Features.of(language, source);
        double common = Arrays.stream(words).filter(word -> Arrays.binarySearch(has, word) >= 0).count() / (double) words.length;
        TextModel.Kind kind = TextModel.Kind.of(language);
        return common >= COMMON && Meanings.inner(vectors.ofQuery(kind, said), vectors.ofQuery(kind, source)) >= (language == Language.ZH ? NEAR_ZH : NEAR_EN);
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new HashSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }
}
