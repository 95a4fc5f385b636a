package org.fourportals.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.casework.internal.PoolReading;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.representation.Representation;
import org.fourportals.representation.Representation.By;
import org.fourportals.representation.Representation.Represented;
import org.fourportals.sharing.Grants;
import org.fourportals.sharing.Sharing;
import org.springframework.stereotype.Component;

/**
 * Says which child, company or principal a draft is about, among those the applicant may act for by the registers or a mandate. In an affair of one's
 * own whoever gave a mandate is the applicant, represented; a child is what a parent's own application is about. Refuses
 * {@link DraftOutcome.NotAnAnswer} for anybody else.
 */
@Component
public final class ChooseSubject implements Operation<ChooseSubject.Request, DraftOutcome> {

    private final Drafts drafts;
    private final Interview interview;
    private final Representation representation;
    private final PoolReading pool;

    ChooseSubject(Drafts drafts, Interview interview, Representation representation, PoolReading pool) {
        this.drafts = drafts;
        this.interview = interview;
        this.representation = representation;
        this.pool = pool;
    }

    public record Request(UUID caseId, Subject subject) {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<DraftOutcome> results() {
        return DraftOutcome.class;
    }

    /** Those whom the draft can be about, by the registers as they are now; the applicant herself first where it may be about her. */
    public List<Represented> candidates(Actor actor, Case draft) {
        Subject person = Objects.requireNonNull(draft.representative() != null ? draft.representative() : draft.applicant());
        Sharing.Reason reason = new Sharing.Reason(actor, Grants.REPRESENTATION, draft.id());
        return switch (interview.planOf(draft).about()) {
            case SELF -> othersThanOneself(reason, person, draft);
            case CHILD -> representation.listChildren(reason, person);
            case ORGANISATION -> representation.listCompanies(reason, person, draft.affair());
        };
    }

    /** Whoever gave a mandate; and in affairs of people a parent's children, for whom she applies by law. */
    private List<Represented> othersThanOneself(Sharing.Reason reason, Subject person, Case draft) {
        List<Represented> others = new ArrayList<>(representation.listPrincipals(person, draft.affair()));
        if (interview.planOf(draft).affair().audience() == Affair.Audience.PERSON) {
            others.addAll(representation.listChildren(reason, person));
        }
        return others;
    }

    @Override
    public DraftOutcome perform(Actor actor, Request request) {
        return drafts.change(actor, request.caseId(), "subject", draft -> choose(actor, draft, request.subject()));
    }

    private Optional<Case> choose(Actor actor, Case draft, Subject wanted) {
        Subject person = Objects.requireNonNull(draft.representative() != null ? draft.representative() : draft.applicant());
        String name = draft.content().name(draft.representative() != null ? "representative" : "applicant");
        boolean ownAffair = interview.planOf(draft).about() == AffairPlan.About.SELF;
        if (ownAffair && wanted.equals(person)) {
            return Optional.of(about(actor, draft.about(person, person, null), Map.of("applicant", name, "subject", name)));
        }
        return candidates(actor, draft).stream().filter(c -> c.subject().equals(wanted)).findFirst().map(chosen -> {
            boolean principal = ownAffair && chosen.by() == By.MANDATE;
            Subject representative = chosen.by() == By.MANDATE ? person : null;
            Map<String, String> names = new HashMap<>(Map.of("subject", chosen.name(), "applicant", principal ? chosen.name() : name));
            if (representative != null) {
                names.put("representative", name);
            }
            return about(actor, draft.about(wanted, principal ? wanted : person, representative), names);
        });
    }

    /** The records of the one chosen before are forgotten, and so are the answers they gave. */
    private Case about(Actor actor, Case chosen, Map<String, String> names) {
        Case cleared = chosen.with(chosen.content().withPeople(Map.of(), names).withRecords(Map.of(), null));
        return cleared.with(pool.read(actor, cleared, interview.planOf(cleared)));
    }
}
