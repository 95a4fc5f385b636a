package org.fourportals.portal.casefile;

import java.util.List;

import org.fourportals.casework.Case;
import org.fourportals.casework.Cases.OpenSupplement;
import org.fourportals.portal.kit.Clock;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Moment;
import org.fourportals.portal.kit.Step;
import org.fourportals.portal.kit.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Everything a member of staff looks at before she acts on a case, in the words of the page's language. {@link CaseFiles} makes it, the
 * templates {@code casefile/*} show it.
 *
 * @param number     empty for a draft
 * @param standing   what is missing or what the rules say where the checklist cannot be given; null where it can
 * @param clock      null before it was handed in
 * @param clockLines why the deadline is what it is
 * @param asOf       the day for which the reader asked that; null for now
 * @param supplement what the applicant still has to bring, if she was asked
 * @param doubts     fields it rests on that were reported as wrong
 */
public record CaseFile(Case about, String number, String affair, String department, Tag status, List<Step> steps, List<Line> people,
        List<Paper> papers, List<Line> form, List<Line> answers, List<Opinion> opinions, List<Moment> timeline, @Nullable String standing,
        @Nullable Clock clock, List<String> clockLines, @Nullable String asOf,
        @Nullable OpenSupplement supplement, List<String> doubts) {

    /**
     * One line of the checklist with what was brought for it and what to look at.
     *
     * @param source      whence it is at hand, in a sentence
     * @param documentUrl where the file handed in can be opened
     * @param known       what the pool says, field by field
     * @param check       what the clerk looks at
     * @param mistake     what is often wrong
     * @param asked       whether the open supplement asks for it
     */
    public record Paper(String id, String name, Tag status, String source, @Nullable String documentUrl, List<Line> known, String check,
            @Nullable String mistake, boolean asked) {
    }

    /** The departments that disagreed, each once, in one sentence's words; empty where none did. */
    public List<String> disagreeing() {
        return opinions.stream().filter(opinion -> opinion.said().tone() == Tag.Tone.BAD).map(Opinion::department).distinct().toList();
    }

    /** What one department has said at one stage, or that it has not yet. */
    public record Opinion(String department, String stage, Tag said, @Nullable String by) {
    }
}
