package org.fourportals.assistant;

import java.util.UUID;

import org.fourportals.casework.CaseState;
import org.fourportals.base.Portal;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody asks: what "this" and "here" mean.
 *
 * @param affair  the affair the page speaks of
 * @param caseId  the draft or case that is open there
 * @param state   the case's state, where only that is known
 * @param question the question of the interview that is shown
 */
public record Place(Portal portal, Kind kind, @Nullable String affair, @Nullable UUID caseId, @Nullable CaseState state, @Nullable String question) {

    /** The kinds of pages that change what an answer is. */
    public enum Kind { HOME, AFFAIR, INTERVIEW, APPLY, CASE, CASES, WALLET, CENTRES, MACHINE, WINDOW, OTHER }

    public static Place of(Portal portal, Kind kind) {
        return new Place(portal, kind, null, null, null, null);
    }

    public static Place affair(Portal portal, Kind kind, String affair) {
        return new Place(portal, kind, affair, null, null, null);
    }

    /** The same page, with the affair its case is about. */
    public Place with(String itsAffair, CaseState itsState) {
        return new Place(portal, kind, itsAffair, caseId, itsState, question);
    }
}
