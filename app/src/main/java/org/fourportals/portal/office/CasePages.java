package org.fourportals.portal.office;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.casework.Case;
import org.fourportals.casework.Cases;
import org.fourportals.casework.ExtendDeadline;
import org.fourportals.casework.StaffOutcome;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
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
 * A case as a department's reviewer sees it: the whole file, what the others said, and what she can do. Opening one that waits for her
 * department takes it for her, so that no colleague works on it at the same time.
 */
@Controller("office.CasePages")
@MayCall(Role.REVIEWER)
class CasePages {

    private static final int LONGEST = 2_000;

    private final Cases cases;
    private final Reviewing reviewing;
    private final CaseFiles files;
    private final CaseDocuments documents;
    private final CaseWords words;
    private final StaffNotes notes;

    CasePages(Cases cases, Reviewing reviewing, CaseFiles files, CaseDocuments documents, CaseWords words, StaffNotes notes) {
        this.notes = notes;
        this.cases = cases;
        this.reviewing = reviewing;
        this.files = files;
        this.documents = documents;
        this.words = words;
    }

    /** What she had ticked and typed when something was missing. */
    private record Typed(String remark, String reason, List<String> ticked, Later later, List<Problem> problems) {
        static final Typed NOTHING = new Typed("", "", List.of(), List.of());

        Typed(String remark, String reason, List<String> ticked, List<Problem> problems) {
            this(remark, reason, ticked, new Later("", ""), problems);
        }
    }

    @GetMapping("/office/cases/{id}")
    @MayCall({Role.REVIEWER, Role.HEAD})
    String show(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String at, Model model) {
        Case about = find(actor, id);
        String shown = show(page, actor, about, model, Typed.NOTHING);
        asked(at).ifPresent(day -> model.addAttribute("file", files.of(page, about, day)));
        return shown;
    }

