package org.fourportals.bureau;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.bureau.internal.InstrumentStore;
import org.fourportals.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/** A department says how far it is with an instrument, or the bureau notes it of any. Refuses {@link NotFound}, {@link NotYours} and {@link NoteTooLong}. */
@Component
public final class NoteImplementation implements Operation<NoteImplementation.Request, NoteImplementation.Outcome> {

    public static final int LONGEST = 1_000;

    private final InstrumentStore store;
    private final Catalogue catalogue;
    private final CityTime time;

    NoteImplementation(InstrumentStore store, Catalogue catalogue, CityTime time) {
        this.store = store;
        this.catalogue = catalogue;
        this.time = time;
    }

    public record Request(UUID instrument, String department, Implementation.State state, String note) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Noted(UUID instrument) implements Outcome {
    }

    /** There is none, or it was never approved. */
    public record NotFound() implements Outcome, Refusal {
    }

    /** No such department, or not hers. */
    public record NotYours() implements Outcome, Refusal {
    }

    public record NoteTooLong(int most) implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.BUREAU, Role.REVIEWER);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request asked) {
        Actor.Staff staff = (Actor.Staff) actor;
        Optional<Instrument> found = store.find(asked.instrument());
        if (found.isEmpty() || found.get().versions().stream().noneMatch(version -> version.stage() == Instrument.Stage.APPROVED)) {
            return new NotFound();
        }
        if (!staff.is(Role.BUREAU) && !asked.department().equals(staff.department())
                || catalogue.departments().stream().noneMatch(each -> each.id().equals(asked.department()))) {
            return new NotYours();
        }
        if (asked.note().length() > LONGEST) {
            return new NoteTooLong(LONGEST);
        }
        store.note(asked.instrument(), new Implementation(asked.department(), asked.state(), asked.note().strip(), staff.username(), time.now()));
        return new Noted(asked.instrument());
    }
}
