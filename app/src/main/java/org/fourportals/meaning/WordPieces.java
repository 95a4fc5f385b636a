package org.fourportals.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts a text into the numbered pieces a BERT model reads: Chinese characters one by one, other words by the longest pieces its vocabulary has
 * (Wu et al. 2016, "Google's Neural Machine Translation System", section 4.1). Any text is cut; what is not in the vocabulary is unknown.
 */
final class WordPieces {

    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final int unknown;
    private final int begin;
    private final int end;

    /** Reads a `tokenizer.json` from the class path. */
    WordPieces(String resource) {
        try (InputStream in = Objects.requireNonNull(WordPieces.class.getResourceAsStream(resource), resource)) {
            JsonNode vocab = JsonMapper.shared().readTree(in).path("model").path("vocab");
            vocab.properties().forEach(entry -> vocabulary.put(entry.getKey(), entry.getValue().intValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.unknown = number("[UNK]");
        this.begin = number("[CLS]");
        this.end = number("[SEP]");
    }

    private int number(String piece) {
        return Objects.requireNonNull(vocabulary.get(piece), piece);
    }

    /** The pieces with a mark before and after, at most `limit` in all. */
    long[] pieces(String text, int limit) {
        List<Integer> pieces = new ArrayList<>();
        pieces.add(begin);
        for (String word : words(text)) {
            cut(word, pieces);
            if (pieces.size() >= limit) {
                break;
            }
        }
        List<Integer> kept = new ArrayList<>(pieces.subList(0, Math.min(limit - 1, pieces.size())));
        kept.add(end);
        return kept.stream().mapToLong(Integer::longValue).toArray();
    }

    private void cut(String word, List<Integer> pieces) {
        if (word.length() > LONGEST_WORD) {
            pieces.add(unknown);
            return;
        }
        List<Integer> found = new ArrayList<>();
        for (int from = 0; from < word.length();) {
            int to = word.length();
            Integer piece = null;
            while (to > from && piece == null) {
                piece = vocabulary.get((from == 0 ? "" : "##") + word.substring(from, to));
                to = piece == null ? to - 1 : to;
            }
            if (piece == null) {
                pieces.add(unknown);
                return;
            }
            found.add(piece);
            from = to;
        }
        pieces.addAll(found);
    }

    /** Small letters without accents; marks and Chinese characters are words of their own. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Normalizer.normalize(text.toLowerCase(java.util.Locale.ROOT), Normalizer.Form.NFD).codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.NON_SPACING_MARK || type == Character.CONTROL && !Character.isWhitespace(c) || type == Character.FORMAT || c == 0xFFFD) {
                return;
            }
            boolean alone = isMark(c, type) || Character.isIdeographic(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || alone) {
                flush(word, words);
            }
            if (alone) {
                words.add(Character.toString(c));
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                word.appendCodePoint(c);
            }
        });
        flush(word, words);
        return words;
    }

    private static boolean isMark(int c, int type) {
        return switch (type) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION, Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION -> true;
            default -> c > 32 && c < 127 && !Character.isLetterOrDigit(c);
        };
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
