package org.fourportals.assistant.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;

import org.fourportals.assistant.Place;
import org.fourportals.base.Language;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.search.Search;
import org.fourportals.search.Search.Hit;

/** Which affair a question speaks of: one it names or describes, or that of the page. */
public final class Wanted {

    private static final int OTHERS = 3;

    /** So far ahead of the rest is an affair that is surely meant. */
    private static final double SURE = 45;
    private static final double FITS = 34;
    private static final double AHEAD = 12;

    /** Of what does not fit by itself, that which is so good and so far ahead may still be meant. */
    private static final double NEAR = 24;
    private static final double LEAD = 6;
    private static final double ALONE = 0.15;
    private static final double WORTHWHILE = 0.6;
    private static final double BESIDE = 0.6;
    private static final double BOTH = 50;
    private static final int WIDE = 8;

    private static final Patterns CUES = new Patterns("/assistant/cues.tsv");

    private final Search search;
    private final Books books;

    public Wanted(Search search, Books books) {
        this.search = search;
        this.books = books;
    }

    /**
     * Affairs that are meant, the most likely first; none where nothing fits.
     *
     * @param sure whether the first one is named so well that the page does not matter
     */
    public record Found(List<Affair> affairs, boolean sure) {
    }

    public Found find(String question, Place place) {
        Search.Results plain = search.find(question, Language.ZH, WIDE);
        boolean fits = fits(plain);
        Optional<Affair> here = Optional.ofNullable(place.affair()).flatMap(books.plans()).map(AffairPlan::affair);
        boolean sure = fits && plain.hits().getFirst().score() >= SURE;
        if (here.isEmpty() || sure) {
            return !fits ? new Found(List.of(), false) : worthwhile(plain.hits().stream().collect(scores()), sure);
        }
        return besides(question, plain, here.get());
    }

    /** What is said on the page of an affair mostly goes on from it: what is near to both counts more. */
    private Found besides(String question, Search.Results plain, Affair here) {
        Language language = Features.language(Features.plain(question));
        Search.Results together = search.find(here.name().in(language) + " " + question, Language.ZH, WIDE);
        Map<Affair, Double> scores = plain.hits().stream().collect(scores());
        together.hits().stream().filter(hit -> !hit.affair().equals(here)).forEach(hit -> scores.merge(hit.affair(), hit.score() * BESIDE, Double::sum));
        boolean fits = fits(plain) || scores.values().stream().anyMatch(score -> score >= BOTH);
        return fits ? worthwhile(scores, false) : new Found(List.of(), false);
    }

    /** Whether somebody on the page of an affair says that she means another one, and names it. */
    public boolean meansAnother(String question, Place place) {
        boolean reads = place.affair() != null && (place.kind() == Place.Kind.AFFAIR || place.kind() == Place.Kind.INTERVIEW);
        if (!reads || !CUES.speak("elsewhere", question).orElse(false)) {
            return false;
        }
        Found found = find(question, Place.of(place.portal(), Place.Kind.OTHER));
        return !found.affairs().isEmpty() && !found.affairs().getFirst().id().equals(place.affair());
    }

    private static Collector<Hit, ?, Map<Affair, Double>> scores() {
        return Collectors.toMap(Hit::affair, Hit::score, Double::sum, LinkedHashMap::new);
    }

    private static Found worthwhile(Map<Affair, Double> scores, boolean sure) {
        double best = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return new Found(scores.entrySet().stream().filter(e -> e.getValue() >= best * WORTHWHILE).sorted(Map.Entry.<Affair, Double>comparingByValue().reversed())
                .limit(OTHERS).map(Map.Entry::getKey).toList(), sure);
    }

    /**
     * How surely the question names an affair, whatever the page: from 0, where nothing fits, to 1, where one fits well and far better than the
     * next.
     */
    public double sureness(String question) {
        Search.Results plain = search.find(question, Language.ZH, 2);
        if (plain.hits().isEmpty()) {
            return 0;
        }
        double best = plain.hits().getFirst().score();
        if (plain.nothingFits()) {
            double alone = Math.clamp((best - NEAR) / (SURE - NEAR), 0, 1) * Math.clamp((lead(plain) - LEAD) / AHEAD, 0, 1);
            return alone < ALONE ? 0 : alone;
        }
        return Math.clamp((best - FITS) / (SURE - FITS), 0.05, 1) * Math.clamp(lead(plain) / AHEAD, 0.3, 1);
    }

    /** Whether search found something: what fits, or what is so far ahead of all else that nothing else can be meant. */
    private static boolean fits(Search.Results plain) {
        return !plain.nothingFits() || !plain.hits().isEmpty() && plain.hits().getFirst().score() >= NEAR + LEAD && lead(plain) >= LEAD;
    }

    /** How far the best is ahead of the next. */
    private static double lead(Search.Results plain) {
        return plain.hits().getFirst().score() - (plain.hits().size() > 1 ? plain.hits().get(1).score() : 0);
    }

    /** The affair a fact is asked of: one that is named, else the page's. */
    public Optional<String> about(String question, Place place) {
        Found found = find(question, place);
        boolean named = !found.affairs().isEmpty() && (place.affair() == null || found.sure() && !pointing(question));
        return named ? Optional.of(found.affairs().getFirst().id()) : Optional.ofNullable(place.affair());
    }

    private static boolean pointing(String question) {
        String plain = Features.plain(question);
        return plain.matches("(?s).*(这个|这件|这里|这项|本事项|该).*") || plain.matches("(?s).*\\b(this|it|here|that)\\b.*");
    }

    /** Affairs that at least touch the question. */
    public List<Affair> nearest(String question) {
        return search.find(question, Language.ZH, OTHERS).hits().stream().map(Hit::affair).toList();
    }
}
