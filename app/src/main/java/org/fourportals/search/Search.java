package org.fourportals.search;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import org.fourportals.base.Language;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.catalogue.events.AffairPublished;
import org.fourportals.search.Sayings.Saying;
import org.fourportals.search.internal.Described;
import org.fourportals.search.internal.Describing;
import org.fourportals.search.internal.Finder;
import org.fourportals.search.internal.Nearness;
import org.fourportals.search.internal.Suggestions;
import org.fourportals.search.internal.Synonyms;
import org.fourportals.meaning.Vectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds affairs by what people type: everyday words, the city's terms, names of papers, pinyin or its first letters, in Chinese, English
 * or both, with slips. Never fails on any text. Keeps one index in memory, made anew from the catalogue and swapped as a whole.
 */
@Component
public class Search {

    private static final int MOST = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Search.class);

    private final Function<List<Saying>, List<Described>> source;
    private final Supplier<List<Saying>> sayings;
    private final Vectors vectors;
    private final ExecutorService builder = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("search-builder").factory());
    private volatile State state;
    private volatile List<Saying> taught = List.of();
    private volatile CompletableFuture<@Nullable Void> building = CompletableFuture.completedFuture(null);

    @Autowired
    Search(Catalogue catalogue, Vectors vectors, Sayings sayings) {
        this(added -> Describing.of(catalogue.city(), affair -> catalogue.findPlan(affair).orElse(null), added), sayings::list, vectors);
    }

    /** Over what a folder holds, with meaning from the first query on: for whoever measures. */
    public static Search over(CatalogueReader.Reading reading, Path vectors) {
        Search search = new Search(added -> Describing.of(reading), List::of, new Vectors(vectors));
        search.awaitMeaning();
        return search;
    }

    Search(Supplier<List<Described>> source, Vectors vectors) {
        this(added -> source.get(), List::of, vectors);
    }

    private Search(Function<List<Saying>, List<Described>> source, Supplier<List<Saying>> sayings, Vectors vectors) {
        this.source = source;
        this.sayings = sayings;
        this.vectors = vectors;
        List<Described> affairs = describe();
        this.state = byWords(affairs);
        building = inBackground(() -> state = whole(state, affairs));
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
        return find(query, reader, limit, By.BOTH);
    }

    /** By what affairs are found. */
    public enum By { WORDS, MEANING, BOTH }

    /** As above, but by words or meaning only: for whoever measures what each brings. */
    public Results find(String query, Language reader, int limit, By by) {
        Finder finder = state.finder();
        int most = Math.clamp(limit, 1, MOST);
        List<Finder.Match> matches = switch (by) {
            case WORDS -> finder.byWords(query).stream().limit(most).toList();
            case MEANING -> finder.byMeaning(query).stream().limit(most).toList();
            case BOTH -> finder.find(query, most);
        };
        return new Results(matches.stream().map(m -> new Hit(m.described().affair(), m.score(), why(m, reader))).toList(),
                matches.stream().noneMatch(Finder.Match::fits));
    }

    private static String why(Finder.Match match, Language reader) {
        List<String> said = match.said();
        if (said.isEmpty() && !match.means().isEmpty()) {
            return reader == Language.ZH ? "也有人这样说：" + match.means() : "Others say: " + match.means();
        }
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

    /**
     * Makes the index anew from the catalogue and swaps it whole; searches meanwhile use the old one. If it fails the old one stays.
     */
    public synchronized void rebuild() {
        awaitMeaning();
        List<Described> affairs = describe();
        state = whole(byWords(affairs), affairs);
    }

    /** As {@link #rebuild}, without waiting for it. */
    public synchronized void rebuildLater() {
        building = building.thenRunAsync(() -> {
            List<Described> affairs = describe();
            state = whole(byWords(affairs), affairs);
        }, builder).exceptionally(failed -> {
            LOG.error("The index could not be made anew; the old one stays", failed);
            return null;
        });
    }

    /** An index made with these sayings, of which nobody else knows. */
    Trial tryOut(List<Saying> added) {
        awaitMeaning();
        List<Described> affairs = source.apply(added);
        return new Trial(whole(byWords(affairs), affairs));
    }

    /** The affair a query finds first, if it finds any that fits. */
    Optional<String> first(String query) {
        return first(state, query);
    }

    private static Optional<String> first(State state, String query) {
        List<Finder.Match> matches = state.finder().find(query, MOST);
        return matches.stream().noneMatch(Finder.Match::fits) ? Optional.empty() : Optional.of(matches.getFirst().described().affair().id());
    }

    /** What queries would find. */
    static final class Trial {

        private final State state;

        private Trial(State state) {
            this.state = state;
        }

        Optional<String> first(String query) {
            return Search.first(state, query);
        }
    }

    private List<Described> describe() {
        List<Saying> now = sayings.get();
        taught = now;
        return source.apply(now);
    }

    private State whole(State words, List<Described> affairs) {
        return new State(words.finder().with(new Nearness(affairs, vectors)), words.suggestions());
    }

    private CompletableFuture<@Nullable Void> inBackground(Runnable work) {
        return CompletableFuture.runAsync(work, builder).exceptionally(failed -> {
            LOG.error("Search goes on by words only", failed);
            return null;
        });
    }

    /**
     * The first start works out what all texts mean, which takes some seconds; until then only words count. Returns when that is done, and so is
     * whatever {@link #rebuildLater} was asked for.
     */
    public void awaitMeaning() {
        building.join();
    }

    /** What an editor taught at another node is known here soon. */
    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void renew() {
        if (!sayings.get().equals(taught)) {
            rebuildLater();
        }
    }

    @PreDestroy
    void close() {
        builder.shutdownNow();
    }

    /** The words of an affair that came into force are found soon after; until then the old index answers whole. */
    @EventListener
    void follow(AffairPublished published) {
        rebuildLater();
    }

    private static State byWords(List<Described> affairs) {
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
}
