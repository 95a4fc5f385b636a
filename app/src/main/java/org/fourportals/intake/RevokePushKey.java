package org.fourportals.intake;

import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.intake.internal.PushStore;
import org.springframework.stereotype.Component;

/** Takes a key of a department back; waits for a batch under way. Refuses {@link RevokePushKey.Nothing} where it is unknown or was revoked before. */
@Component
public final class RevokePushKey implements Operation<RevokePushKey.Request, RevokePushKey.Result> {

    private final PushStore store;

    RevokePushKey(PushStore store) {
        this.store = store;
    }

    public record Request(String key) {
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
        return store.revoke(request.key(), actor.id()) ? new Done() : new Nothing();
    }
}
