package org.fourportals.portal.apply;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.QrCode;
import org.fourportals.base.Role;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.casework.WithdrawCase;
import org.fourportals.certificate.Certificates;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Confirmation;
import org.fourportals.portal.kit.Receipt;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The receipt of a case, and taking it back. At the counter these stand beside the draft's pages, since `/counter/cases` is the clerk's own view. */
@Controller
@RequestMapping({"/cases/{id}", "/m/cases/{id}", "/kiosk/cases/{id}", "/counter/apply/{id}"})
@MayCall({Role.RESIDENT, Role.CLERK})
final class CaseActs {

    private final CaseOpening opening;
    private final Cases cases;
    private final CaseStory story;
    private final Certificates certificates;
    private final WithdrawCase withdraw;
    private final Desk desk;

    CaseActs(CaseOpening opening, Cases cases, CaseStory story, Certificates certificates, WithdrawCase withdraw, Desk desk) {
        this.opening = opening;
        this.cases = cases;
        this.story = story;
        this.certificates = certificates;
        this.withdraw = withdraw;
        this.desk = desk;
    }

    @GetMapping("/receipt")
    String receipt(Page page, Actor actor, HttpServletRequest request, Model model, @PathVariable UUID id) {
        Opened opened = opening.open(page, actor, id);
        Case about = opened.draft();
        if (about.number() == null || about.submittedAt() == null) {
            return opened.to("");
        }
        boolean granted = about.state() == CaseState.GRANTED;
        boolean atOnce = granted && story.isInstant(cases.listEvents(about));
        model.addAttribute("about", opened);
        model.addAttribute("receipt", new Receipt(page.t(atOnce ? "apply.receipt.granted" : "apply.receipt.title"), about.number(),
                page.t("apply.cases.handed-in", page.dateTime(about.submittedAt())), QrCode.svg(EvidenceViews.base(request) + "/m/cases/" + id),
                page.t("apply.receipt.scan")));
        model.addAttribute("atOnce", atOnce);
        model.addAttribute("certificate", granted ? certificates.findByCase(id).orElse(null) : null);
        return "apply/receipt";
    }

    @GetMapping("/withdraw")
    @MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK})
    String ask(Page page, Actor actor, Model model, @PathVariable UUID id) {
        Opened opened = opening.openToAct(page, actor, id);
        Case about = opened.draft();
        if (!about.state().isDraft() && !about.state().isOpen()) {
            return "redirect:" + opened.caseUrl();
        }
        String kind = about.state().isDraft() ? "discard" : "withdraw";
        model.addAttribute("confirmation", new Confirmation("withdraw", page.t("apply." + kind), page.t("apply." + kind + ".title"),
                page.t("apply." + kind + ".text", opened.affairName()), page.t("apply." + kind + ".yes"), opened.act("/withdraw"), Map.of(),
                opened.act("/withdraw"), true));
        model.addAttribute("backUrl", about.state().isDraft() ? opened.url("") : opened.caseUrl());
        return "kit/confirmPage";
    }

    @PostMapping("/withdraw")
    @MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK})
    String withdraw(Page page, Actor actor, RedirectAttributes next, @PathVariable UUID id) {
        boolean draft = opening.openToAct(page, actor, id).draft().state().isDraft();
        WithdrawCase.Result result = desk.perform(actor, withdraw, new WithdrawCase.Request(id));
        Optional<Flash> said = switch (result) {
            case WithdrawCase.Withdrawn done -> Optional.of(Flash.done(draft ? "apply.discard.done" : "apply.withdraw.done"));
            case WithdrawCase.TooLate late -> Optional.of(Flash.notice("apply.withdraw.too-late"));
            case WithdrawCase.NotFound none -> Optional.empty();
        };
        next.addFlashAttribute(Flash.ATTRIBUTE, said.orElseThrow(DraftGone::new));
        return "redirect:" + (draft ? page.signedIn() ? Opened.mine(page) : page.url("/") : page.url("/cases/" + id));
    }
}
