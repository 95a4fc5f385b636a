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
import org.fourportals.bureau.Instrument.By;
import org.fourportals.bureau.Instrument.Stage;
import org.fourportals.bureau.Instrument.Version;
import org.fourportals.bureau.internal.InstrumentStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Somebody other than the drafter agrees to a draft, sends it back and says why, or, once it was reviewed, approves it to be in force from a day on.
 * Refuses {@link NotFound}, {@link OwnDraft}, {@link ChangedMeanwhile}, {@link ReasonNeeded}, {@link ReviewFirst} and {@link DaysWrong}.
 */
@Component
public final class DecideInstrument implements Operation<DecideInstrument.Request, DecideInstrument.Outcome> {

    public static final int LONGEST_REASON = 2_000;

    private final InstrumentStore store;
    private final CityTime time;

    DecideInstrument(InstrumentStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    /** @param revision that was read */
    public record Request(UUID instrument, int revision, Decision decision) {
    }

    /** What she does. */
    public sealed interface Decision {
    }

    public record Agree() implements Decision {
    }

    public record SendBack(String reason) implements Decision {
    }

    /** @param until the last day; null without end */
    public record Approve(LocalDate from, @Nullable LocalDate until) implements Decision {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Decided(UUID instrument) implements Outcome {
    }

    /** There is no such draft, or none any more. */
    public record NotFound() implements Outcome, Refusal {
    }

    public record OwnDraft() implements Outcome, Refusal {
    }

    public record ChangedMeanwhile() implements Outcome, Refusal {
    }

    public record ReasonNeeded(int most) implements Outcome, Refusal {
    }

    public record ReviewFirst() implements Outcome, Refusal {
    }

    /** It would begin before today, before the version that it takes the place of, or end before it begins. */
    public record DaysWrong() implements Outcome, Refusal {
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
        Optional<Version> draft = found.flatMap(Instrument::findDraft);
        if (found.isEmpty() || draft.isEmpty()) {
            return new NotFound();
        }
        if (draft.get().revision() != asked.revision()) {
            return new ChangedMeanwhile();
        }
        var by = new By(((Actor.Staff) actor).username(), time.now());
        if (by.who().equals(draft.get().drafted().who())) {
            return new OwnDraft();
        }
        return switch (asked.decision()) {
            case Agree _ -> decided(found.get(), stage(draft.get(), Stage.REVIEWED, null, by));
            case SendBack(String reason) -> reason.isBlank() || reason.length() > LONGEST_REASON ? new ReasonNeeded(LONGEST_REASON)
                    : decided(found.get(), stage(draft.get(), Stage.DRAFT, reason.strip(), null));
            case Approve(LocalDate from, var until) -> approve(found.get(), draft.get(), by, from, until);
        };
    }

    private Outcome approve(Instrument instrument, Version draft, By by, LocalDate from, @Nullable LocalDate until) {
        if (draft.stage() != Stage.REVIEWED) {
            return new ReviewFirst();
        }
        boolean beforeAnother = instrument.versions().stream().map(Version::from).anyMatch(other -> other != null && !from.isAfter(other));
        if (from.isBefore(time.today()) || beforeAnother || until != null && until.isBefore(from)) {
            return new DaysWrong();
        }
        return decided(instrument, new Version(draft.number(), draft.revision(), draft.words(), draft.links(), Stage.APPROVED, draft.drafted(), null, draft.reviewed(), by,
                from, until, null));
    }

    private Outcome decided(Instrument instrument, Version version) {
        store.save(instrument.id(), instrument.kind(), version);
        return new Decided(instrument.id());
    }

    private static Version stage(Version draft, Stage stage, @Nullable String returned, @Nullable By reviewed) {
        return new Version(draft.number(), draft.revision(), draft.words(), draft.links(), stage, draft.drafted(), returned, reviewed, null, null, null, null);
    }
}
