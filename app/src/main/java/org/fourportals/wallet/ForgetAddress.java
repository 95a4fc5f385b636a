package org.fourportals.wallet;

import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.springframework.stereotype.Component;

/** A resident has one of her addresses forgotten; what is on its way there goes on. Nothing is refused: what is not there is forgotten. */
@Component
public final class ForgetAddress implements Operation<ForgetAddress.Request, ForgetAddress.Forgotten> {

    private final Addresses addresses;

    ForgetAddress(Addresses addresses) {
        this.addresses = addresses;
    }

    public record Request(UUID address) {
    }

    public record Forgotten() {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT);
    }

    @Override
    public Class<Forgotten> results() {
        return Forgotten.class;
    }

    @Override
    public Forgotten perform(Actor actor, Request request) {
        addresses.forget(((Actor.Resident) actor).subject(), request.address());
        return new Forgotten();
    }
}
