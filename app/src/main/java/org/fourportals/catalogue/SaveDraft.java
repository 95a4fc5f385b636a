package org.fourportals.catalogue;

import java.util.Optional;
import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.catalogue.internal.DraftStore;
import org.springframework.stereotype.Component;

/**
 * An editor keeps the text of an affair she works on, sound or not; nothing that is in force changes.
 * Refuses {@link EditOutcome.Overtaken} where somebody saved, published or dismissed since the page was opened,
 * {@link EditOutcome.NoText} for what cannot be a text, {@link EditOutcome.NotFound} where there is no such affair.
 */
@Component
public final class SaveDraft implements Operation<SaveDraft.Request, EditOutcome> {

    private static final int LONGEST_NOTE = 1_000;

    private final Catalogue catalogue;
    private final DraftStore drafts;
    private final CityTime time;

    SaveDraft(Catalogue catalogue, DraftStore drafts, CityTime time) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.time = time;
    }

    /**
     * A text to keep.
     *
     * @param revision the one the editor began from, see {@link Editions#revision}
     * @param note     what was changed and why, for the colleague who publishes; may be empty
     */
    public record Request(String affair, int revision, String text, String note) {
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
        String affair = request.affair();
        if (catalogue.findAffair(affair).isEmpty()) {
            return new EditOutcome.NotFound();
        }
        String note = request.note().strip();
        if (!Editions.isText(request.text()) || !Editions.isText(note) || note.length() > LONGEST_NOTE) {
            return new EditOutcome.NoText(Editions.MOST);
        }
        if (request.revision() < 0 || !drafts.advance(affair, request.revision(), true)) {
            return new EditOutcome.Overtaken(drafts.revision(affair), drafts.find(affair).orElse(null));
        }
        int revision = request.revision() + 1;
        Optional<String> inForce = catalogue.findPlan(affair).map(AffairPlan::version);
        drafts.keep(affair, revision, inForce.orElse(null), Editions.plain(request.text()), note, actor, time.now());
        return new EditOutcome.Saved(revision);
    }
}
