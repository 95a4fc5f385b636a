package org.fourportals.portal.apply;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.catalogue.Affair;
import org.fourportals.casework.Corrections;
import org.fourportals.casework.Correction;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.certificate.Certificate;
import org.fourportals.certificate.Certificates;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.casefile.CaseFileWords;
import org.fourportals.portal.kit.Tag;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** My cases and one of them: where it stands, what happened, what its clock says, what is to be done and what came of it. */
@Controller
@RequestMapping({"/cases", "/m/cases", "/kiosk/cases"})
@MayCall({Role.RESIDENT, Role.CLERK})
final class CasesPage {

    private final Cases cases;
    private final CaseOpening opening;
    private final CaseStory story;
    private final Catalogue catalogue;
    private final Certificates certificates;
    private final Corrections corrections;
    private final DeliveryStory deliveries;
    private final CaseFileWords fileWords;

    CasesPage(Cases cases, CaseOpening opening, CaseStory story, Catalogue catalogue, Certificates certificates,
            Corrections corrections, DeliveryStory deliveries, CaseFileWords fileWords) {
        this.fileWords = fileWords;
        this.corrections = corrections;
        this.deliveries = deliveries;
        this.cases = cases;
        this.opening = opening;
        this.story = story;
        this.catalogue = catalogue;
        this.certificates = certificates;
    }

    @GetMapping
    String list(Page page, Actor actor, Model model) {
        List<Case> mine = cases.listMine(actor).stream().filter(c -> c.state() != CaseState.DISCARDED).toList();
        model.addAttribute("open", mine.stream().filter(c -> c.state().isOpen()).map(c -> row(page, c)).toList());
        model.addAttribute("drafts", mine.stream().filter(c -> c.state().isDraft()).map(c -> row(page, c)).toList());
        model.addAttribute("closed", mine.stream().filter(c -> !c.state().isOpen() && !c.state().isDraft()).map(c -> row(page, c)).toList());
        return "apply/cases";
    }

    private CaseRow row(Page page, Case about) {
        String name = catalogue.findAffair(about.affair()).map(Affair::name).map(page::t).orElse(about.affair());
        String subject = about.content().name("subject");
        boolean draft = about.state().isDraft();
        boolean supplement = about.state() == CaseState.SUPPLEMENT;
        Tag tag = CaseStory.tag(page, about.state());
        String when = draft || about.submittedAt() == null ? page.t("apply.cases.changed", page.dateTime(about.updatedAt()))
                : page.t("apply.cases.handed-in", page.dateTime(about.submittedAt()));
        String due = about.state().isOpen() && !supplement && about.deadline() != null ? page.t("apply.clock.due", page.date(about.deadline())) : null;
        return new CaseRow(name, subject, about.number(), when, due, tag,
                page.url((draft ? "/apply/" : "/cases/") + about.id()), draft ? page.url("/cases/" + about.id() + "/withdraw") : null);
    }

    @GetMapping("/{id}")
    String show(Page page, Actor actor, Model model, @PathVariable UUID id) {
        Opened opened = opening.open(page, actor, id);
        Case about = opened.draft();
        if (about.state().isDraft()) {
            return opened.to("");
        }
        var events = cases.listEvents(about);
        var reckoning = cases.clock(about);
        model.addAttribute("about", opened);
        model.addAttribute("tag", CaseStory.tag(page, about.state()));
        model.addAttribute("steps", story.steps(page, about, opened.plan(), events));
        model.addAttribute("moments", story.timeline(page, opened.plan(), events));
        model.addAttribute("clock", CaseStory.clock(page, about, reckoning));
        model.addAttribute("clockLines", fileWords.clock().forApplicant(page, cases.explainClock(about, Instant.MAX)));
        model.addAttribute("supplement", cases.findSupplement(about).orElse(null));
        model.addAttribute("papers", opening.papers(opened));
        model.addAttribute("form", opening.form(opened));
        model.addAttribute("end", story.end(page, opened.plan(), events));
        Certificate certificate = certificates.findByCase(id).filter(c -> about.state() == CaseState.GRANTED).orElse(null);
        boolean mayAct = cases.mayActAsApplicant(actor, about);
        model.addAttribute("certificate", certificate);
        model.addAttribute("deliveries", deliveries.views(page, about, mayAct));
        model.addAttribute("mayOrder", mayAct && certificate != null && certificate.revokedAt() == null && !deliveries.isOnItsWay(about));
        model.addAttribute("corrections", corrections.of(about).stream().map(c -> correction(page, opened.plan(), c)).toList());
        model.addAttribute("doubts", fileWords.reports().doubts(page, about));
        model.addAttribute("mayAct", mayAct);
        return "apply/case";
    }

    private String correction(Page page, AffairPlan plan, Correction correction) {
        String question = page.t(plan.question(correction.question()).ask());
        String department = page.t(catalogue.department(correction.department()).name());
        if (correction.registerWasWrong() == null) {
            return page.t("apply.correction.open", question, department);
        }
        return page.t(correction.registerWasWrong() ? "apply.correction.wrong" : "apply.correction.right", question, department, String.valueOf(correction.remark()));
    }
}
