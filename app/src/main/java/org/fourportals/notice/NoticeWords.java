package org.fourportals.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.fourportals.base.Language;
import org.fourportals.base.Text;
import org.springframework.stereotype.Component;

/**
 * The sentences of notices, {@code notice/words.zh.properties} and {@code notice/words.en.properties}: a title and a text for each kind. A gap such as
 * {@code {affair}} is filled with what the occasion says. A sentence in one language only, or with other gaps there, stops the start.
 */
@Component
public class NoticeWords {

    private static final Pattern GAP = Pattern.compile("\\{([a-z-]+)}");

    private final Map<Language, Properties> sentences = new EnumMap<>(Language.class);

    public NoticeWords() {
        sentences.put(Language.ZH, read("words.zh.properties"));
        sentences.put(Language.EN, read("words.en.properties"));
        Set<String> keys = new TreeSet<>(sentences.get(Language.ZH).stringPropertyNames());
        keys.addAll(sentences.get(Language.EN).stringPropertyNames());
        for (NoticeKind kind : NoticeKind.values()) {
            keys.add(kind.key() + ".title");
            keys.add(kind.key() + ".text");
        }
        for (String key : keys) {
            if (!gaps(sentence(Language.ZH, key)).equals(gaps(sentence(Language.EN, key)))) {
                throw new IllegalStateException("Notices: " + key + " has other gaps in English than in Chinese");
            }
        }
    }

    public String title(NoticeKind kind, Map<String, Text> words, Language language) {
        return filled(sentence(language, kind.key() + ".title"), words, language);
    }

    public String text(NoticeKind kind, Map<String, Text> words, Language language) {
        return filled(sentence(language, kind.key() + ".text"), words, language);
    }

    /** A sentence that belongs to no kind, such as the end of every mail. */
    public String sentence(Language language, String key) {
        String sentence = sentences.get(language).getProperty(key, "");
        if (sentence.isBlank()) {
            throw new IllegalStateException("Notices: no sentence " + key + " in " + language);
        }
        return sentence;
    }

    private static String filled(String sentence, Map<String, Text> words, Language language) {
        return GAP.matcher(sentence).replaceAll(gap -> {
            Text word = words.get(gap.group(1));
            return Matcher.quoteReplacement(word == null ? "–" : word.in(language));
        });
    }

    private static Set<String> gaps(String sentence) {
        return GAP.matcher(sentence).results().map(gap -> gap.group(1)).collect(Collectors.toSet());
    }

    private static Properties read(String name) {
        Properties read = new Properties();
        try (var file = NoticeWords.class.getResourceAsStream("/notice/" + name)) {
            if (file == null) {
                throw new IllegalStateException("Notices: no file " + name);
            }
            read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
