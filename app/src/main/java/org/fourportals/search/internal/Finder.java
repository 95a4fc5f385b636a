package org.fourportals.search.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.fourportals.catalogue.Affair;
import org.fourportals.meaning.Meanings;
import org.jspecify.annotations.Nullable;

/** Reads a query, asks the index for its words and the models for its meaning, and judges how well what was found answers what was said. */
public final class Finder {

    /** A high score is an answer whatever else was said; a middling one if it explains a third of it or
     *  five characters' worth; a low one if it explains most. */
    private static final double SURE_SCORE = 26;
    private static final double MIDDLING_SCORE = 9;
    private static final double MIDDLING_SHARE = 0.34;
    private static final double MIDDLING_WEIGHT = 5;
    private static final double LOW_SCORE = 4.5;
    private static final double LOW_SHARE = 0.75;

    /** Most who search are residents. */
    private static final double FOR_COMPANIES = 0.95;

    /** So much the nearest meaning counts, if it is near enough to say anything; less near ones in proportion, those far behind it nothing. */
    private static final double MEANING = 30;
    private static final double MOST_WORDS = 60;
    private static final double BEHIND = 0.25;
    private static final double FAR = 0.3;
    private static final double NEAR = 0.5;

    /** So near a meaning is an answer, even if no word says so; almost as near ones with it. */
    private static final double ANSWER_ZH = 0.68;
    private static final double ANSWER_EN = 0.6;
    private static final double BESIDE = 0.06;

    private final List<Described> affairs;
    private final AffairIndex index;
    private final Lexicon lexicon;
    private final @Nullable Nearness nearness;

    /** Finds by words only as long as there is no nearness. */
    public Finder(List<Described> affairs, Synonyms synonyms) {
        this(List.copyOf(affairs), new AffairIndex(affairs), Lexicon.of(synonyms, affairs), null);
    }

    private Finder(List<Described> affairs, AffairIndex index, Lexicon lexicon, @Nullable Nearness nearness) {
        this.affairs = affairs;
        this.index = index;
        this.lexicon = lexicon;
        this.nearness = nearness;
    }

    /** The same words, with what they mean; over the same affairs. */
    public Finder with(Nearness meaning) {
        return new Finder(affairs, index, lexicon, meaning);
    }

    /**
     * An affair found.
     *
     * @param said  the parts of the query that speak for it
     * @param means what people say of it that means the same; empty if only words speak for it
     * @param fits  whether that is enough to call it an answer
     */
    public record Match(Described described, double score, List<String> said, String means, boolean fits) {
    }

    /** Best first; affairs that fit come with the others, which only touch the query. */
    public List<Match> find(String query, int limit) {
        String clean = Words.clean(query);
        List<Match> byWords = byWords(clean);
        List<Match> matches = nearness == null || clean.isBlank() ? byWords : joined(clean, byWords, nearness.of(clean));
        return matches.stream().sorted(Comparator.comparingDouble(Match::score).reversed()).limit(limit).toList();
    }

    /** By words only: for the figures that compare. */
    public List<Match> byWords(String query) {
        Reading reading = Reading.of(Words.clean(query), lexicon, index);
        return index.find(reading.clauses()).stream().map(found -> judge(reading, found))
                .sorted(Comparator.comparingDouble(Match::score).reversed()).toList();
    }

    /** By meaning only: for the figures that compare. */
    public List<Match> byMeaning(String query) {
        String clean = Words.clean(query);
        return nearness == null || clean.isBlank() ? List.of() : joined(clean, List.of(), nearness.of(clean)).stream()
                .sorted(Comparator.comparingDouble(Match::score).reversed()).toList();
    }

    private List<Match> joined(String query, List<Match> byWords, Meanings.Near[] near) {
        Map<String, Match> words = new HashMap<>();
        byWords.forEach(match -> words.put(match.described().affair().id(), match));
        double nearest = 0;
        for (Meanings.Near one : near) {
            nearest = Math.max(nearest, one.nearness());
        }
        double weight = MEANING * Math.clamp((nearest - FAR) / (NEAR - FAR), 0, 1);
        double answer = Words.hasHan(query) ? ANSWER_ZH : ANSWER_EN;
        List<Match> joined = new ArrayList<>();
        for (int i = 0; i < near.length; i++) {
            Described described = affairs.get(i);
            Match word = words.get(described.affair().id());
            double means = weight * Math.max(0, (near[i].nearness() - nearest + BEHIND) / BEHIND);
            if (word != null || means > 0) {
                boolean isAnswer = near[i].nearness() >= answer && near[i].nearness() >= nearest - BESIDE;
                joined.add(new Match(described, means + (word == null ? 0 : Math.min(MOST_WORDS, word.score())), word == null ? List.of() : word.said(),
                        isAnswer || means > weight / 2 ? near[i].text() : "", isAnswer || word != null && word.fits()));
            }
        }
        return joined;
    }

    private static Match judge(Reading reading, AffairIndex.Found found) {
        double share = reading.share(found.covered());
        double score = found.score() * (0.4 + 0.6 * share)
                * (found.described().affair().audience() == Affair.Audience.ORGANISATION ? FOR_COMPANIES : 1);
        boolean fits = score >= SURE_SCORE || score >= MIDDLING_SCORE
                && (share >= MIDDLING_SHARE || reading.weight(found.covered()) >= MIDDLING_WEIGHT)
                || score >= LOW_SCORE && share >= LOW_SHARE;
        return new Match(found.described(), score, reading.said(found.clauses()), "", fits);
    }
}
