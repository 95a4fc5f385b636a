package org.fourportals.centre;

import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Uuid7;
import org.fourportals.centre.internal.CallStore;
import org.springframework.stereotype.Component;

/**
 * Somebody at a machine asks for a person to come; signed in or not. Asking again while nobody has come changes nothing. Refuses
 * {@link CallStaff.NotHere}.
 */
@Component
public final class CallStaff implements Operation<CallStaff.Request, CallStaff.Result> {

    private final CallStore store;
    private final CityTime time;

    public CallStaff(CallStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    /** The machine and its centre, as the machine's pages know them. */
    public record Request(String device, String centre) {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    /** The staff of the centre see it; the earlier call, where there was one. */
    public record Called(StaffCall call) implements Result {
    }

    /** Whoever asks does not stand at this machine. */
    public record NotHere() implements Result, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.DEVICE, Role.RESIDENT);
    }

    @Override
    public Class<Result> results() {
        return Result.class;
    }

    @Override
    public Result perform(Actor actor, Request request) {
        boolean here = switch (actor) {
            case Actor.Device device -> device.device().equals(request.device()) && device.centre().equals(request.centre());
            case Actor.Resident resident -> request.device().equals(resident.device());
            case Actor.Visitor _, Actor.Staff _, Actor.Automatic _ -> false;
        };
        return here ? new Called(store.call(new StaffCall(Uuid7.next(time.clock()), request.centre(), request.device(), time.now())))
                : new NotHere();
    }
}
