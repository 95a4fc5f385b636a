package org.fourportals.sharing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Uuid7;
import org.fourportals.pool.DataSet;
import org.fourportals.pool.Pool;
import org.fourportals.sharing.internal.GrantRequestStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A department asks another for fields of its data set, for one of its own affairs. Refuses {@link NotYourPurpose}, {@link NoSuchFields},
 * {@link WordsNeeded}, {@link DayGoneBy}, {@link AskedAlready} and {@link GrantedAlready}.
 */
@Component
public final class AskForGrant implements Operation<AskForGrant.Request, AskForGrant.Outcome> {

    public static final int LONGEST_GROUND = 300;
    public static final int LONGEST_REASON = 1_000;

    private final Purposes purposes;
    private final Pool pool;
    private final Grants grants;
    private final GrantRequestStore store;
    private final CityTime time;

    AskForGrant(Purposes purposes, Pool pool, Grants grants, GrantRequestStore store, CityTime time) {
        this.purposes = purposes;
        this.pool = pool;
        this.grants = grants;
        this.store = store;
        this.time = time;
    }

    /** @param until the last day it is needed; null for as long as the ground stands */
    public record Request(String purpose, String dataset, Set<String> fields, String ground, String reason, @Nullable LocalDate until) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Asked(UUID request) implements Outcome {
    }

    /** It is no affair of the asker's department. */
    public record NotYourPurpose() implements Outcome, Refusal {
    }

    /** The data set does not have these fields, or none was chosen. */
    public record NoSuchFields() implements Outcome, Refusal {
    }

    /** Which law allows it, or why it is needed, was not said, or in too many words. */
    public record WordsNeeded(boolean ground, int most) implements Outcome, Refusal {
    }

    public record DayGoneBy() implements Outcome, Refusal {
    }

    public record AskedAlready() implements Outcome, Refusal {
    }

    /** All these fields may be read for it now. */
    public record GrantedAlready() implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.REVIEWER);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request asked) {
        Actor.Staff staff = (Actor.Staff) actor;
        Optional<DataSet> dataset = pool.dataSets().find(asked.dataset());
        SortedSet<String> fields = new TreeSet<>(asked.fields());
        if (!purposes.departmentOf(asked.purpose()).equals(Optional.of(staff.department()))) {
            return new NotYourPurpose();
        }
        if (dataset.isEmpty() || fields.isEmpty() || fields.stream().anyMatch(field -> dataset.get().field(field).isEmpty())) {
            return new NoSuchFields();
        }
        if (isUnsaid(asked.ground(), LONGEST_GROUND) || isUnsaid(asked.reason(), LONGEST_REASON)) {
            boolean ground = isUnsaid(asked.ground(), LONGEST_GROUND);
            return new WordsNeeded(ground, ground ? LONGEST_GROUND : LONGEST_REASON);
        }
        if (asked.until() != null && asked.until().isBefore(time.today())) {
            return new DayGoneBy();
        }
        if (grants.fields(asked.purpose(), asked.dataset()).containsAll(fields)) {
            return new GrantedAlready();
        }
        var request = new GrantRequest(Uuid7.next(time.clock()), asked.purpose(), asked.dataset(), dataset.get().department(), fields,
                asked.ground().strip(), asked.reason().strip(), asked.until(), staff.department(), staff.username(), time.now(), GrantRequest.State.OPEN,
                null, null, null);
        return store.insert(request) ? new Asked(request.id()) : new AskedAlready();
    }

    private static boolean isUnsaid(String words, int most) {
        return words.isBlank() || words.strip().length() > most;
    }
}
