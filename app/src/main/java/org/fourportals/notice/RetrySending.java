package org.fourportals.notice;

import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.notice.internal.SendingStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An operator has what failed tried again, one or all, unless the notice went by another channel. Refuses {@link RetrySending.NothingToRetry}. */
@Component
public final class RetrySending implements Operation<RetrySending.Request, RetrySending.Outcome> {

    private final SendingStore store;
    private final CityTime time;

    RetrySending(SendingStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    /** @param sending null for all that failed in the last seven days */
    public record Request(@Nullable UUID sending) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    /** So many go again. */
    public record Again(int number) implements Outcome {
    }

    public record NothingToRetry() implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.OPERATOR);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        int number = request.sending() == null ? store.againAll(time.now()) : store.again(request.sending(), time.now());
        return number == 0 ? new NothingToRetry() : new Again(number);
    }
}
