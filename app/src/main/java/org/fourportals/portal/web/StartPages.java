package org.fourportals.portal.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.casework.AnswerQuestion;
import org.fourportals.casework.Case;
import org.fourportals.casework.Cases;
import org.fourportals.casework.StartDraft;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.desk.Desk;
import org.fourportals.identity.CurrentActor;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Begins an affair. Who has begun it before is asked whether to go on or to begin anew; a visitor's browser is given an id to hold the draft; at
 * a machine one signs in first, and comes back to the one button that begins.
 */
@Controller
final class StartPages {

    private final Catalogue catalogue;
    private final Cases cases;
    private final StartDraft startDraft;
    private final AnswerQuestion answerQuestion;
    private final Desk desk;
    private final CurrentActor currentActor;
    private final CityTime time;

    StartPages(Catalogue catalogue, Cases cases, StartDraft startDraft, AnswerQuestion answerQuestion, Desk desk,
            CurrentActor currentActor, CityTime time) {
        this.answerQuestion = answerQuestion;
        this.catalogue = catalogue;
        this.cases = cases;
        this.startDraft = startDraft;
        this.desk = desk;
        this.currentActor = currentActor;
        this.time = time;
    }

    @GetMapping({"/affairs/{id}/start", "/m/affairs/{id}/start", "/counter/affairs/{id}/start"})
    @MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK})
    String ask(Page page, Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String suppose, Model model) {
        AffairPlan plan = catalogue.findPlan(id).orElseThrow(BrowsePages::missing);
        model.addAttribute("suppose", suppose);
        model.addAttribute("supposed", Supposed.of(plan, suppose).map(known -> known.words(page)).orElse(null));
        model.addAttribute("affair", plan.affair());
        model.addAttribute("draft", AffairPage.findDraft(cases, actor, id).orElse(null));
        model.addAttribute("key", UUID.randomUUID().toString());
        return "web/start";
    }

    @GetMapping("/kiosk/affairs/{id}/start")
    @MayCall(Role.RESIDENT)
    String askAtMachine(Page page, Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String suppose, Model model) {
        return ask(page, actor, id, suppose, model);
    }

    @PostMapping({"/affairs/{id}/start", "/m/affairs/{id}/start", "/kiosk/affairs/{id}/start", "/counter/affairs/{id}/start"})
    @MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.DEVICE})
    String start(Page page, Actor actor, HttpServletRequest request, @PathVariable String id, @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String suppose, RedirectAttributes next) {
        if (catalogue.findAffair(id).isEmpty()) {
            throw BrowsePages.missing();
        }
        if (page.at(Portal.KIOSK) && !(actor instanceof Actor.Resident)) {
            return "redirect:" + page.url("/affairs/" + id + "/start");
        }
        Optional<Case> draft = AffairPage.findDraft(cases, actor, id);
        if (choice.isEmpty() && draft.isPresent()) {
            return "redirect:" + page.url("/affairs/" + id + "/start");
        }
        if (choice.equals("go-on") && draft.isPresent()) {
            answer(actor, draft.get().id(), id, suppose);
            return "redirect:" + page.url("/apply/" + draft.get().id());
        }
        Actor holder = holder(actor, request);
        return begin(page, holder, new StartDraft.Request(id, choice.equals("anew")), Keys.of(key), started -> answer(holder, started, id, suppose), next);
    }

    /** What the resident said before she began is her answer to the question that asks it. */
    private void answer(Actor actor, UUID draft, String affair, String suppose) {
        catalogue.findPlan(affair).flatMap(plan -> Supposed.of(plan, suppose))
                .ifPresent(known -> desk.perform(actor, answerQuestion, new AnswerQuestion.Request(draft, known.question().id(), List.of(known.answer()))));
    }

    private String begin(Page page, Actor actor, StartDraft.Request request, UUID key, Consumer<UUID> afterwards, RedirectAttributes next) {
        return switch (desk.perform(actor, startDraft, request, key)) {
            case StartDraft.DraftStarted(UUID caseId, boolean resumed) -> {
                afterwards.accept(caseId);
                yield "redirect:" + page.url("/apply/" + caseId);
            }
            case StartDraft.NotOffered() -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.notice("web.start.not-offered"));
                yield "redirect:" + page.url("/affairs/" + request.affair());
            }
            case StartDraft.NobodyServed() -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.notice("web.start.nobody-served"));
                yield "redirect:/counter";
            }
        };
    }

    private Actor holder(Actor actor, HttpServletRequest request) {
        if (actor instanceof Actor.Visitor) {
            currentActor.browser(request, time);
            return currentActor.of(request);
        }
        return actor;
    }
}
