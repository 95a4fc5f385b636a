package org.fourportals.portal.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.fourportals.base.Language;
import org.fourportals.catalogue.Affair;
import org.fourportals.portal.Page;
import org.springframework.stereotype.Component;

/**
 * The Chinese of words that the city's lists have in English only (results and usual documents of affairs that are described), and both
 * languages of the fields of data sets. Kept in {@code glossary/results.tsv}, {@code documents.tsv} and {@code fields.tsv}.
 */
@Component
public final class Glossary {

    private final Map<String, String> documents = read("documents.tsv", 2);
    private final Map<String, String> results = read("results.tsv", 2);
    private final Map<String, String> fields = read("fields.tsv", 3);

    private static Map<String, String> read(String file, int columns) {
        var stream = Objects.requireNonNull(Glossary.class.getResourceAsStream("/glossary/" + file), () -> "glossary/" + file + " is missing");
        Map<String, String> words = new HashMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (cells.length != columns || words.putIfAbsent(cells[0], line.substring(cells[0].length() + 1)) != null) {
                    throw new IllegalStateException("glossary/" + file + ": not " + columns + " cells, or twice: " + line);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    boolean hasDocument(String english) {
        return documents.containsKey(english);
    }

    boolean hasResult(String english) {
        return results.containsKey(english);
    }

    boolean hasField(String name) {
        return fields.containsKey(name);
    }

    String document(Page page, String english) {
        return page.language() == Language.EN ? capital(english) : documents.getOrDefault(english, english);
    }

    String result(Page page, Affair affair) {
        return page.language() == Language.EN ? capital(affair.result()) : results.getOrDefault(affair.result(), affair.result());
    }

    /** The name of a data set's field in the reader's words; its own name where the glossary has none. */
    public String field(Page page, String name) {
        String words = fields.get(name);
        if (words == null) {
            return spelled(name);
        }
        int tab = words.indexOf('\t');
        return page.language() == Language.ZH ? words.substring(0, tab) : words.substring(tab + 1);
    }

    /** {@code validUntil} as {@code valid until}. */
    private static String spelled(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
