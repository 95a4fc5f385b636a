package org.fourportals.bureau;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.bureau.internal.FieldReportStore;
import org.springframework.stereotype.Component;

/**
 * The department that holds a field says whether it was wrong, and what it did; the resident reads it. Refuses {@link NotFound}, also to other
 * departments, {@link AnsweredAlready} and {@link WordsNeeded}.
 */
@Component
public final class AnswerFieldReport implements Operation<AnswerFieldReport.Request, AnswerFieldReport.Outcome> {

    private final FieldReportStore store;
    private final CityTime time;

    AnswerFieldReport(FieldReportStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    public record Request(UUID report, boolean registerWasWrong, String remark) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Answered(UUID report) implements Outcome {
    }

    public record NotFound() implements Outcome, Refusal {
    }

    public record AnsweredAlready() implements Outcome, Refusal {
    }

    public record WordsNeeded(int most) implements Outcome, Refusal {
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
    public Outcome perform(Actor actor, Request request) {
        Actor.Staff reviewer = (Actor.Staff) actor;
        Optional<FieldReport> found = store.findForUpdate(request.report()).filter(each -> each.department().equals(reviewer.department()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        FieldReport open = found.get();
        if (!open.isOpen()) {
            return new AnsweredAlready();
        }
        String remark = request.remark().strip();
        if (remark.isEmpty() || remark.length() > ReportField.LONGEST) {
            return new WordsNeeded(ReportField.LONGEST);
        }
        store.close(new FieldReport(open.id(), open.subject(), open.dataset(), open.record(), open.field(), open.department(), open.openedAt(), open.due(), open.held(),
                open.said(), request.registerWasWrong(), remark, time.now()), reviewer.username());
        return new Answered(open.id());
    }
}
