package org.fourportals.search;

import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.springframework.stereotype.Component;

/** Takes a query that found nothing off the list, because nothing in the catalogue answers it. Refuses {@link SetMissedAside.NotFound}. */
@Component
public final class SetMissedAside implements Operation<SetMissedAside.Request, SetMissedAside.Result> {

    private final Missed missed;

    SetMissedAside(Missed missed) {
        this.missed = missed;
    }

    public record Request(UUID missed) {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    public record Done() implements Result {
    }

    public record NotFound() implements Result, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.EDITOR);
    }

    @Override
    public Class<Result> results() {
        return Result.class;
    }

    @Override
    public Result perform(Actor actor, Request request) {
        return missed.setAside(request.missed(), actor.id()) ? new Done() : new NotFound();
    }
}
