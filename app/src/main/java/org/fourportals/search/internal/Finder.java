package org.fourportals.search.internal;

import java.util.Comparator;
import java.util.List;

import org.fourportals.catalogue.Affair;

/** Reads a query, asks the index, and judges how well what was found answers what was said. */
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

    private final AffairIndex index;
    private final Lexicon lexicon;

    public Finder(List<Described> affairs, Synonyms synonyms) {
        this.index = new AffairIndex(affairs);
        this.lexicon = Lexicon.of(synonyms, affairs);
    }

    /**
     * An affair found.
     *
     * @param said   the parts of the query that speak for it
     * @param share  of the query explained by it, 0 to 1
     * @param fits   whether that is enough to call it an answer
     */
    public record Match(Described described, double score, List<String> said, double share, boolean fits) {
    }

    /** Best first; affairs that fit come with the others, which only touch the query. */
    public List<Match> find(String query, int limit) {
        Reading reading = Reading.of(Words.clean(query), lexicon, index);
        return index.find(reading.clauses()).stream().map(found -> judge(reading, found))
                .sorted(Comparator.comparingDouble(Match::score).reversed()).limit(limit).toList();
    }

    private static Match judge(Reading reading, AffairIndex.Found found) {
        double share = reading.share(found.covered());
        double score = found.score() * (0.4 + 0.6 * share)
                * (found.described().affair().audience() == Affair.Audience.ORGANISATION ? FOR_COMPANIES : 1);
        boolean fits = score >= SURE_SCORE || score >= MIDDLING_SCORE
                && (share >= MIDDLING_SHARE || reading.weight(found.covered()) >= MIDDLING_WEIGHT)
                || score >= LOW_SCORE && share >= LOW_SHARE;
        return new Match(found.described(), score, reading.said(found.clauses()), share, fits);
    }
}
