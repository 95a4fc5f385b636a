package org.fourportals.portal.office;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Problem;
import org.fourportals.portal.web.Glossary;
import org.fourportals.sharing.AskForGrant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A department asks another for data: first for which affair and which data set, then which fields and why. */
@Controller("office.AskGrantPages")
@MayCall(Role.REVIEWER)
class AskGrantPages {

    private final Catalogue catalogue;
    private final GrantActs acts;
    private final OfficeWords words;
    private final Glossary glossary;

    AskGrantPages(Catalogue catalogue, GrantActs acts, OfficeWords words, Glossary glossary) {
        this.catalogue = catalogue;
        this.acts = acts;
        this.words = words;
        this.glossary = glossary;
    }

    /** What was typed. */
    private record Typed(String affair, String dataset, Set<String> fields, String law, String ground, String reason, Day until) {
    }

    @GetMapping("/office/grants/new")
    String ask(Page page, Actor actor, Model model, @RequestParam(defaultValue = "") String affair, @RequestParam(defaultValue = "") String dataset) {
        return show(page, (Actor.Staff) actor, model, new Typed(affair, dataset, Set.of(), "", "", "", Day.NONE), List.of());
    }

    @PostMapping("/office/grants/new")
    String send(Page page, Actor actor, Model model, @RequestParam(defaultValue = "") String affair, @RequestParam(defaultValue = "") String dataset,
            @RequestParam(defaultValue = "") Set<String> fields, @RequestParam(defaultValue = "") String law, @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason, @RequestParam(name = "until-day", defaultValue = "") String day,
            @RequestParam(name = "until-month", defaultValue = "") String month, @RequestParam(name = "until-year", defaultValue = "") String year,
            @RequestParam UUID key, RedirectAttributes next) {
        Actor.Staff staff = (Actor.Staff) actor;
        var typed = new Typed(affair, dataset, fields, law, ground, reason, new Day(day, month, year));
        if (typed.until.date() == null && !typed.until.isEmpty()) {
            return show(page, staff, model, typed, List.of(new Problem("until", page.t("grants.until.wrong"))));
        }
        var request = new AskForGrant.Request(affair, dataset, fields, law.isEmpty() ? ground : law, reason, typed.until.date());
        return switch (acts.desk().perform(actor, acts.ask(), request, key)) {
            case AskForGrant.Asked(UUID id) -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("grants.sent"));
                yield "redirect:" + page.url("/grants/" + id);
            }
            case AskForGrant.Outcome refused -> show(page, staff, model, typed, List.of(problem(page, refused)));
        };
    }

    private static Problem problem(Page page, AskForGrant.Outcome refused) {
        return switch (refused) {
            case AskForGrant.Asked _ -> throw new IllegalArgumentException("It was not refused");
            case AskForGrant.NotYourPurpose _ -> new Problem("affair", page.t("grants.affair.needed"));
            case AskForGrant.NoSuchFields _ -> new Problem("fields", page.t("grants.fields.needed"));
            case AskForGrant.WordsNeeded(boolean ground, int most) -> ground ? new Problem("ground", page.t("grants.ground.needed", most))
                    : new Problem("reason", page.t("grants.reason.needed", most));
            case AskForGrant.DayGoneBy _ -> new Problem("until", page.t("grants.until.wrong"));
            case AskForGrant.AskedAlready _ -> new Problem(null, page.t("grants.asked-already"));
            case AskForGrant.GrantedAlready _ -> new Problem("fields", page.t("grants.granted-already"));
        };
    }

    private String show(Page page, Actor.Staff staff, Model model, Typed typed, List<Problem> problems) {
        List<Affair> affairs = catalogue.affairs().stream().filter(affair -> affair.department().equals(staff.department())).toList();
        Optional<Affair> affair = affairs.stream().filter(each -> each.id().equals(typed.affair)).findFirst();
        Optional<SharedDataset> dataset = catalogue.findDataset(typed.dataset);
        model.addAttribute("affairs", affairs.stream().map(each -> Choice.of(each.id(), page.t(each.name()))).toList());
        model.addAttribute("datasets", catalogue.datasets().stream().sorted(Comparator.comparing(each -> words.department(page, each.department())))
                .map(each -> Choice.of(each.id(), words.department(page, each.department()) + " · " + page.t(each.name()))).toList());
        model.addAttribute("affair", typed.affair);
        model.addAttribute("dataset", typed.dataset);
        model.addAttribute("chosen", affair.isPresent() && dataset.isPresent());
        model.addAttribute("holder", dataset.map(each -> words.department(page, each.department())).orElse(""));
        model.addAttribute("fields", dataset.map(each -> each.fields().keySet().stream().map(field -> Choice.of(field, glossary.field(page, field)).hint(field)).toList())
                .orElse(List.of()));
        model.addAttribute("ticked", typed.fields);
        model.addAttribute("laws", affair.flatMap(each -> catalogue.findPlan(each.id())).map(plan -> plan.laws().stream()
                .map(law -> Choice.of(law.id(), page.t(law.name()))).toList()).orElse(List.of()));
        model.addAttribute("law", typed.law);
        model.addAttribute("ground", typed.ground);
        model.addAttribute("reason", typed.reason);
        model.addAttribute("until", typed.until);
        model.addAttribute("problems", problems);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/grantAsk";
    }
}
