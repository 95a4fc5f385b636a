package org.fourportals.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.casework.internal.ReviewStore;
import org.fourportals.desk.Desk;
import org.fourportals.identity.Account;
import org.fourportals.identity.Accounts;
import org.springframework.stereotype.Component;

/**
 * Gives a case to a named colleague of the same department, who holds it until the end of the next working day and gets it first when she asks for her next
 * one. Refuses {@link StaffOutcome.ReasonNeeded} without a reason of at most 2,000 characters, {@link StaffOutcome.NotYourPart} where the department has nothing
 * to do with it now or the other is no such colleague, {@link StaffOutcome.NotNow}, {@link StaffOutcome.HeldBy} and {@link StaffOutcome.ChangedMeanwhile}.
 */
@Component
public final class HandOver implements Operation<HandOver.Request, StaffOutcome> {

    private static final int LONGEST = 2_000;

    private final StaffActs acts;
    private final CaseStore store;
    private final ReviewStore reviews;
    private final Accounts accounts;
    private final CityTime time;

    HandOver(StaffActs acts, CaseStore store, ReviewStore reviews, Accounts accounts, CityTime time) {
        this.acts = acts;
        this.store = store;
        this.reviews = reviews;
        this.accounts = accounts;
        this.time = time;
    }

    /** @param colleague her username */
    public record Request(UUID caseId, int rowVersion, String colleague, String reason) implements Desk.AboutCase {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.CLERK, Role.REVIEWER, Role.HEAD);
    }

    @Override
    public Class<StaffOutcome> results() {
        return StaffOutcome.class;
    }

    /** To whom this member of staff may give the case now. */
    public List<Account> colleagues(Actor actor, Case about) {
        if (!(actor instanceof Actor.Staff staff) || !about.may(CaseEvent.Type.HANDED_OVER)) {
            return List.of();
        }
        boolean submitted = about.state() == CaseState.SUBMITTED;
        if (submitted ? !staff.is(Role.CLERK) : !reviews.waitsFor(about, staff.department())) {
            return List.of();
        }
        return accounts.listStaff(staff.department(), submitted ? Role.CLERK : Role.REVIEWER).stream()
                .filter(account -> !account.username().equals(staff.username())).toList();
    }

    @Override
    public StaffOutcome perform(Actor actor, Request request) {
        return acts.act(actor, request.caseId(), request.rowVersion(), about -> {
            if (!about.may(CaseEvent.Type.HANDED_OVER)) {
                return new StaffOutcome.NotNow(about.state());
            }
            Optional<Account> colleague = colleagues(actor, about).stream().filter(account -> account.username().equals(request.colleague())).findFirst();
            if (colleague.isEmpty()) {
                return new StaffOutcome.NotYourPart();
            }
            if (request.reason().isBlank() || request.reason().length() > LONGEST) {
                return new StaffOutcome.ReasonNeeded();
            }
            reviews.give(about.id(), ((Actor.Staff) actor).department(), new Lease(request.colleague(), colleague.get().name().zh(), endOfNextWorkingDay()));
            store.append(about, CaseEvent.Type.HANDED_OVER, actor, Map.of("colleague", colleague.get().name().zh(), "reason", request.reason().strip()));
            return new StaffOutcome.Done(about.id(), about.state());
        });
    }

    private Instant endOfNextWorkingDay() {
        return time.workingDays().after(time.today(), 1).plusDays(1).atStartOfDay(time.zone()).toInstant();
    }
}
