package org.fourportals.sharing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.sharing.internal.GrantRequestStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The department that holds a data set grants what was asked, all of it or some fields or for a shorter time, or declines and says why; the asker takes
 * her request back. Refuses {@link NotFound}, also to other departments, {@link OwnRequest}, {@link ClosedAlready}, {@link AnswerNeeded},
 * {@link NoSuchFields} and {@link DayGoneBy}.
 */
@Component
public final class DecideGrantRequest implements Operation<DecideGrantRequest.Request, DecideGrantRequest.Outcome> {

    public static final int LONGEST_ANSWER = 1_000;

    private final GrantRequestStore store;
    private final Grants grants;
    private final CityTime time;

    DecideGrantRequest(GrantRequestStore store, Grants grants, CityTime time) {
        this.store = store;
        this.grants = grants;
        this.time = time;
    }

    /** @param fields those that are granted; of the others nothing is read */
    public record Request(UUID request, Decision decision, Set<String> fields, @Nullable LocalDate until, String answer) {
    }

    /** What somebody does with it. */
    public enum Decision {
        GRANT, DECLINE, WITHDRAW
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Decided(UUID request, GrantRequest.State state) implements Outcome {
    }

    /** There is none, or it is not hers to decide; which of the two is not said. */
    public record NotFound() implements Outcome, Refusal {
    }

    /** Whoever asks does not decide, even within one department. */
    public record OwnRequest() implements Outcome, Refusal {
    }

    public record ClosedAlready() implements Outcome, Refusal {
    }

    /** The asker is to read why not; or the answer is too long. */
    public record AnswerNeeded(int most) implements Outcome, Refusal {
    }

    /** None was granted, or one that was not asked for. */
    public record NoSuchFields() implements Outcome, Refusal {
    }

    /** The last day has gone by, or is later than was asked. */
    public record DayGoneBy() implements Outcome, Refusal {
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
    public Outcome perform(Actor actor, Request decided) {
        Actor.Staff staff = (Actor.Staff) actor;
        boolean withdraws = decided.decision() == Decision.WITHDRAW;
        Optional<GrantRequest> found = store.findForUpdate(decided.request())
                .filter(request -> (withdraws ? request.department() : request.owner()).equals(staff.department()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        GrantRequest request = found.get();
        if (!request.isOpen()) {
            return new ClosedAlready();
        }
        if (!withdraws && request.askedBy().equals(staff.username())) {
            return new OwnRequest();
        }
        String answer = decided.answer().strip();
        if (answer.length() > LONGEST_ANSWER || decided.decision() == Decision.DECLINE && answer.isEmpty()) {
            return new AnswerNeeded(LONGEST_ANSWER);
        }
        return switch (decided.decision()) {
            case DECLINE -> close(request, GrantRequest.State.DECLINED, staff, answer);
            case WITHDRAW -> close(request, GrantRequest.State.WITHDRAWN, staff, answer);
            case GRANT -> grant(request, decided, staff, answer);
        };
    }

    private Outcome grant(GrantRequest request, Request decided, Actor.Staff staff, String answer) {
        if (decided.fields().isEmpty() || !request.fields().containsAll(decided.fields())) {
            return new NoSuchFields();
        }
        boolean longer = request.until() != null && (decided.until() == null || decided.until().isAfter(request.until()));
        if (longer || decided.until() != null && decided.until().isBefore(time.today())) {
            return new DayGoneBy();
        }
        grants.grant(request, decided.fields(), decided.until());
        return close(request, GrantRequest.State.GRANTED, staff, answer);
    }

    private Outcome close(GrantRequest request, GrantRequest.State state, Actor.Staff staff, String answer) {
        store.close(request.id(), state, staff.username(), time.now(), answer);
        return new Decided(request.id(), state);
    }
}
