package org.fourportals.portal.counter;

import java.util.List;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.AcceptCase;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.casework.RequestSupplement;
import org.fourportals.casework.StaffOutcome;
import org.fourportals.casework.TakeCase;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.apply.DeliveryStory;
import org.fourportals.portal.casefile.CaseDocuments;
import org.fourportals.portal.casefile.CaseFiles;
import org.fourportals.portal.casefile.CaseWords;
import org.fourportals.portal.casefile.StaffNotes;
import org.fourportals.portal.kit.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A case as a clerk sees it. Opening one that waits to be accepted takes it for her, so that no colleague works on it at the same time; a
 * draft opens only while she serves its applicant.
 */
@Controller("counter.CasePages")
@MayCall(Role.CLERK)
class CasePages {

    private final Cases cases;
    private final CaseFiles files;
    private final CaseDocuments documents;
    private final CaseWords words;
    private final Acts acts;
    private final DeliveryStory deliveries;
    private final StaffNotes notes;

    CasePages(Cases cases, CaseFiles files, CaseDocuments documents, CaseWords words, Acts acts, DeliveryStory deliveries, StaffNotes notes) {
        this.deliveries = deliveries;
        this.notes = notes;
        this.cases = cases;
        this.files = files;
        this.documents = documents;
        this.words = words;
        this.acts = acts;
    }

    @GetMapping("/counter/cases/{id}")
    String show(Page page, Actor actor, @PathVariable UUID id, Model model) {
        return show(page, actor, find(actor, id), model, List.of(), List.of(), "");
    }

    @PostMapping("/counter/cases/{id}/take-over")
    String takeOver(Page page, Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        return after(page, id, acts.desk().perform(actor, acts.takeCase(), new TakeCase.Request(id, true)), "counter.case.taken-over", next);
    }

    @PostMapping("/counter/cases/{id}/accept")
    String accept(Page page, Actor actor, @PathVariable UUID id, @RequestParam int version, @RequestParam UUID key, RedirectAttributes next) {
        return after(page, id, acts.desk().perform(actor, acts.acceptCase(), new AcceptCase.Request(id, version), key), "counter.case.accepted", next);
    }

    /** Posted to the page itself, where it is shown again with what was ticked and typed if something is missing. */
    @PostMapping("/counter/cases/{id}")
    String supplement(Page page, Actor actor, @PathVariable UUID id, @RequestParam int version, @RequestParam UUID key,
            @RequestParam(defaultValue = "") List<String> requirement, @RequestParam(defaultValue = "") String reason, Model model,
            RedirectAttributes next) {
        StaffOutcome outcome = acts.desk().perform(actor, acts.requestSupplement(),
                new RequestSupplement.Request(id, version, requirement, reason), key);
        if (outcome instanceof StaffOutcome.ReasonNeeded) {
            Problem problem = requirement.isEmpty() ? new Problem("requirement", page.t("counter.case.tick-needed"))
                    : new Problem("reason", page.t("counter.case.reason-needed"));
            return show(page, actor, find(actor, id), model, List.of(problem), requirement, reason);
        }
        return after(page, id, outcome, "counter.case.sent-back", next);
    }

    @GetMapping("/counter/cases/{id}/documents/{document}")
    ResponseEntity<byte[]> document(Actor actor, @PathVariable UUID id, @PathVariable UUID document) {
        return documents.open(actor, find(actor, id), document).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Case find(Actor actor, UUID id) {
        return cases.find(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(Page page, Actor actor, Case about, Model model, List<Problem> problems, List<String> ticked, String reason) {
        if (about.state().isDraft()) {
            return "redirect:" + page.url("/apply/" + about.id());
        }
        StaffOutcome taken = about.state() == CaseState.SUBMITTED ? acts.desk().perform(actor, acts.takeCase(), new TakeCase.Request(about.id(), false))
                : new StaffOutcome.NotNow(about.state());
        model.addAttribute("file", files.of(page, about));
        model.addAttribute("mayAct", taken instanceof StaffOutcome.Done);
        model.addAttribute("heldBy", taken instanceof StaffOutcome.HeldBy held ? page.t("counter.case.held", held.staffName(), page.time(held.until())) : null);
        boolean asApplicant = cases.mayActAsApplicant(actor, about);
        model.addAttribute("asApplicant", asApplicant);
        model.addAttribute("deliveries", deliveries.views(page, about, asApplicant));
        model.addAttribute("mayOrder", asApplicant && about.state() == CaseState.GRANTED && !deliveries.isOnItsWay(about));
        model.addAttribute("colleagues", notes.colleagues(page, about));
        model.addAttribute("problems", problems);
        model.addAttribute("ticked", ticked);
        model.addAttribute("reason", reason);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "counter/case";
    }

    private String after(Page page, UUID id, StaffOutcome outcome, String done, RedirectAttributes next) {
        next.addFlashAttribute(Flash.ATTRIBUTE, switch (outcome) {
            case StaffOutcome.Done _ -> Flash.done(done);
            case StaffOutcome.HeldBy(var name, var until) -> Flash.notice("counter.case.held", name, page.time(until));
            case StaffOutcome.ChangedMeanwhile(var state) -> Flash.notice("counter.case.changed", words.state(page, state).text());
            case StaffOutcome.NotNow(var state) -> Flash.notice("counter.case.not-now", words.state(page, state).text());
            case StaffOutcome.NotYourPart _ -> Flash.notice("counter.case.not-your-part");
            case StaffOutcome.ExtendedAlready _ -> Flash.notice("counter.case.extended-already");
            case StaffOutcome.AskedOnce _ -> Flash.notice("counter.case.asked-once");
            case StaffOutcome.ReasonNeeded _ -> Flash.notice("counter.case.reason-needed");
            case StaffOutcome.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        });
        return "redirect:" + page.url("/cases/" + id);
    }
}
