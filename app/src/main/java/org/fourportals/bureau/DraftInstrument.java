package org.fourportals.bureau;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.base.Uuid7;
import org.fourportals.bureau.internal.InstrumentStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The bureau writes a new instrument, a new version of one, or goes on with its draft. Whoever saves a draft last is its drafter, and a review that was
 * given before falls away. Refuses {@link NotFound}, {@link ChangedMeanwhile}, {@link WordsNeeded} and {@link NoSuchRule}.
 */
@Component
public final class DraftInstrument implements Operation<DraftInstrument.Request, DraftInstrument.Outcome> {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_TEXT = 50_000;

    private final InstrumentStore store;
    private final Instruments instruments;
    private final CityTime time;

    DraftInstrument(InstrumentStore store, Instruments instruments, CityTime time) {
        this.store = store;
        this.instruments = instruments;
        this.time = time;
    }

    /**
     * @param instrument null for a new one; `kind` is that of a new one
     * @param revision   of the draft that was opened; 0 where there was none
     */
    public record Request(@Nullable UUID instrument, Instrument.Kind kind, int revision, Written words, List<RuleLink> links) {
    }

    /** As it was typed, in both languages; any of it may be missing yet. */
    public record Written(String titleZh, String titleEn, String textZh, String textEn) {

        Instrument.Words words() {
            return new Instrument.Words(new Text(titleZh.strip(), titleEn.strip()), new Text(textZh.strip(), textEn.strip()));
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Drafted(UUID instrument) implements Outcome {
    }

    public record NotFound() implements Outcome, Refusal {
    }

    /** Somebody saved the draft, or it was approved, since it was opened. */
    public record ChangedMeanwhile() implements Outcome, Refusal {
    }

    /** Title and text are needed in both languages, within their lengths. */
    public record WordsNeeded(boolean title, int most) implements Outcome, Refusal {
    }

    public record NoSuchRule(RuleLink link) implements Outcome, Refusal {
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
        if (isWrong(asked.words().titleZh(), LONGEST_TITLE) || isWrong(asked.words().titleEn(), LONGEST_TITLE)) {
            return new WordsNeeded(true, LONGEST_TITLE);
        }
        if (isWrong(asked.words().textZh(), LONGEST_TEXT) || isWrong(asked.words().textEn(), LONGEST_TEXT)) {
            return new WordsNeeded(false, LONGEST_TEXT);
        }
        var by = new Instrument.By(((Actor.Staff) actor).username(), time.now());
        UUID id = asked.instrument();
        Optional<Instrument> known = id == null ? Optional.empty() : store.findForUpdate(id);
        if (id != null && known.isEmpty()) {
            return new NotFound();
        }
        Optional<Instrument.Version> draft = known.flatMap(Instrument::findDraft);
        if (draft.map(Instrument.Version::revision).orElse(0) != asked.revision()) {
            return new ChangedMeanwhile();
        }
        Optional<RuleLink> unknown = asked.links().stream().filter(link -> !instruments.isThere(link))
                .filter(link -> draft.stream().noneMatch(version -> version.links().contains(link))).findFirst();
        if (unknown.isPresent()) {
            return new NoSuchRule(unknown.get());
        }
        UUID saved = id == null ? Uuid7.next(time.clock()) : id;
        int number = draft.map(Instrument.Version::number).orElse(known.map(each -> each.newest().number() + 1).orElse(1));
        store.save(saved, asked.kind(), new Instrument.Version(number, asked.revision() + 1, asked.words().words(), asked.links(), Instrument.Stage.DRAFT, by, null, null,
                null, null, null, null));
        return new Drafted(saved);
    }

    private static boolean isWrong(String typed, int most) {
        return typed.isBlank() || typed.length() > most;
    }
}
