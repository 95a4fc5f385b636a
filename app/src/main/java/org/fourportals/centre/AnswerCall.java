package org.fourportals.centre;

import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.centre.internal.CallStore;
import org.springframework.stereotype.Component;

/** A clerk goes to the machine that called; her colleagues no longer see the call. Refuses {@link AnswerCall.NotFound}. */
@Component
public final class AnswerCall implements Operation<AnswerCall.Request, AnswerCall.Result> {

    private final CallStore store;
    private final CityTime time;

    public AnswerCall(CallStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    public record Request(UUID call) {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    public record Answered(StaffCall call) implements Result {
    }

    /** No such call waits in the clerk's centre; a colleague may have gone. */
    public record NotFound() implements Result, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.CLERK);
    }

    @Override
    public Class<Result> results() {
        return Result.class;
    }

    @Override
    public Result perform(Actor actor, Request request) {
        if (!(actor instanceof Actor.Staff clerk) || clerk.centre() == null) {
            return new NotFound();
        }
        return store.answer(request.call(), clerk.centre(), clerk.username(), time.now()).<Result>map(Answered::new).orElseGet(NotFound::new);
    }
}
