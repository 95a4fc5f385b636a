package org.fourportals.portal.apply;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.casework.Progress;
import org.fourportals.casework.Progress.AtHand;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.circumstances.Section;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Tag;
import org.fourportals.portal.kit.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What this circumstance requires: how much of it is here already and whence, what is still to be brought, and what the city knows. */
@Controller
@RequestMapping({"/apply/{id}/checklist", "/m/apply/{id}/checklist", "/kiosk/apply/{id}/checklist", "/counter/apply/{id}/checklist"})
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK})
final class ChecklistPage {

    private final Drafting drafting;
    private final Answers answers;
    private final Papers papers;
    private final CityTime time;

    ChecklistPage(Drafting drafting, Answers answers, Papers papers, CityTime time) {
        this.drafting = drafting;
        this.answers = answers;
        this.papers = papers;
        this.time = time;
    }

    @GetMapping
    String show(Page page, Actor actor, HttpServletRequest request, Model model, @PathVariable UUID id) {
        return drafting.open(page, actor, request, id, draft -> draft.progress().isListed() && isChosen(draft)
                ? page(draft, model) : "redirect:" + drafting.next(draft));
    }

    private static boolean isChosen(Opened draft) {
        return draft.draft().applicant() == null || draft.draft().subject() != null && draft.draft().content().unchosen().isEmpty();
    }

    private String page(Opened draft, Model model) {
        Progress progress = draft.progress();
        boolean own = draft.draft().applicant() != null;
        model.addAttribute("draft", draft);
        model.addAttribute("own", own);
        model.addAttribute("tasks", progress.checklist().stream().map(line -> task(draft, line, own)).toList());
        model.addAttribute("here", progress.checklist().size() - progress.missing().size());
        model.addAttribute("all", progress.checklist().size());
        model.addAttribute("known", answers.known(draft, ""));
        model.addAttribute("given", answers.given(draft, ""));
        model.addAttribute("fee", fee(draft, time));
        model.addAttribute("grounds", grounds(draft));
        model.addAttribute("chosen", chosen(draft));
        return "apply/checklist";
    }

    /** What was chosen among several, with a link to choose otherwise. */
    private static List<Line> chosen(Opened draft) {
        Page page = draft.page();
        return draft.plan().roles().stream().filter(role -> draft.draft().content().several().containsKey(role.id()))
                .map(role -> Line.of(page.t(role.name()), draft.draft().content().name(role.id()))
                        .change(draft.url("/which/" + role.id()))).toList();
    }

    private Task task(Opened draft, Progress.Line line, boolean own) {
        Page page = draft.page();
        AffairPlan.Requirement requirement = line.requirement();
        if (!own) {
            boolean known = requirement.evidence().stream().anyMatch(AffairPlan.Evidence.Pool.class::isInstance);
            return Task.of(page.t(requirement.name()), known ? new Tag(page.t("apply.tag.lookup"), Tag.Tone.GOOD)
                    : new Tag(page.t("apply.tag.bring"), Tag.Tone.QUIET)).hint(why(page, requirement));
        }
        String hint = line.atHand() instanceof AtHand.Missing ? why(page, requirement) : papers.whence(page, line.atHand());
        return Task.of(page.t(requirement.name()), papers.tag(page, line.atHand())).hint(hint)
                .url(draft.url("/evidence/" + requirement.id()));
    }

    private static @Nullable String why(Page page, AffairPlan.Requirement requirement) {
        return requirement.why() == null ? null : page.t(requirement.why());
    }

    private static List<String> grounds(Opened draft) {
        return draft.plan().grounds().stream()
                .filter(g -> draft.progress().standing() instanceof org.fourportals.circumstances.Standing.Listed listed
                        && listed.grounds().contains(g.id())).map(g -> draft.page().t(g.name())).toList();
    }

    /** What it costs in these circumstances, with what for. */
    static String fee(Opened draft, CityTime time) {
        AffairPlan.Fee fee = draft.plan().fee();
        boolean due = fee.when() == null
                || draft.plan().rules().evaluate(Section.OTHER, fee.when(), draft.progress().facts(), time.today()).isMet();
        String amount = draft.page().money(due ? new BigDecimal(fee.yuan()) : BigDecimal.ZERO);
        return due ? Optional.ofNullable(fee.purpose()).map(p -> amount + " · " + draft.page().t(p)).orElse(amount) : amount;
    }
}
