package org.fourportals.portal.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.casework.Case;
import org.fourportals.casework.ChooseSubject;
import org.fourportals.casework.DraftOutcome;
import org.fourportals.catalogue.AffairPlan.About;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Problem;
import org.fourportals.representation.Representation.Represented;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks whom the case is about: which child, which company, or for whom one applies; only those the registers or a mandate name. */
@Controller
@RequestMapping({"/apply/{id}/about", "/m/apply/{id}/about", "/kiosk/apply/{id}/about", "/counter/apply/{id}/about"})
@MayCall({Role.RESIDENT, Role.CLERK})
final class AboutPage {

    private final Drafting drafting;
    private final ChooseSubject choose;

    AboutPage(Drafting drafting, ChooseSubject choose) {
        this.drafting = drafting;
        this.choose = choose;
    }

    @GetMapping
    String show(Page page, Actor actor, HttpServletRequest request, Model model, @PathVariable UUID id) {
        return drafting.open(page, actor, request, id, draft -> page(actor, draft, model, List.of()));
    }

    @PostMapping
    String choose(Page page, Actor actor, HttpServletRequest request, Model model, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String subject) {
        return drafting.open(page, actor, request, id, draft -> {
            boolean number = subject.matches("\\d{1,18}");
            DraftOutcome outcome = number
                    ? drafting.change(actor, choose, new ChooseSubject.Request(id, new Subject(Long.parseLong(subject))))
                    : new DraftOutcome.NotAnAnswer("subject");
            return outcome instanceof DraftOutcome.NotAnAnswer
                    ? page(actor, draft, model, List.of(new Problem("subject", page.t("apply.about.choose")))) : draft.to("");
        });
    }

    private String page(Actor actor, Opened draft, Model model, List<Problem> problems) {
        List<Choice> choices = choices(actor, draft);
        About about = draft.plan().about();
        model.addAttribute("draft", draft);
        model.addAttribute("kind", about.name().toLowerCase(Locale.ROOT));
        model.addAttribute("choices", choices);
        model.addAttribute("chosen", chosen(draft.draft(), choices));
        model.addAttribute("problems", problems);
        return "apply/about";
    }

    private List<Choice> choices(Actor actor, Opened draft) {
        Page page = draft.page();
        List<Choice> choices = new ArrayList<>();
        if (draft.plan().about() == About.SELF) {
            Case about = draft.draft();
            Subject person = about.representative() != null ? about.representative() : about.applicant();
            if (person != null) {
                String mine = actor instanceof Actor.Resident ? page.t("apply.about.me", actor.name()) : page.t("apply.about.served");
                choices.add(Choice.of(String.valueOf(person.number()), mine));
            }
        }
        for (Represented candidate : choose.candidates(actor, draft.draft())) {
            String by = page.t("apply.about.by." + candidate.by().name().toLowerCase(Locale.ROOT));
            choices.add(Choice.of(String.valueOf(candidate.subject().number()), candidate.name()).hint(by));
        }
        return choices;
    }

    /** Where there is one only, it is chosen already. */
    private static @Nullable String chosen(Case about, List<Choice> choices) {
        if (about.subject() != null) {
            return String.valueOf(about.subject().number());
        }
        return choices.size() == 1 ? choices.getFirst().value() : null;
    }
}
