package org.fourportals.portal.apply;

import java.util.List;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.casework.CaseEvent;
import org.fourportals.casework.ChangeRepresentative;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who acts in a case from now on, among those who hold a mandate for it. */
@Controller
@RequestMapping({"/cases/{id}/representative", "/m/cases/{id}/representative", "/kiosk/cases/{id}/representative", "/counter/apply/{id}/representative"})
@MayCall({Role.RESIDENT, Role.CLERK})
final class RepresentativePage {

    private final CaseOpening opening;
    private final ChangeRepresentative change;
    private final Desk desk;

    RepresentativePage(CaseOpening opening, ChangeRepresentative change, Desk desk) {
        this.opening = opening;
        this.change = change;
        this.desk = desk;
    }

    @GetMapping
    String ask(Page page, Actor actor, Model model, @PathVariable UUID id) {
        return show(model, opening.openToAct(page, actor, id), List.of());
    }

    @PostMapping
    String change(Page page, Actor actor, Model model, RedirectAttributes next, @PathVariable UUID id, @RequestParam(defaultValue = "") String representative) {
        Opened opened = opening.openToAct(page, actor, id);
        if (!representative.matches("[0-9]{1,18}")) {
            return show(model, opened, List.of(new Problem("representative", page.t("apply.representative.choose"))));
        }
        return switch (desk.perform(actor, change, new ChangeRepresentative.Request(id, new Subject(Long.parseLong(representative))))) {
            case ChangeRepresentative.Changed _ -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("apply.representative.done"));
                yield "redirect:" + Opened.mine(page);
            }
            case ChangeRepresentative.NoMandate _ -> show(model, opened, List.of(new Problem("representative", page.t("apply.representative.choose"))));
            case ChangeRepresentative.TooLate _ -> "redirect:" + opened.caseUrl();
            case ChangeRepresentative.NotFound _ -> throw new DraftGone();
        };
    }

    private String show(Model model, Opened opened, List<Problem> problems) {
        if (!opened.draft().may(CaseEvent.Type.REPRESENTED)) {
            return "redirect:" + opened.caseUrl();
        }
        model.addAttribute("about", opened);
        model.addAttribute("choices", change.candidates(opened.draft()).stream().map(each -> Choice.of(String.valueOf(each.subject().number()), each.name())).toList());
        model.addAttribute("problems", problems);
        return "apply/representative";
    }
}
