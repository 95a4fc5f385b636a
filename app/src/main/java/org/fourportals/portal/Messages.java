package org.fourportals.portal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.fourportals.base.Language;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every sentence of the pages, in both languages. Each room keeps its own two files, {@code messages/<room>.zh.properties} and
 * {@code messages/<room>.en.properties} in UTF-8; all are read at start. A key in one language only, a key written twice, an empty sentence or
 * placeholders that differ between the languages stop the start and fail the build.
 *
 * <p>In a sentence {@code {0}} stands for the first argument and {@code {0|case|cases}} for the word that fits it as a number. Quotes need no care.
 */
public final class Messages {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)(?:\\|([^|}]*)\\|([^|}]*))?}");

    private final Map<Language, Map<String, String>> sentences;

    private Messages(Map<Language, Map<String, String>> sentences) {
        this.sentences = sentences;
    }

    /** All bundles on the class path. Throws {@link IllegalStateException} listing every fault found. */
    public static Messages fromClasspath() {
        try {
            List<Bundle> bundles = new ArrayList<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    bundles.add(Bundle.read(Objects.requireNonNull(resource.getFilename()), reader));
                }
            }
            return of(bundles);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The messages cannot be read", unreadable);
        }
    }

    /** From bundles read already. */
    static Messages of(List<Bundle> bundles) {
        Set<String> faults = new TreeSet<>();
        Map<Language, Map<String, String>> sentences = new HashMap<>();
        for (Language language : Language.values()) {
            sentences.put(language, merge(bundles.stream().filter(bundle -> bundle.language() == language).toList(), faults));
        }
        bundles.forEach(bundle -> bundle.twice().forEach(key -> faults.add(key + ": written twice in " + bundle.file())));
        Map<String, String> zh = sentences.get(Language.ZH);
        Map<String, String> en = sentences.get(Language.EN);
        Set<String> keys = new TreeSet<>(zh.keySet());
        keys.addAll(en.keySet());
        for (String key : keys) {
            compare(key, zh.getOrDefault(key, ""), en.getOrDefault(key, ""), faults);
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The messages have faults:\n" + String.join("\n", faults));
        }
        return new Messages(sentences);
    }

    private static Map<String, String> merge(List<Bundle> bundles, Set<String> faults) {
        Map<String, String> merged = new HashMap<>();
        Map<String, String> home = new HashMap<>();
        for (Bundle bundle : bundles) {
            bundle.sentences().forEach((key, sentence) -> {
                String other = home.putIfAbsent(key, bundle.file());
                if (other != null) {
                    faults.add(key + ": in " + other + " and in " + bundle.file());
                }
                merged.put(key, sentence);
            });
        }
        return merged;
    }

    private static void compare(String key, String zh, String en, Set<String> faults) {
        if (zh.isBlank()) {
            faults.add(key + ": no Chinese sentence");
        } else if (en.isBlank()) {
            faults.add(key + ": no English sentence");
        } else if (!placeholders(zh).equals(placeholders(en))) {
            faults.add(key + ": placeholders differ, Chinese " + placeholders(zh) + ", English " + placeholders(en));
        }
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER.matcher(sentence).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sentence of this key. Throws {@link IllegalArgumentException} for an unknown key or a missing argument. */
    public String get(Language language, String key, Object... arguments) {
        String sentence = Objects.requireNonNull(sentences.get(language)).get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("No message has the key " + key);
        }
        return PLACEHOLDER.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(fill(key, found, arguments)));
    }

    private static String fill(String key, java.util.regex.MatchResult found, Object[] arguments) {
        int index = Integer.parseInt(found.group(1));
        if (index >= arguments.length) {
            throw new IllegalArgumentException("Message " + key + " needs argument {" + index + "}, got " + arguments.length);
        }
        String value = String.valueOf(arguments[index]);
        return found.group(2) == null ? value : value.equals("1") ? found.group(2) : found.group(3);
    }

    public Set<String> keys() {
        return Set.copyOf(Objects.requireNonNull(sentences.get(Language.ZH)).keySet());
    }

    /** One file of one room in one language, with the keys it holds more than once. */
    record Bundle(String file, Language language, Map<String, String> sentences, Set<String> twice) {

        static Bundle read(String file, Reader reader) throws IOException {
            if (!file.matches("[a-z0-9-]+\\.(zh|en)\\.properties")) {
                throw new IllegalStateException(file + ": a bundle is named <room>.zh.properties or <room>.en.properties");
            }
            Map<String, String> sentences = new HashMap<>();
            Set<String> twice = new TreeSet<>();
            new Properties() {
                @Override
                public synchronized Object put(Object key, Object value) {
                    Object before = sentences.put((String) key, (String) value);
                    if (before != null) {
                        twice.add((String) key);
                    }
                    return value;
                }
            }.load(reader);
            return new Bundle(file, file.endsWith(".en.properties") ? Language.EN : Language.ZH, sentences, twice);
        }
    }
}
