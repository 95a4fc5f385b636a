package org.fourportals.search;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fourportals.base.Language;
import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.LifeEvent;
import org.fourportals.catalogue.events.AffairPublished;
import org.fourportals.search.internal.Described;
import org.fourportals.search.internal.Finder;
import org.fourportals.search.internal.Suggestions;
import org.fourportals.search.internal.Synonyms;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Finds affairs by what people type: everyday words, the city's terms, names of papers, pinyin or its first letters, in Chinese, English
 * or both, with slips. Never fails on any text. Keeps one index in memory, made anew from the catalogue and swapped as a whole.
 */
@Component
public class Search {

    private static final int MOST = 50;

    private final Supplier<List<Described>> source;
    private volatile State state;

    @Autowired
    Search(Catalogue catalogue) {
        this(() -> describe(catalogue));
    }

    Search(Supplier<List<Described>> source) {
        this.source = source;
        this.state = build();
    }

    /**
     * What was found, best first.
     *
     * @param nothingFits no affair answers the query; the hits, if any, only touch it
     */
    public record Results(List<Hit> hits, boolean nothingFits) {
    }

    /**
     * An affair found.
     *
     * @param score comparable within one result only
     * @param why   the words that speak for it, in the reader's language
     */
    public record Hit(Affair affair, double score, String why) {
    }

    /** A way to complete what is being typed: the affair and its name in the reader's language. */
    public record Suggestion(Affair affair, String text) {
    }

    private record State(Finder finder, Suggestions suggestions) {
    }

    /**
     * Finds affairs.
     *
     * @param query  anything a person or a machine may send; only the first 160 characters count
     * @param reader the language of {@link Hit#why}; affairs are found by words of both
     * @param limit  at most so many, never more than 50
     */
    public Results find(String query, Language reader, int limit) {
        List<Finder.Match> matches = state.finder().find(query, Math.clamp(limit, 1, MOST));
        return new Results(matches.stream().map(m -> new Hit(m.described().affair(), m.score(), why(m.said(), reader))).toList(),
                matches.stream().noneMatch(Finder.Match::fits));
    }

    private static String why(List<String> said, Language reader) {
        return switch (reader) {
            case ZH -> said.isEmpty() ? "部分字词相符" : said.stream().collect(Collectors.joining("、", "相符：", ""));
            case EN -> said.isEmpty() ? "Partly matches" : said.stream().collect(Collectors.joining(", ", "Matches: ", ""));
        };
    }

    /**
     * Completes what is being typed: names that begin with it, then names that have a word beginning with it, also by pinyin and its first
     * letters; where there is none, what {@link #find} finds. Nothing for an empty text.
     */
    public List<Suggestion> suggest(String prefix, Language reader, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<Affair> affairs = state.suggestions().complete(prefix, most);
        if (affairs.isEmpty()) {
            Results results = find(prefix, reader, most);
            affairs = results.nothingFits() ? List.of() : results.hits().stream().map(Hit::affair).toList();
        }
        return affairs.stream().map(affair -> new Suggestion(affair, affair.name().in(reader))).toList();
    }

    /** Makes the index anew from the catalogue; searches meanwhile use the old one. If it fails the old one stays. */
    public void rebuild() {
        state = build();
    }

    /** The words of an affair that came into force are found from then on. */
    @EventListener
    void follow(AffairPublished published) {
        rebuild();
    }

    private State build() {
        List<Described> affairs = source.get();
        return new State(new Finder(affairs, synonyms()), new Suggestions(affairs));
    }

    private static Synonyms synonyms() {
        var file = Objects.requireNonNull(Search.class.getResourceAsStream("/search/synonyms.txt"), "search/synonyms.txt is missing");
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return Synonyms.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Described> describe(Catalogue catalogue) {
        Map<String, Text> events = catalogue.lifeEvents().stream().collect(Collectors.toMap(LifeEvent::id, LifeEvent::name));
        return catalogue.affairs().stream().map(affair -> new Described(affair, catalogue.department(affair.department()).name(),
                events.get(affair.lifeEvent()), plain(catalogue, affair, Language.ZH), plain(catalogue, affair, Language.EN))).toList();
    }

    /** The plain words of a written-out affair: what it is, its requirements and its result. */
    private static String plain(Catalogue catalogue, Affair affair, Language language) {
        return catalogue.findPlan(affair.id()).stream()
                .flatMap(plan -> Stream.concat(Stream.of(plan.plain(), plan.result().name()),
                        plan.requirements().stream().map(AffairPlan.Requirement::name)))
                .map(text -> text.in(language)).collect(Collectors.joining(" "));
    }
}
