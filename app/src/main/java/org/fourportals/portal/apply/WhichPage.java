package org.fourportals.portal.apply;

import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.CaseContent.Linked;
import org.fourportals.casework.ChooseRole;
import org.fourportals.casework.DraftOutcome;
import org.fourportals.catalogue.AffairPlan.RoleLink;
import org.fourportals.identity.MayCall;
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

/** Asks which home, vehicle or the like the case is about, where the registers know more than one. */
@Controller
@RequestMapping({"/apply/{id}/which/{role}", "/m/apply/{id}/which/{role}", "/kiosk/apply/{id}/which/{role}", "/counter/apply/{id}/which/{role}"})
@MayCall({Role.RESIDENT, Role.CLERK})
final class WhichPage {

    private final Drafting drafting;
    private final ChooseRole choose;

    WhichPage(Drafting drafting, ChooseRole choose) {
        this.drafting = drafting;
        this.choose = choose;
    }

    @GetMapping
    String show(Page page, Actor actor, HttpServletRequest request, Model model, @PathVariable UUID id, @PathVariable String role) {
        return drafting.open(page, actor, request, id, draft -> page(draft, model, role, List.of()));
    }

    @PostMapping
    String choose(Page page, Actor actor, HttpServletRequest request, Model model, @PathVariable UUID id, @PathVariable String role,
            @RequestParam(defaultValue = "") String subject) {
        return drafting.open(page, actor, request, id, draft -> {
            DraftOutcome outcome = subject.matches("\\d{1,18}")
                    ? drafting.change(actor, choose, new ChooseRole.Request(id, role, Long.parseLong(subject)))
                    : new DraftOutcome.NotAnAnswer(role);
            return outcome instanceof DraftOutcome.NotAnAnswer
                    ? page(draft, model, role, List.of(new Problem("subject", page.t("apply.which.choose")))) : draft.to("");
        });
    }

    /** A role in which there is nothing to choose leads on. */
    private static String page(Opened draft, Model model, String role, List<Problem> problems) {
        List<Linked> candidates = draft.draft().content().several().get(role);
        RoleLink link = draft.plan().roles().stream().filter(r -> r.id().equals(role)).findFirst().orElse(null);
        if (candidates == null || link == null) {
            return draft.to("");
        }
        model.addAttribute("draft", draft);
        model.addAttribute("role", role);
        model.addAttribute("name", draft.page().t(link.name()));
        model.addAttribute("choices", candidates.stream().map(c -> Choice.of(String.valueOf(c.subject()), c.name())).toList());
        model.addAttribute("chosen", String.valueOf(draft.draft().content().roles().getOrDefault(role, 0L)));
        model.addAttribute("problems", problems);
        return "apply/which";
    }
}
