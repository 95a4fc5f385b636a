package org.fourportals.assistant.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.fourportals.base.Language;
import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.City;

/** Sentences and what they want: those of {@code assistant/utterances.tsv}, and the names and sayings of the catalogue, which want an affair. */
final class Utterances {

    /** The intent of a sentence that names or describes something to be settled. */
    static final String AFFAIR = "affair";

    private static final String NAME = "{affair}";
    private static final String DOCUMENT = "{document}";
    private static final int NAMES = 4;
    private static final int SENTENCE_ZH = 14;
    private static final int SENTENCE_EN = 8;

    /** How people put a wish in words; every affair is asked for in one of these. */
    private static final List<String> WISHES_ZH = List.of("%s", "%s", "%s", "%s怎么办", "怎么%s", "我想%s", "请问%s怎么弄", "%s要怎么申请", "我要办%s", "帮我办一下%s", "%s在哪里办");
    private static final List<String> WISHES_EN = List.of("%s", "%s", "%s", "How do I get this: %s", "I want to arrange: %s", "I need help with %s", "What should I apply for? %s",
            "Can I apply for %s here?", "Where can I do %s?");

    private Utterances() {
    }

    /** A sentence and what it wants. */
    record Utterance(String intent, Language language, String text) {
    }

    /** Reads the file; throws {@link IllegalStateException} naming the line that is none. */
    static List<Utterance> read(Reader from) throws IOException {
        Set<Utterance> found = new LinkedHashSet<>();
        try (BufferedReader lines = new BufferedReader(from)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (cells.length != 3 || !cells[0].matches("affair|(go|fact|say|refuse):[a-z_-]+") || !cells[1].matches("zh|en") || cells[2].isBlank()) {
                    throw new IllegalStateException("assistant/utterances.tsv: not an intent, a language and a text: " + line);
                }
                found.add(new Utterance(cells[0], Language.of(cells[1]), cells[2]));
            }
        }
        return List.copyOf(found);
    }

    /** The sentences with names in their gaps, and each affair asked for in its own words. */
    static List<Utterance> filled(List<Utterance> written, City city, Random random) {
        List<Utterance> all = new ArrayList<>();
        List<Affair> affairs = List.copyOf(city.affairs().values());
        List<Text> documents = List.copyOf(city.documents().values());
        for (Utterance one : written) {
            boolean gap = one.text.contains(NAME) || one.text.contains(DOCUMENT);
            for (int n = 0; n < (gap ? NAMES : 1); n++) {
                String name = words(city, affairs.get(random.nextInt(affairs.size())), one.language, random, n == 0);
                String document = documents.get(random.nextInt(documents.size())).in(one.language);
                all.add(new Utterance(one.intent, one.language, one.text.replace(NAME, name).replace(DOCUMENT, document)));
            }
        }
        for (Affair affair : affairs) {
            for (Language language : Language.values()) {
                all.add(new Utterance(AFFAIR, language, wish(affair.name().in(language), language, random)));
                city.sayings(affair.id(), language).forEach(saying -> all.add(new Utterance(AFFAIR, language, wish(saying, language, random))));
            }
        }
        return all;
    }

    private static String words(City city, Affair affair, Language language, Random random, boolean official) {
        List<String> sayings = city.sayings(affair.id(), language);
        return official || sayings.isEmpty() ? affair.name().in(language) : sayings.get(random.nextInt(sayings.size()));
    }

    /** A whole sentence stays as it is. */
    private static String wish(String what, Language language, Random random) {
        boolean sentence = language == Language.ZH ? what.length() >= SENTENCE_ZH : what.split(" ").length >= SENTENCE_EN;
        if (sentence) {
            return what;
        }
        List<String> wishes = language == Language.ZH ? WISHES_ZH : WISHES_EN;
        return String.format(wishes.get(random.nextInt(wishes.size())), what);
    }
}
