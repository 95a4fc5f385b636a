package org.fourportals.catalogue;

import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.catalogue.internal.EditionStore;
import org.springframework.stereotype.Component;

/**
 * An editor calls off an edition before its day has come. One that is in force is not withdrawn but rolled back.
 * Refuses {@link EditOutcome.NotFound} where there is none to come with that number.
 */
@Component
public final class WithdrawEdition implements Operation<WithdrawEdition.Request, EditOutcome> {

    private final EditionStore editions;
    private final Publishing publishing;
    private final CityTime time;

    WithdrawEdition(EditionStore editions, Publishing publishing, CityTime time) {
        this.editions = editions;
        this.publishing = publishing;
        this.time = time;
    }

    /** The edition's number in the history. */
    public record Request(long number) {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.EDITOR);
    }

    @Override
    public Class<EditOutcome> results() {
        return EditOutcome.class;
    }

    @Override
    public EditOutcome perform(Actor actor, Request request) {
        if (!editions.withdraw(request.number(), time.today(), actor, time.now())) {
            return new EditOutcome.NotFound();
        }
        publishing.refreshAfterwards();
        return new EditOutcome.Withdrawn();
    }
}
