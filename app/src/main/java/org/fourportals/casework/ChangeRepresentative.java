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
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.catalogue.AffairPlan.About;
import org.fourportals.desk.Desk;
import org.fourportals.representation.Representation;
import org.fourportals.representation.Representation.Represented;
import org.springframework.stereotype.Component;

/**
 * The applicant hands a case that goes on to another representative, who must hold her mandate for the affair; or takes it into her own hands. A company's
 * agent is its applicant: what the case holds is then sealed with the new agent's key. Refuses {@link NoMandate}, {@link TooLate} once it is over and
 * {@link NotFound}.
 */
@Component
public final class ChangeRepresentative implements Operation<ChangeRepresentative.Request, ChangeRepresentative.Result> {

    private final CaseStore store;
    private final CaseAccess access;
    private final Interview interview;
    private final Representation representation;

    ChangeRepresentative(CaseStore store, CaseAccess access, Interview interview, Representation representation) {
        this.store = store;
        this.access = access;
        this.interview = interview;
        this.representation = representation;
    }

    /** @param representative one of {@link #candidates}; the principal herself: she acts without one */
    public record Request(UUID caseId, Subject representative) implements Desk.AboutCase {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    public record Changed(UUID caseId) implements Result {
    }

    /** She holds no mandate for it, or acts already. */
    public record NoMandate() implements Result, Refusal {
    }

    public record TooLate(CaseState state) implements Result, Refusal {
    }

    public record NotFound() implements Result, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<Result> results() {
        return Result.class;
    }

    /** To whom the case may be given now: those with a mandate, and a principal who is a person and lets somebody act for her. */
    public List<Represented> candidates(Case about) {
        if (!about.may(CaseEvent.Type.REPRESENTED)) {
            return List.of();
        }
        Subject principal = principal(about);
        List<Represented> agents = new ArrayList<>(representation.listAgents(principal, about.affair()).stream()
                .filter(agent -> !agent.subject().equals(about.representative())).toList());
        if (!isForACompany(about) && about.representative() != null) {
            agents.add(new Represented(principal, about.content().name("applicant"), Representation.By.MANDATE));
        }
        return agents;
    }

    @Override
    public Result perform(Actor actor, Request request) {
        Optional<Case> found = store.findForUpdate(request.caseId()).filter(about -> !about.state().isDraft() && access.mayActAsApplicant(actor, about));
        if (found.isEmpty()) {
            return new NotFound();
        }
        Case about = found.get();
        if (!about.may(CaseEvent.Type.REPRESENTED)) {
            return new TooLate(about.state());
        }
        Optional<Represented> chosen = candidates(about).stream().filter(each -> each.subject().equals(request.representative())).findFirst();
        if (chosen.isEmpty()) {
            return new NoMandate();
        }
        Case changed = represented(about, chosen.get());
        if (!Objects.equals(about.applicant(), changed.applicant())) {
            store.resealEvents(about, changed);
        }
        store.update(changed);
        store.append(changed, CaseEvent.Type.REPRESENTED, actor, Map.of("colleague", chosen.get().name()));
        return new Changed(about.id());
    }

    private Case represented(Case about, Represented chosen) {
        Map<String, String> names = new HashMap<>(about.content().names());
        boolean herself = chosen.subject().equals(principal(about));
        names.put("representative", herself ? "" : chosen.name());
        if (isForACompany(about)) {
            names.put("applicant", chosen.name());
        }
        CaseContent content = about.content().withPeople(about.content().roles(), names);
        Subject applicant = isForACompany(about) ? chosen.subject() : about.applicant();
        return about.about(about.subject(), applicant, herself ? null : chosen.subject()).with(content);
    }

    private boolean isForACompany(Case about) {
        return interview.planOf(about).about() == About.ORGANISATION;
    }

    private Subject principal(Case about) {
        return isForACompany(about) ? Objects.requireNonNull(about.subject()) : CaseAccess.principal(about);
    }
}
