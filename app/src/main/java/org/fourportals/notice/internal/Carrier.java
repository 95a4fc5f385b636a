package org.fourportals.notice.internal;

import org.fourportals.base.Subject;
import org.fourportals.notice.Channel;
import org.fourportals.notice.Choices;
import org.jspecify.annotations.Nullable;

/** Takes notices out of the house by one channel. */
public interface Carrier {

    Channel channel();

    /** Whether the city has set this channel up. */
    boolean isSet();

    /** Whether the channel is set up and the person can be reached by it. */
    boolean reaches(Subject recipient, Choices choices);

    /** Hands the letter over, within a minute or two. What goes wrong is an answer, not an exception. */
    Answer carry(Letter letter);

    /** What a try came to. */
    sealed interface Answer {

        /** In the channel's own words. */
        String said();
    }

    /** @param outsideId by which a receipt will name it; null where none comes */
    record Taken(String said, @Nullable String outsideId) implements Answer {
    }

    /** Nobody is there, or it is too busy: to be tried again. */
    record Later(String said) implements Answer {
    }

    /** It never will be taken. */
    record Refused(String said) implements Answer {
    }
}
