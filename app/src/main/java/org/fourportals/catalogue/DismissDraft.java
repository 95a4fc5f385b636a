package org.fourportals.catalogue;

import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.catalogue.internal.DraftStore;
import org.springframework.stereotype.Component;

/**
 * An editor puts a draft away; its saved texts stay in the history of saves.
 * Refuses {@link EditOutcome.Overtaken} where it was changed meanwhile, {@link EditOutcome.NotFound} where there is none.
 */
@Component
public final class DismissDraft implements Operation<DismissDraft.Request, EditOutcome> {

    private final DraftStore drafts;

    DismissDraft(DraftStore drafts) {
        this.drafts = drafts;
    }

    /** The draft as it was seen. */
    public record Request(String affair, int revision) {
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
        if (drafts.find(request.affair()).isEmpty()) {
            return new EditOutcome.NotFound();
        }
        return drafts.advance(request.affair(), request.revision(), false) ? new EditOutcome.Dismissed()
                : new EditOutcome.Overtaken(drafts.revision(request.affair()), drafts.find(request.affair()).orElse(null));
    }
}
