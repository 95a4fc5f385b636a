package org.fourportals.intake;

import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.intake.internal.ConnectorStore;
import org.springframework.stereotype.Component;

/** Lets a connector stand still, such as while a department mends its system. Refuses {@link PauseConnector.Nothing} where it was paused already or is unknown. */
@Component
public final class PauseConnector implements Operation<PauseConnector.Request, PauseConnector.Result> {

    private final ConnectorStore store;

    PauseConnector(ConnectorStore store) {
        this.store = store;
    }

    public record Request(String connector) {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    public record Done() implements Result {
    }

    public record Nothing() implements Result, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.BUREAU);
    }

    @Override
    public Class<Result> results() {
        return Result.class;
    }

    @Override
    public Result perform(Actor actor, Request request) {
        return store.pause(request.connector(), actor.id()) ? new Done() : new Nothing();
    }
}
