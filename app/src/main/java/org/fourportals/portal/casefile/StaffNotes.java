package org.fourportals.portal.casefile;

import java.util.List;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.Case;
import org.fourportals.casework.HandOver;
import org.fourportals.casework.LeaveNote;
import org.fourportals.casework.StaffOutcome;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What staff do among themselves on a case, at the counter and in the office: leave a note, hand it over to a colleague. */
@Controller("casefile.StaffNotes")
@RequestMapping({"/office/cases/{id}", "/counter/cases/{id}"})
@MayCall({Role.CLERK, Role.REVIEWER, Role.HEAD})
public class StaffNotes {

    private final Desk desk;
    private final LeaveNote leaveNote;
    private final HandOver handOver;
    private final CaseWords words;

    StaffNotes(Desk desk, LeaveNote leaveNote, HandOver handOver, CaseWords words) {
        this.desk = desk;
        this.leaveNote = leaveNote;
        this.handOver = handOver;
        this.words = words;
    }

    /** To whom the reader may hand the case over now. */
    public List<Choice> colleagues(Page page, Case about) {
        return handOver.colleagues(page.actor(), about).stream().map(account -> Choice.of(account.username(), page.t(account.name()))).toList();
    }

    @PostMapping("/note")
    String note(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String note, @RequestParam UUID key, RedirectAttributes next) {
        return after(page, id, desk.perform(actor, leaveNote, new LeaveNote.Request(id, note), key), "casefile.note.kept", "casefile.note.needed", next);
    }

    @PostMapping("/hand-over")
    String handOver(Page page, Actor actor, @PathVariable UUID id, @RequestParam int version, @RequestParam UUID key,
            @RequestParam(defaultValue = "") String colleague, @RequestParam(name = "why-handed", defaultValue = "") String reason, RedirectAttributes next) {
        StaffOutcome outcome = desk.perform(actor, handOver, new HandOver.Request(id, version, colleague, reason), key);
        return after(page, id, outcome, "casefile.hand-over.done", "casefile.hand-over.needed", next);
    }

    /** The language switch leads here. */
    @GetMapping({"/note", "/hand-over"})
    String back(Page page, @PathVariable UUID id) {
        return "redirect:" + page.url("/cases/" + id);
    }

    private String after(Page page, UUID id, StaffOutcome outcome, String done, String needed, RedirectAttributes next) {
        next.addFlashAttribute(Flash.ATTRIBUTE, switch (outcome) {
            case StaffOutcome.Done _ -> Flash.done(done);
            case StaffOutcome.ReasonNeeded _ -> Flash.notice(needed);
            case StaffOutcome.HeldBy(var name, var until) -> Flash.notice("office.case.held", name, page.dateTime(until));
            case StaffOutcome.ChangedMeanwhile(var state) -> Flash.notice("office.case.changed", words.state(page, state).text());
            case StaffOutcome.NotNow(var state) -> Flash.notice("office.case.not-now", words.state(page, state).text());
            case StaffOutcome.NotYourPart _ -> Flash.notice("casefile.hand-over.nobody");
            case StaffOutcome.NotFound _, StaffOutcome.ExtendedAlready _, StaffOutcome.AskedOnce _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        });
        return "redirect:" + page.url("/cases/" + id);
    }
}
