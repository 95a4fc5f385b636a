package org.fourportals.portal.apply;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.casework.AdoptDraft;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.casework.DraftOutcome;
import org.fourportals.casework.Interview;
import org.fourportals.casework.RefreshDraft;
import org.fourportals.circumstances.Standing;
import org.fourportals.desk.Desk;
import org.fourportals.identity.CurrentActor;
import org.fourportals.portal.Page;
import org.springframework.stereotype.Component;

/** Opens a draft for whoever may fill it in, whatever door and order she comes in, and knows which step is next. */
@Component
final class Drafting {

    private final Cases cases;
    private final Interview interview;
    private final Desk desk;
    private final AdoptDraft adopt;
    private final RefreshDraft refresh;
    private final CurrentActor currentActor;

    Drafting(Cases cases, Interview interview, Desk desk, AdoptDraft adopt, RefreshDraft refresh, CurrentActor currentActor) {
        this.cases = cases;
        this.interview = interview;
        this.desk = desk;
        this.adopt = adopt;
        this.refresh = refresh;
        this.currentActor = currentActor;
    }

    /**
     * Opens the draft and shows what `show` makes of it. A draft that this browser began before its reader signed in becomes hers; one that
     * was handed in or thrown away meanwhile leads to the case.
     *
     * @throws DraftGone if there is none for this actor
     */
    String open(Page page, Actor actor, HttpServletRequest request, UUID id, Function<Opened, String> show) {
        Case found = find(actor, request, id).orElseThrow(DraftGone::new);
        if (found.state() == CaseState.DISCARDED) {
            throw new DraftGone();
        }
        if (!found.state().isDraft()) {
            return "redirect:" + page.url("/cases/" + id);
        }
        if (interview.isStale(found)) {
            refresh(actor, id);
            found = cases.find(actor, id).orElseThrow(DraftGone::new);
        }
        return show.apply(new Opened(page, found, interview.progress(found)));
    }

    /** The draft as the affair and the registers stand now. */
    void refresh(Actor actor, UUID id) {
        desk.perform(actor, refresh, new RefreshDraft.Request(id));
    }

    /** Like {@link #open}, for the steps that speak of people and papers: they come after it is said whom and what the case is about. */
    String openOwn(Page page, Actor actor, HttpServletRequest request, UUID id, Function<Opened, String> show) {
        return open(page, actor, request, id, draft -> draft.draft().subject() == null || !draft.draft().content().unchosen().isEmpty()
                ? "redirect:" + next(draft) : show.apply(draft));
    }

    /** Like {@link #openOwn}, for the steps that come after the last question. */
    String openListed(Page page, Actor actor, HttpServletRequest request, UUID id, Function<Opened, String> show) {
        return openOwn(page, actor, request, id, draft -> draft.progress().isListed() ? show.apply(draft) : "redirect:" + next(draft));
    }

    private Optional<Case> find(Actor actor, HttpServletRequest request, UUID id) {
        return cases.find(actor, id).filter(c -> cases.mayActAsApplicant(actor, c)).or(() -> adopted(actor, request, id));
    }

    private Optional<Case> adopted(Actor actor, HttpServletRequest request, UUID id) {
        Optional<UUID> browser = currentActor.findBrowser(request);
        if (!(actor instanceof Actor.Resident) || browser.isEmpty()) {
            return Optional.empty();
        }
        DraftOutcome outcome = desk.perform(actor, adopt, new AdoptDraft.Request(id, browser.get()));
        return outcome instanceof DraftOutcome.Saved ? cases.find(actor, id) : Optional.empty();
    }

    /** The address of the first step that is still open. */
    String next(Opened draft) {
        boolean known = !(draft.page().actor() instanceof Actor.Visitor);
        if (known && draft.draft().subject() == null) {
            return draft.url("/about");
        }
        if (known && !draft.draft().content().unchosen().isEmpty()) {
            return draft.url("/which/" + draft.draft().content().unchosen().getFirst());
        }
        return switch (draft.progress().standing()) {
            case Standing.Asking asking -> draft.question(asking.next().id());
            case Standing.Listed listed -> draft.url("/checklist");
            case Standing.Refused refused -> draft.url("/outcome");
            case Standing.Impossible impossible -> draft.url("/outcome");
        };
    }

    /** Performs a change of the draft; throws {@link DraftGone} where it is not there for the actor any more. */
    <Q> DraftOutcome change(Actor actor, Operation<Q, DraftOutcome> operation, Q request) {
        DraftOutcome outcome = desk.perform(actor, operation, request);
        if (outcome instanceof DraftOutcome.NotFound) {
            throw new DraftGone();
        }
        return outcome;
    }
}