    /** The day for which the clock is to be explained; what is no day of our time is not asked for. */
    private static Optional<LocalDate> asked(String at) {
        try {
            return at.matches("[12][0-9]{3}-[0-9]{2}-[0-9]{2}") ? Optional.of(LocalDate.parse(at)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The language switch of a form shown again leads here. */
    @GetMapping({"/office/cases/{id}/opinion", "/office/cases/{id}/decision", "/office/cases/{id}/supplement", "/office/cases/{id}/extension",
        "/office/cases/{id}/reopening"})
    String back(Page page, @PathVariable UUID id) {
        return "redirect:" + page.url("/cases/" + id);
    }

    @PostMapping("/office/cases/{id}/take-over")
    String takeOver(Page page, Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        return after(page, id, reviewing.take(actor, id, true), "office.case.taken-over", next);
    }

    @PostMapping("/office/cases/{id}/opinion")
    String opinion(Page page, Actor actor, @PathVariable UUID id, @RequestParam int version, @RequestParam UUID key,
            @RequestParam String opinion, @RequestParam(defaultValue = "") String remark, Model model, RedirectAttributes next) {
        boolean agrees = agrees(opinion, "agree", "disagree");
        if (remark.length() > LONGEST) {
            return wrong(page, actor, id, model, new Typed(remark, "", List.of(), List.of(new Problem("remark", page.t("office.case.too-long")))));
        }
        StaffOutcome outcome = reviewing.review(actor, id, version, agrees, remark, key);
        if (outcome instanceof StaffOutcome.ReasonNeeded) {
            return wrong(page, actor, id, model, new Typed(remark, "", List.of(), List.of(new Problem("remark", page.t("office.case.why-not")))));
        }
        return after(page, id, outcome, agrees ? "office.case.agreed" : "office.case.disagreed", next);
    }

    @PostMapping("/office/cases/{id}/decision")
    String decision(Page page, Actor actor, @PathVariable UUID id, @RequestParam int version, @RequestParam UUID key,
            @RequestParam String decision, @RequestParam(defaultValue = "") String template, @RequestParam(defaultValue = "") String remark, Model model,
            RedirectAttributes next) {
        boolean grants = agrees(decision, "grant", "refuse");
        if (remark.length() > LONGEST) {
            return wrong(page, actor, id, model, new Typed(remark, "", List.of(), List.of(new Problem("remark", page.t("office.case.too-long")))));
        }
        Case about = find(actor, id);
        Optional<Text> why = ReasonTemplates.reason(reviewing.planOf(about), grants ? "" : template, remark);
        StaffOutcome outcome = reviewing.decide(actor, id, version, grants, why.map(Text::zh).orElse(""), why.map(Text::en).orElse(""), key);
        if (outcome instanceof StaffOutcome.ReasonNeeded) {
            return wrong(page, actor, id, model, new Typed(remark, "", List.of(), List.of(new Problem("remark", page.t(grants ? "office.case.why-against" : "office.case.why-refused")))));
        }
        return after(page, id, outcome, grants ? "office.case.granted" : "office.case.refused", next);
    }

    @PostMapping("/office/cases/{id}/supplement")
    String supplement(Page page, Actor actor, @PathVariable UUID id, @RequestParam int version, @RequestParam UUID key,
            @RequestParam(defaultValue = "") List<String> requirement, @RequestParam(defaultValue = "") String reason, Model model,
            RedirectAttributes next) {
        StaffOutcome outcome = reviewing.askFor(actor, id, version, requirement, reason, key);
        if (outcome instanceof StaffOutcome.ReasonNeeded) {
            Problem problem = requirement.isEmpty() ? new Problem("requirement", page.t("office.case.tick-needed"))
                    : new Problem("reason", page.t(reason.length() > LONGEST ? "office.case.too-long" : "office.case.reason-needed"));
            return wrong(page, actor, id, model, new Typed("", reason, requirement, List.of(problem)));
        }
        return after(page, id, outcome, "office.case.sent-back", next);
    }

    @PostMapping("/office/cases/{id}/extension")
    String extension(Page page, Actor actor, @PathVariable UUID id, @RequestParam int version, @RequestParam UUID key, @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String why, Model model, RedirectAttributes next) {
        StaffOutcome outcome = reviewing.extend(actor, id, version, days.strip().matches("[0-9]{1,2}") ? Integer.parseInt(days.strip()) : 0, why, key);
        if (outcome instanceof StaffOutcome.ReasonNeeded) {
            Problem problem = why.isBlank() || why.length() > LONGEST ? new Problem("why", page.t(why.isBlank() ? "office.case.extend.why-needed" : "office.case.too-long"))
                    : new Problem("days", page.t("office.case.extend.days-wrong", ExtendDeadline.MOST));
            return wrong(page, actor, id, model, new Typed("", "", List.of(), new Later(days, why), List.of(problem)));
        }
        return after(page, id, outcome, "office.case.extended", next);
    }

    @PostMapping("/office/cases/{id}/reopening")
    String reopening(Page page, Actor actor, @PathVariable UUID id, @RequestParam int version, @RequestParam UUID key,
            @RequestParam(defaultValue = "") String reason, Model model, RedirectAttributes next) {
        StaffOutcome outcome = reviewing.reopen(actor, id, version, reason, key);
        if (outcome instanceof StaffOutcome.ReasonNeeded) {
            return wrong(page, actor, id, model, new Typed("", reason, List.of(),
                    List.of(new Problem("reason", page.t(reason.isBlank() ? "office.case.reopen.why-needed" : "office.case.too-long")))));
        }
        return after(page, id, outcome, "office.case.reopened", next);
    }

    @GetMapping("/office/cases/{id}/documents/{document}")
    @MayCall({Role.REVIEWER, Role.HEAD})
    ResponseEntity<byte[]> document(Actor actor, @PathVariable UUID id, @PathVariable UUID document) {
        return documents.open(actor, find(actor, id), document).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean agrees(String said, String yes, String no) {
        if (!said.equals(yes) && !said.equals(no)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return said.equals(yes);
    }

    private Case find(Actor actor, UUID id) {
        return cases.find(actor, id).filter(c -> !c.state().isDraft()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String wrong(Page page, Actor actor, UUID id, Model model, Typed typed) {
        return show(page, actor, find(actor, id), model, typed);
    }

    private String show(Page page, Actor actor, Case about, Model model, Typed typed) {
        AffairPlan.Stage stage = reviewing.waitingStage(actor, about);
        StaffOutcome taken = stage == null ? new StaffOutcome.NotYourPart() : reviewing.take(actor, about.id(), false);
        model.addAttribute("file", files.of(page, about));
        model.addAttribute("stage", stage);
        model.addAttribute("templates", ReasonTemplates.choices(page, reviewing.planOf(about)));
        model.addAttribute("mayAct", taken instanceof StaffOutcome.Done);
        model.addAttribute("heldBy", taken instanceof StaffOutcome.HeldBy held ? page.t("office.case.held", held.staffName(), page.time(held.until())) : null);
        model.addAttribute("remark", typed.remark());
        model.addAttribute("reason", typed.reason());
        model.addAttribute("ticked", typed.ticked());
        model.addAttribute("mayReopen", reviewing.mayReopen(actor, about));
        model.addAttribute("later", reviewing.mayExtend(about) ? typed.later() : null);
        model.addAttribute("colleagues", notes.colleagues(page, about));
        model.addAttribute("problems", typed.problems());
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/case";
    }

    private String after(Page page, UUID id, StaffOutcome outcome, String done, RedirectAttributes next) {
        next.addFlashAttribute(Flash.ATTRIBUTE, switch (outcome) {
            case StaffOutcome.Done _ -> Flash.done(done);
            case StaffOutcome.HeldBy(var name, var until) -> Flash.notice("office.case.held", name, page.time(until));
            case StaffOutcome.ChangedMeanwhile(var state) -> Flash.notice("office.case.changed", words.state(page, state).text());
            case StaffOutcome.NotNow(var state) -> Flash.notice("office.case.not-now", words.state(page, state).text());
            case StaffOutcome.NotYourPart _ -> Flash.notice("office.case.not-your-part");
            case StaffOutcome.ExtendedAlready _ -> Flash.notice("office.case.extended-already");
            case StaffOutcome.AskedOnce _ -> Flash.notice("office.case.asked-once");
            case StaffOutcome.ReasonNeeded _ -> Flash.notice("office.case.reason-needed");
            case StaffOutcome.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        });
        return "redirect:" + page.url("/cases/" + id);
    }
}
