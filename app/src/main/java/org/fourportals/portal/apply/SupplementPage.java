package org.fourportals.portal.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.AnswerSupplement;
import org.fourportals.casework.CaseContent;
import org.fourportals.casework.Cases;
import org.fourportals.casework.Cases.OpenSupplement;
import org.fourportals.catalogue.AffairPlan.Requirement;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Problem;
import org.fourportals.portal.kit.Tag;
import org.fourportals.portal.kit.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Brings what a department asked for in addition, line by line, and sends it. */
@Controller
@RequestMapping({"/cases/{id}/supplement", "/m/cases/{id}/supplement", "/kiosk/cases/{id}/supplement", "/counter/apply/{id}/supplement"})
@MayCall({Role.RESIDENT, Role.CLERK})
final class SupplementPage {

    private final CaseOpening opening;
    private final Cases cases;
    private final EvidenceViews views;
    private final Bringing bringing;
    private final Papers papers;
    private final AnswerSupplement answer;
    private final Desk desk;

    SupplementPage(CaseOpening opening, Cases cases, EvidenceViews views, Bringing bringing, Papers papers, AnswerSupplement answer,
            Desk desk) {
        this.opening = opening;
        this.cases = cases;
        this.views = views;
        this.bringing = bringing;
        this.papers = papers;
        this.answer = answer;
        this.desk = desk;
    }

    @GetMapping
    String show(Page page, Actor actor, Model model, @PathVariable UUID id) {
        return open(page, actor, id, (about, asked) -> page(about, asked, model, Set.of()));
    }

    @PostMapping
    String send(Page page, Actor actor, Model model, RedirectAttributes next, @PathVariable UUID id) {
        return open(page, actor, id, (about, asked) -> switch (desk.perform(actor, answer, new AnswerSupplement.Request(id))) {
            case AnswerSupplement.Supplemented sent -> done(about, next, Flash.done("apply.supplement.sent"));
            case AnswerSupplement.NoneAskedFor none -> done(about, next, Flash.notice("apply.supplement.none"));
            case AnswerSupplement.StillMissing missing -> page(about, asked, model, Set.copyOf(missing.requirements()));
            case AnswerSupplement.NotFound none -> throw new DraftGone();
        });
    }

    @GetMapping("/{requirement}")
    String line(Page page, Actor actor, HttpServletRequest request, Model model, @PathVariable UUID id, @PathVariable String requirement,
            @RequestParam(name = LargeUploads.PARAMETER, required = false) @Nullable String tooLarge) {
        Problem fault = tooLarge == null ? null : Bringing.tooLarge(page);
        return open(page, actor, id, (about, asked) -> asked(about, asked, requirement)
                .map(r -> line(about, r, request, model, fault)).orElseGet(() -> "redirect:" + about.act("/supplement")));
    }

    /** Takes the request itself, since reading a file that is too large fails and must be answered on this page. */
    @PostMapping("/{requirement}")
    String bring(Page page, Actor actor, HttpServletRequest request, Model model, @PathVariable UUID id, @PathVariable String requirement) {
        return open(page, actor, id, (about, asked) -> asked(about, asked, requirement).map(r -> {
            Brought sent = Brought.of(request);
            return bringing.bring(about, actor, r, sent).map(fault -> line(about, r, request, model, new Problem(sent.field(), fault)))
                    .orElseGet(() -> "redirect:" + about.act("/supplement"));
        }).orElseGet(() -> "redirect:" + about.act("/supplement")));
    }

    private interface Show {
        String show(Opened about, OpenSupplement asked);
    }

    private String open(Page page, Actor actor, UUID id, Show show) {
        Opened about = opening.openToAct(page, actor, id);
        return cases.findSupplement(about.draft()).map(asked -> show.show(about, asked)).orElseGet(() -> "redirect:" + about.caseUrl());
    }

    private static Optional<Requirement> asked(Opened about, OpenSupplement asked, String requirement) {
        return about.plan().requirements().stream().filter(r -> r.id().equals(requirement) && asked.requirements().contains(r.id())).findFirst();
    }

    private static String done(Opened about, RedirectAttributes next, Flash flash) {
        next.addFlashAttribute(Flash.ATTRIBUTE, flash);
        return "redirect:" + about.caseUrl();
    }

    private String line(Opened about, Requirement requirement, HttpServletRequest request, Model model, @Nullable Problem fault) {
        model.addAttribute("about", about);
        model.addAttribute("view", views.anew(about, requirement, request));
        model.addAttribute("fault", fault);
        return "apply/evidence";
    }

    private String page(Opened about, OpenSupplement asked, Model model, Set<String> missing) {
        Page page = about.page();
        List<Task> tasks = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Requirement requirement : about.plan().requirements()) {
            if (asked.requirements().contains(requirement.id())) {
                CaseContent.Evidence brought = about.draft().content().evidence().get(requirement.id());
                boolean here = brought != null && brought.at().isAfter(asked.at());
                tasks.add(Task.of(page.t(requirement.name()), here ? new Tag(page.t("apply.tag.brought"), Tag.Tone.GOOD)
                        : new Tag(page.t("apply.tag.missing"), Tag.Tone.YOURS)).hint(here ? brought.fileName() : null)
                        .url(about.act("/supplement/" + requirement.id())));
                if (missing.contains(requirement.id())) {
                    problems.add(new Problem(null, page.t("apply.supplement.missing", requirement.name())));
                }
            }
        }
        model.addAttribute("about", about);
        model.addAttribute("asked", asked);
        model.addAttribute("department", asked.department() == null ? "" : papers.wording().department(page, asked.department()));
        model.addAttribute("tasks", tasks);
        model.addAttribute("problems", problems);
        return "apply/supplement";
    }
}
