package org.fourportals.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.catalogue.internal.DraftStore;
import org.fourportals.catalogue.internal.EditionStore.Author;
import org.springframework.stereotype.Component;

/**
 * A second editor puts a draft in force from a day on, having read it. Cases handed in before stay with the version they were handed in under.
 * Refuses {@link EditOutcome.NotFound} where there is no draft, {@link EditOutcome.Overtaken} where it is not the text she read,
 * {@link EditOutcome.SecondPersonNeeded} for who saved it last, and whatever {@link Publishing} refuses.
 */
@Component
public final class PublishDraft implements Operation<PublishDraft.Request, EditOutcome> {

    private final DraftStore drafts;
    private final Publishing publishing;

    PublishDraft(DraftStore drafts, Publishing publishing) {
        this.drafts = drafts;
        this.publishing = publishing;
    }

    /**
     * A draft to put in force.
     *
     * @param revision the one she read
     * @param from     the first day on which it is in force; today or later
     */
    public record Request(String affair, int revision, LocalDate from, String why) {
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
        Optional<AffairDraft> found = drafts.find(request.affair());
        if (found.isEmpty()) {
            return new EditOutcome.NotFound();
        }
        AffairDraft draft = found.get();
        if (draft.editor().equals(actor.id())) {
            return new EditOutcome.SecondPersonNeeded(draft.editorName(), draft.savedAt());
        }
        if (!drafts.advance(request.affair(), request.revision(), false)) {
            return new EditOutcome.Overtaken(drafts.revision(request.affair()), drafts.find(request.affair()).orElse(null));
        }
        return publishing.publish(actor, request.affair(), draft.text(), Author.of(draft), request.from(), request.why());
    }
}
