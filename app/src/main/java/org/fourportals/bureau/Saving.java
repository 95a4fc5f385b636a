package org.fourportals.bureau;

import java.time.Instant;
import java.util.List;

import org.fourportals.circumstances.Share;

/**
 * What it would spare people if a data set were shared for an affair: a document that the same data set stands for in other affairs already.
 *
 * @param precedents    affairs that take the document from the data set today
 * @param foreseen      whether the city's list of affairs says that this affair may use the data set
 * @param circumstances in how many accepted circumstances the document is asked for, of how many
 * @param cases         last year's cases of the affair; `examined` of them were looked at
 * @param people        who had to bring it last year; an estimate where not all cases were looked at
 */
public record Saving(Line line, String document, List<String> precedents, boolean foreseen, Share circumstances, long cases, int examined, long people, Instant at) {

    /** Which requirement of which affair a record of which data set would satisfy. */
    public record Line(String affair, String requirement, String dataset) {
    }

    public boolean isEstimate() {
        return examined < cases;
    }

}
