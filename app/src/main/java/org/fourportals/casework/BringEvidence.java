package org.fourportals.casework;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.casework.CaseContent.Evidence;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.wallet.Document;
import org.fourportals.wallet.DocumentId;
import org.fourportals.wallet.Wallet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings evidence for a line of the checklist, or takes it back: a document already in the wallet, a declaration, or, by a clerk only, an
 * original she has seen. While a supplement is asked for, only what it asks for can be brought. Refuses {@link DraftOutcome.NotAnAnswer}
 * where the requirement or its evidence is not of this case.
 */
@Component
public final class BringEvidence implements Operation<BringEvidence.Request, DraftOutcome> {

    private final CaseStore store;
    private final CaseAccess access;
    private final Interview interview;
    private final Wallet wallet;
    private final CityTime time;

    BringEvidence(CaseStore store, CaseAccess access, Interview interview, Wallet wallet, CityTime time) {
        this.store = store;
        this.access = access;
        this.interview = interview;
        this.wallet = wallet;
        this.time = time;
    }

    /** How a requirement is met. */
    public enum Kind { DOCUMENT, DECLARATION, ORIGINAL, NONE }

    /**
     * @param document the wallet's document; only for {@link Kind#DOCUMENT}
     */
    public record Request(UUID caseId, String requirement, Kind kind, @Nullable UUID document) {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<DraftOutcome> results() {
        return DraftOutcome.class;
    }

    @Override
    public DraftOutcome perform(Actor actor, Request request) {
        Optional<Case> found = store.findForUpdate(request.caseId()).filter(c -> access.mayActAsApplicant(actor, c));
        if (found.isEmpty()) {
            return new DraftOutcome.NotFound();
        }
        Case about = found.get();
        if (!about.state().isDraft() && about.state() != CaseState.SUPPLEMENT) {
            return new DraftOutcome.NoLongerDraft(about.id());
        }
        Optional<Case> changed = requirement(about, request.requirement()).flatMap(r -> brought(actor, about, r, request));
        if (changed.isEmpty()) {
            return new DraftOutcome.NotAnAnswer(request.requirement());
        }
        store.update(changed.get());
        return new DraftOutcome.Saved(about.id());
    }

    private Optional<AffairPlan.Requirement> requirement(Case about, String id) {
        boolean open = about.state().isDraft() || Supplements.requested(store.listEvents(about)).contains(id);
        return interview.planOf(about).requirements().stream().filter(r -> open && r.id().equals(id)).findFirst();
    }

    private Optional<Case> brought(Actor actor, Case about, AffairPlan.Requirement requirement, Request request) {
        Optional<Evidence> evidence = switch (request.kind()) {
            case NONE -> Optional.empty();
            case DECLARATION -> requirement.evidence().stream().anyMatch(AffairPlan.Evidence.Declaration.class::isInstance)
                    ? Optional.of(new Evidence("declaration", null, null, null, time.now(), actor.name())) : Optional.empty();
            case ORIGINAL -> actor instanceof Actor.Staff
                    ? Optional.of(new Evidence("original", null, null, null, time.now(), actor.name())) : Optional.empty();
            case DOCUMENT -> document(about, request).map(d ->
                    new Evidence("document", d.id().value(), d.fileName(), d.sha256(), time.now(), actor.name()));
        };
        if (request.kind() == Kind.NONE) {
            return Optional.of(about.with(about.content().withoutEvidence(requirement.id())));
        }
        return evidence.map(e -> about.with(about.content().withEvidence(requirement.id(), e)));
    }

    private Optional<Document> document(Case about, Request request) {
        if (request.document() == null || interview.walletOwner(about) == null) {
            return Optional.empty();
        }
        DocumentId wanted = new DocumentId(request.document());
        return wallet.list(interview.walletOwner(about)).stream().filter(d -> d.id().equals(wanted)).findFirst();
    }
}
