package org.fourportals.portal.office;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.casework.LastYear;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairDraft;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.CatalogueReader.PlanReading;
import org.fourportals.catalogue.DismissDraft;
import org.fourportals.catalogue.EditOutcome;
import org.fourportals.catalogue.Editions;
import org.fourportals.catalogue.PublishDraft;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A second editor reads what a draft changes and puts it in force from a day on, or puts it away. */
@Controller("office.PublishPages")
@MayCall(Role.EDITOR)
class PublishPages {

    private final Catalogue catalogue;
    private final Editions editions;
    private final Drafting drafting;
    private final ConditionWords words;
    private final LastYear lastYear;
    private final CityTime time;

    PublishPages(Catalogue catalogue, Editions editions, Drafting drafting, ConditionWords words, LastYear lastYear, CityTime time) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.drafting = drafting;
        this.words = words;
        this.lastYear = lastYear;
        this.time = time;
    }

    @GetMapping("/office/affairs/{id}/publish")
    String show(Page page, Actor actor, Model model, @PathVariable String id) {
        return show(page, actor, model, find(id), Day.of(time.today()), "", List.of());
    }

    @PostMapping("/office/affairs/{id}/publish")
    String publish(Page page, Actor actor, Model model, @PathVariable String id, @RequestParam int revision, @RequestParam UUID key,
            @RequestParam(name = "from-day", defaultValue = "") String day, @RequestParam(name = "from-month", defaultValue = "") String month,
            @RequestParam(name = "from-year", defaultValue = "") String year, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
        Affair affair = find(id);
        Day typed = new Day(day, month, year);
        LocalDate from = typed.date();
        if (from == null) {
            return show(page, actor, model, affair, typed, why, List.of(new Problem("from", page.t("workbench.day.none"))));
        }
        EditOutcome outcome = drafting.publish(actor, new PublishDraft.Request(id, revision, from, why), key);
        if (outcome instanceof EditOutcome.Published) {
            next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done(from.isAfter(time.today()) ? "workbench.published.later" : "workbench.published",
                    page.date(from)));
            return "redirect:" + page.url("/affairs/" + id + "/history");
        }
        return show(page, actor, model, affair, typed, why, List.of(refused(page, outcome)));
    }

    /** The language switch of a form shown again leads here. */
    @GetMapping("/office/affairs/{id}/dismiss")
    String back(Page page, @PathVariable String id) {
        return "redirect:" + page.url("/affairs/" + find(id).id() + "/publish");
    }

    @PostMapping("/office/affairs/{id}/dismiss")
    String dismiss(Page page, Actor actor, @PathVariable String id, @RequestParam int revision, @RequestParam UUID key, RedirectAttributes next) {
        Affair affair = find(id);
        EditOutcome outcome = drafting.dismiss(actor, new DismissDraft.Request(affair.id(), revision), key);
        next.addFlashAttribute(Flash.ATTRIBUTE, outcome instanceof EditOutcome.Dismissed ? Flash.done("workbench.dismissed")
                : Flash.notice("workbench.overtaken.closed"));
        return "redirect:" + page.url("/affairs/" + affair.id() + "/history");
    }

    static Problem refused(Page page, EditOutcome outcome) {
        return switch (outcome) {
            case EditOutcome.Overtaken _ -> new Problem(null, page.t("workbench.publish.overtaken"));
            case EditOutcome.NotProved _ -> new Problem(null, page.t("workbench.publish.not-proved"));
            case EditOutcome.SecondPersonNeeded(var name, _) -> new Problem(null, page.t("workbench.publish.second", name));
            case EditOutcome.Unchanged _ -> new Problem(null, page.t("workbench.publish.unchanged"));
            case EditOutcome.DayNotPossible(var first, var last) -> new Problem("from", page.t("workbench.day.wrong", page.date(first), page.date(last)));
            case EditOutcome.ReasonNeeded _ -> new Problem("why", page.t("workbench.why.needed"));
            case EditOutcome.NotFound _ -> new Problem(null, page.t("workbench.publish.gone"));
            case EditOutcome.NoText _, EditOutcome.Saved _, EditOutcome.Published _, EditOutcome.Dismissed _, EditOutcome.Withdrawn _ ->
                throw new IllegalStateException("Publishing came to " + outcome);
        };
    }

    private String show(Page page, Actor actor, Model model, Affair affair, Day from, String why, List<Problem> problems) {
        Optional<AffairDraft> draft = editions.findDraft(affair.id());
        model.addAttribute("id", affair.id());
        model.addAttribute("name", page.t(affair.name()));
        model.addAttribute("draft", draft.orElse(null));
        model.addAttribute("mine", draft.filter(d -> d.editor().equals(actor.id())).isPresent());
        PlanReading reading = draft.map(d -> editions.check(affair.id(), d.text())).orElse(null);
        model.addAttribute("checked", reading == null ? null : Checked.of(page, reading, catalogue.findPlan(affair.id()).orElse(null)));
        model.addAttribute("before", catalogue.findPlan(affair.id()).map(plan -> Checked.of(page, new PlanReading(Optional.of(plan), List.of()), plan).summary())
                .orElse(page.t("office.affairs.described")));
        AffairPlan inForce = catalogue.findPlan(affair.id()).orElse(null);
        AffairPlan planned = reading == null ? null : reading.plan().orElse(null);
        model.addAttribute("changes", inForce == null || planned == null ? null : Changes.between(page, words, inForce, planned));
        model.addAttribute("touched", inForce == null || planned == null ? null : touched(page, lastYear.touched(inForce, planned)));
        model.addAttribute("difference", draft.map(d -> LineDifference.between(catalogue.findText(affair.id()).orElse(""), d.text())).orElse(List.of()));
        model.addAttribute("day", from.day());
        model.addAttribute("month", from.month());
        model.addAttribute("year", from.year());
        model.addAttribute("why", why);
        model.addAttribute("problems", problems);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/publish";
    }

    /** How many people a change would have touched, in a sentence. */
    private static String touched(Page page, LastYear.Touched touched) {
        if (touched.cases() == 0) {
            return page.t("workbench.touched.none");
        }
        String sentence = page.t("workbench.touched", "%,d".formatted(touched.cases()), "%,d".formatted(touched.changed()), "%,d".formatted(touched.people()));
        String asked = touched.asked() == 0 ? "" : page.t("workbench.touched.asked", "%,d".formatted(touched.asked()));
        return sentence + asked + (touched.examined() < touched.cases() ? page.t("workbench.touched.sample", "%,d".formatted(touched.examined())) : "");
    }

    private Affair find(String id) {
        return catalogue.findAffair(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
