package org.fourportals.portal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.desk.Desk;
import org.fourportals.identity.GiveMandate;
import org.fourportals.identity.MayCall;
import org.fourportals.pool.identifier.ResidentId;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets somebody act for oneself, or for a company whose legal representative one is by the register. */
@Controller
@RequestMapping({"/mandates/new", "/m/mandates/new"})
@MayCall(Role.RESIDENT)
final class GiveMandatePage {

    private final Residents residents;
    private final GiveMandate giveMandate;
    private final Catalogue catalogue;
    private final Desk desk;
    private final CityTime time;

    GiveMandatePage(Residents residents, GiveMandate giveMandate, Catalogue catalogue, Desk desk, CityTime time) {
        this.residents = residents;
        this.giveMandate = giveMandate;
        this.catalogue = catalogue;
        this.desk = desk;
        this.time = time;
    }

    @GetMapping
    String show(Page page, Actor actor, Model model) {
        String self = String.valueOf(Residents.of(actor).subject().number());
        return form(page, model, principals(page, actor), MandateForm.empty(self, UUID.randomUUID().toString()), List.of());
    }

    @PostMapping
    String give(Page page, Actor actor, Model model, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        MandateForm form = MandateForm.of(typed);
        List<Choice> principals = principals(page, actor);
        List<Problem> problems = form.problems(page, values(principals), groups(page).stream().flatMap(g -> g.affairs().stream()).map(Choice::value).toList(), time.today());
        if (!problems.isEmpty()) {
            return form(page, model, principals, form, problems);
        }
        return switch (desk.perform(actor, giveMandate, request(form, principals), Keys.of(form.key()))) {
            case GiveMandate.MandateGiven _ -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("web.mandate.given", form.name()));
                yield "redirect:" + page.url("/mandates");
            }
            case GiveMandate.NoSuchAgent() -> form(page, model, principals, form, List.of(new Problem("card", page.t("web.mandate.no-such-agent"))));
            case GiveMandate.ToOneself() -> form(page, model, principals, form, List.of(new Problem("card", page.t("web.mandate.to-oneself"))));
            case GiveMandate.NoPeriod(LocalDate latest) -> form(page, model, principals, form,
                    List.of(new Problem("until", page.t("web.mandate.no-period", page.date(latest)))));
        };
    }

    private static List<String> values(List<Choice> choices) {
        return choices.stream().map(Choice::value).toList();
    }

    private static GiveMandate.Request request(MandateForm form, List<Choice> principals) {
        Choice principal = principals.stream().filter(p -> p.value().equals(form.principal())).findFirst().orElseThrow();
        return new GiveMandate.Request(new Subject(Long.parseLong(principal.value())), principal.label(), ResidentId.of(form.card()).number(), form.name(),
                form.scope().equals("all") ? List.of() : form.affairs(), form.until().orElseThrow());
    }

    /** The resident herself and her companies, by the registers; nobody else may be named in the form. */
    private List<Choice> principals(Page page, Actor actor) {
        Actor.Resident self = Residents.of(actor);
        List<Choice> choices = new ArrayList<>(List.of(Choice.of(String.valueOf(self.subject().number()), self.name()).hint(page.t("web.mandate.myself"))));
        residents.companies(actor).forEach(c -> choices.add(Choice.of(String.valueOf(c.subject().number()), c.name()).hint(page.t("web.mandate.company"))));
        return choices;
    }

    /** What can be settled here, by the event of life to which it belongs. */
    private List<AffairChoices> groups(Page page) {
        return catalogue.lifeEvents().stream().map(event -> new AffairChoices(AffairChoices.PREFIX + event.id(), page.t(event.name()),
                catalogue.affairs().stream().filter(a -> a.lifeEvent().equals(event.id()) && catalogue.findPlan(a.id()).isPresent())
                        .map(a -> Choice.of(a.id(), page.t(a.name()))).toList())).filter(group -> !group.affairs().isEmpty()).toList();
    }

    private String form(Page page, Model model, List<Choice> principals, MandateForm form, List<Problem> problems) {
        model.addAttribute("principals", principals);
        model.addAttribute("groups", groups(page));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "web/giveMandate";
    }
}
