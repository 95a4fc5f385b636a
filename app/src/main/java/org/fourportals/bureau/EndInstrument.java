package org.fourportals.bureau;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.bureau.Instrument.Version;
import org.fourportals.bureau.internal.InstrumentStore;
import org.springframework.stereotype.Component;

/** The bureau ends what is in force, and says why; the text stays in the books. Refuses {@link NotFound}, {@link DayWrong} and {@link ReasonNeeded}. */
@Component
public final class EndInstrument implements Operation<EndInstrument.Request, EndInstrument.Outcome> {

    public static final int LONGEST_REASON = 2_000;

    private final InstrumentStore store;
    private final CityTime time;

    EndInstrument(InstrumentStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    /** @param last the last day in force */
    public record Request(UUID instrument, LocalDate last, String reason) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Ended(UUID instrument) implements Outcome {
    }

    /** Nothing of it is in force. */
    public record NotFound() implements Outcome, Refusal {
    }

    /** It has gone by, or lies after the end that was set already. */
    public record DayWrong() implements Outcome, Refusal {
    }

    public record ReasonNeeded(int most) implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.BUREAU);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request asked) {
        Optional<Instrument> found = store.findForUpdate(asked.instrument());
        Optional<Version> inForce = found.flatMap(each -> each.findInForce(time.today()));
        if (found.isEmpty() || inForce.isEmpty()) {
            return new NotFound();
        }
        Version was = inForce.get();
        if (asked.last().isBefore(time.today()) || was.until() != null && asked.last().isAfter(was.until())) {
            return new DayWrong();
        }
        if (asked.reason().isBlank() || asked.reason().length() > LONGEST_REASON) {
            return new ReasonNeeded(LONGEST_REASON);
        }
        store.save(found.get().id(), found.get().kind(), new Version(was.number(), was.revision(), was.words(), was.links(), was.stage(), was.drafted(), null,
                was.reviewed(), was.approved(), was.from(), asked.last(), asked.reason().strip()));
        return new Ended(asked.instrument());
    }
}
