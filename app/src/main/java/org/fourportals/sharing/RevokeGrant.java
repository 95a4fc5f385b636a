package org.fourportals.sharing;

import java.util.Optional;
import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.pool.DataSet;
import org.fourportals.pool.Pool;
import org.springframework.stereotype.Component;

/**
 * The department that holds a data set, or the data bureau, ends a grant at once and says why: from then on nothing of it is read for that purpose, also
 * in cases under way. Refuses {@link NotFound} and {@link ReasonNeeded}.
 */
@Component
public final class RevokeGrant implements Operation<RevokeGrant.Request, RevokeGrant.Outcome> {

    public static final int LONGEST_REASON = 1_000;

    private final Pool pool;
    private final Grants grants;
    private final CityTime time;

    RevokeGrant(Pool pool, Grants grants, CityTime time) {
        this.pool = pool;
        this.grants = grants;
        this.time = time;
    }

    public record Request(String purpose, String dataset, String reason) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Revoked(String purpose, String dataset) implements Outcome {
    }

    /** No such grant is in force, or the data set is not hers. */
    public record NotFound() implements Outcome, Refusal {
    }

    public record ReasonNeeded(int most) implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.REVIEWER, Role.BUREAU);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        Actor.Staff staff = (Actor.Staff) actor;
        Optional<DataSet> dataset = pool.dataSets().find(request.dataset());
        boolean hers = staff.is(Role.BUREAU) || dataset.map(DataSet::department).equals(Optional.of(staff.department()));
        if (dataset.isEmpty() || !hers || grants.fields(request.purpose(), request.dataset()).isEmpty()) {
            return new NotFound();
        }
        String reason = request.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return new ReasonNeeded(LONGEST_REASON);
        }
        grants.revoke(request.purpose(), request.dataset(), staff.username(), reason, time.now());
        return new Revoked(request.purpose(), request.dataset());
    }
}
