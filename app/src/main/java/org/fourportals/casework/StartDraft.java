package org.fourportals.casework;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Uuid7;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.casework.internal.PoolReading;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.About;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.identity.Account;
import org.fourportals.identity.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Begins an affair, or goes on with the draft of it that the applicant already has. A visitor's draft is held by her browser and reads no
 * pool. Refuses {@link StartDraft.NotOffered} where the affair is only described, and {@link StartDraft.NobodyServed} where a clerk has
 * nobody in front of her.
 */
@Component
public final class StartDraft implements Operation<StartDraft.Request, StartDraft.Started> {

    private final Catalogue catalogue;
    private final CaseStore store;
    private final PoolReading pool;
    private final Accounts accounts;
    private final CityTime time;

    StartDraft(Catalogue catalogue, CaseStore store, PoolReading pool, Accounts accounts, CityTime time) {
        this.catalogue = catalogue;
        this.store = store;
        this.pool = pool;
        this.accounts = accounts;
        this.time = time;
    }

    /**
     * @param fresh whether to begin anew even if there is a draft
     */
    public record Request(String affair, boolean fresh) {
    }

    /** What became of it. */
    public sealed interface Started {
    }

    /** The draft; `resumed` if it was there before. */
    public record DraftStarted(UUID caseId, boolean resumed) implements Started {
    }

    public record NotOffered() implements Started, Refusal {
    }

    public record NobodyServed() implements Started, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.VISITOR, Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<Started> results() {
        return Started.class;
    }

    @Override
    public Started perform(Actor actor, Request request) {
        Optional<AffairPlan> plan = catalogue.findPlan(request.affair());
        if (plan.isEmpty()) {
            return new NotOffered();
        }
        Subject applicant = applicant(actor);
        UUID browser = actor instanceof Actor.Visitor visitor ? visitor.browser() : null;
        if (applicant == null && browser == null) {
            return new NobodyServed();
        }
        Optional<Case> open = request.fresh() ? Optional.empty() : store.findOpenDraft(request.affair(), applicant, browser);
        if (open.isPresent()) {
            return new DraftStarted(open.get().id(), true);
        }
        Instant now = time.now();
        Subject subject = plan.get().about() == About.SELF ? applicant : null;
        Case empty = new Case(Uuid7.next(time.clock()), null, request.affair(), plan.get().version(), CaseState.DRAFT, subject, applicant,
                null, browser, actor.portal(), actor instanceof Actor.Staff staff ? staff.centre() : null, -1, 0,
                Contents.of(CaseContent.empty().withPeople(Map.of(), names(applicant, subject))), now, now, null, null);
        Case fresh = empty.with(pool.read(actor, empty, plan.get()));
        store.insert(fresh);
        store.append(fresh, CaseEvent.Type.STARTED, actor, Map.of());
        return new DraftStarted(fresh.id(), false);
    }

    private Map<String, String> names(@Nullable Subject applicant, @Nullable Subject subject) {
        String name = applicant == null ? "" : accounts.findBySubject(applicant).map((Account a) -> a.name().zh()).orElse("");
        return applicant == null ? Map.of() : subject == null ? Map.of("applicant", name) : Map.of("applicant", name, "subject", name);
    }

    private static @Nullable Subject applicant(Actor actor) {
        return switch (actor) {
            case Actor.Resident resident -> resident.subject();
            case Actor.Staff staff -> staff.serving();
            case Actor.Visitor visitor -> null;
            case Actor.Device device -> null;
            case Actor.Automatic automatic -> null;
        };
    }
}
