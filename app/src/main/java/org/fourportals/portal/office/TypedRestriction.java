package org.fourportals.portal.office;

import java.util.List;

import org.fourportals.portal.kit.Problem;

/** What was typed to ask for a restriction, and what is wrong with it. */
public record TypedRestriction(String residentId, String file, String ground, Day until, List<Problem> problems) {

    static final TypedRestriction NOTHING = new TypedRestriction("", "", "", Day.NONE, List.of());

    public TypedRestriction {
        problems = List.copyOf(problems);
    }
}
