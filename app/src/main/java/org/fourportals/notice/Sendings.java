package org.fourportals.notice;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.fourportals.base.CityTime;
import org.fourportals.notice.internal.SendingStore;
import org.springframework.stereotype.Component;

/** What operators see of notices on their way; never what they say or to whom. */
@Component
public class Sendings {

    private static final Duration SHOWN = Duration.ofDays(7);

    private final SendingStore store;
    private final CityTime time;

    Sendings(SendingStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    /** A sending that ended badly or waits. @param otherwise whether the same notice went, or is about to go, by another channel */
    public record Trouble(Sending sending, String said, boolean otherwise) {
    }

    /** By channel and state, {@code "MAIL SENT"}: of the last seven days, and all that wait. */
    public Map<String, Integer> counts() {
        return store.counts(time.now().minus(SHOWN));
    }

    /** Failed ones, and waiting ones that were tried in vain; the newest first. */
    public List<Trouble> troubles(int limit) {
        return store.troubles(limit);
    }
}
