package org.fourportals.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.catalogue.internal.EditionStore.Author;
import org.fourportals.catalogue.internal.VersionStore;
import org.springframework.stereotype.Component;

/**
 * An editor puts a text in force again that was published before: as a new edition, so that the history stays whole. One person may, since two
 * have read that text already and a mistake has to be taken back at once.
 * Refuses {@link EditOutcome.NotFound} where that version was never published, and whatever {@link Publishing} refuses.
 */
@Component
public final class RollBack implements Operation<RollBack.Request, EditOutcome> {

    private final VersionStore versions;
    private final Publishing publishing;

    RollBack(VersionStore versions, Publishing publishing) {
        this.versions = versions;
        this.publishing = publishing;
    }

    /** The version to return to, and from which day on. */
    public record Request(String affair, String version, LocalDate from, String why) {
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
        Optional<String> text = versions.find(request.affair(), request.version());
        if (text.isEmpty()) {
            return new EditOutcome.NotFound();
        }
        return publishing.publish(actor, request.affair(), text.get(), Author.of(actor), request.from(), request.why());
    }
}
