package org.fourportals.intake;

import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.intake.internal.ConnectorStore;
import org.springframework.stereotype.Component;

/** Lets a paused connector go on where it stopped. Refuses {@link ResumeConnector.Nothing} where it was not paused. */
@Component
public final class ResumeConnector implements Operation<ResumeConnector.Request, ResumeConnector.Result> {

    private final ConnectorStore store;

    ResumeConnector(ConnectorStore store) {
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
        return store.resume(request.connector()) ? new Done() : new Nothing();
    }
}
