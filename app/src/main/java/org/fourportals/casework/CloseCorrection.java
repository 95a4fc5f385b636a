package org.fourportals.casework;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.casework.internal.CorrectionStore;
import org.springframework.stereotype.Component;

/**
 * The department that holds a register says whether it was wrong, and what it did; the resident reads it in her case. Refuses {@link NotFound},
 * also to other departments, {@link ClosedAlready} and {@link RemarkNeeded}.
 */
@Component
public final class CloseCorrection implements Operation<CloseCorrection.Request, CloseCorrection.Result> {

    private static final int LONGEST = 500;

    private final Corrections corrections;
    private final CorrectionStore store;

    CloseCorrection(Corrections corrections, CorrectionStore store) {
        this.corrections = corrections;
        this.store = store;
    }

    public record Request(UUID correction, boolean registerWasWrong, String remark) {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    public record Closed(UUID correction) implements Result {
    }

    /** There is none, or another department holds the register; which of the two is not said. */
    public record NotFound() implements Result, Refusal {
    }

    public record ClosedAlready() implements Result, Refusal {
    }

    /** The resident is to read in a sentence what was found; at most 500 characters. */
    public record RemarkNeeded(int most) implements Result, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.REVIEWER);
    }

    @Override
    public Class<Result> results() {
        return Result.class;
    }

    @Override
    public Result perform(Actor actor, Request request) {
        Actor.Staff reviewer = (Actor.Staff) actor;
        Optional<Correction> found = corrections.findForUpdate(request.correction()).filter(c -> c.department().equals(reviewer.department()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        if (!found.get().isOpen()) {
            return new ClosedAlready();
        }
        String remark = request.remark().strip();
        if (remark.isEmpty() || remark.length() > LONGEST) {
            return new RemarkNeeded(LONGEST);
        }
        store.close(request.correction(), reviewer.username(), request.registerWasWrong(), remark);
        return new Closed(request.correction());
    }
}
