package org.fourportals.casework;

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
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.representation.Representation;
import org.fourportals.representation.Representation.By;
import org.fourportals.representation.Representation.Represented;
import org.fourportals.sharing.Grants;
import org.fourportals.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says which child, company or principal a draft is about, among those the applicant may act for by the registers or a mandate. Refuses
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
            case SELF -> representation.listPrincipals(person, draft.affair());
            case CHILD -> representation.listChildren(reason, person);
            case ORGANISATION -> representation.listCompanies(reason, person, draft.affair());
        };
    }

    @Override
    public DraftOutcome perform(Actor actor, Request request) {
        return drafts.change(actor, request.caseId(), "subject", draft -> choose(actor, draft, request.subject()));
    }

    private Optional<Case> choose(Actor actor, Case draft, Subject wanted) {
        Subject person = Objects.requireNonNull(draft.representative() != null ? draft.representative() : draft.applicant());
        if (interview.planOf(draft).about() == AffairPlan.About.SELF && wanted.equals(person)) {
            return Optional.of(about(actor, draft, person, person, null, draft.content().name("applicant")));
        }
        return candidates(actor, draft).stream().filter(c -> c.subject().equals(wanted)).findFirst().map(chosen -> {
            boolean principal = interview.planOf(draft).about() == AffairPlan.About.SELF;
            Subject representative = chosen.by() == By.MANDATE ? person : null;
            return about(actor, draft, wanted, principal ? wanted : person, representative, chosen.name());
        });
    }

    /** The records of the one chosen before are forgotten, and so are the answers they gave. */
    private Case about(Actor actor, Case draft, Subject subject, Subject applicant,
            @Nullable Subject representative, String name) {
        Map<String, String> names = new HashMap<>(draft.content().names());
        names.put("subject", name);
        CaseContent content = draft.content().withPeople(Map.of(), names).withRecords(Map.of(), null);
        Case chosen = draft.about(subject, applicant, representative).with(content);
        return chosen.with(pool.read(actor, chosen, interview.planOf(chosen)));
    }
}
