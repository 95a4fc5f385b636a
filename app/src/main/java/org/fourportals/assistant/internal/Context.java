package org.fourportals.assistant.internal;

import org.fourportals.assistant.Place;
import org.fourportals.base.Actor;
import org.fourportals.casework.Case;
import org.fourportals.casework.Progress;
import org.fourportals.circumstances.Facts;
import org.jspecify.annotations.Nullable;

/** Who asks where, and what is known of the case that is open there, if she may see it. */
public record Context(Actor actor, Place place, @Nullable Case open, @Nullable Progress progress) {

    /** What her case knows already of the circumstances of its affair; nothing for any other affair. */
    Facts factsOf(String affair) {
        return progress == null || !affair.equals(place.affair()) ? Facts.none() : progress.facts();
    }

    public boolean isAbout(String affair) {
        return affair.equals(place.affair());
    }
}
