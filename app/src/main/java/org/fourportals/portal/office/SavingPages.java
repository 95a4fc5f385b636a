package org.fourportals.portal.office;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.bureau.AdoptSaving;
import org.fourportals.bureau.Plans;
import org.fourportals.bureau.Saving;
import org.fourportals.bureau.Savings;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Problem;
import org.fourportals.portal.kit.Table;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What it would be best to share next, ranked by whom it would spare a paper; from here it goes into a year's plan. */
@Controller("office.SavingPages")
@MayCall(Role.BUREAU)
class SavingPages {

    private static final int QUARTERS = 4;

    private final Savings savings;
    private final Plans plans;
    private final Catalogue catalogue;
    private final Acts acts;
    private final OfficeWords words;
    private final PlanWords planWords;

    SavingPages(Savings savings, Plans plans, Catalogue catalogue, Acts acts, OfficeWords words, PlanWords planWords) {
        this.savings = savings;
        this.plans = plans;
        this.catalogue = catalogue;
        this.acts = acts;
        this.words = words;
        this.planWords = planWords;
    }

    /** How a saving is taken into a plan. */
    @Component("office.SavingPages.Acts")
    record Acts(Desk desk, AdoptSaving adopt, CityTime time) {
    }

    @GetMapping("/office/savings")
    String list(Page page, Model model, @RequestParam(defaultValue = "") String department, @RequestParam(defaultValue = "") String dataset,
            @RequestParam(name = "page", defaultValue = "1") int number) {
        List<Saving> all = savings.list();
        List<Saving> chosen = all.stream().filter(each -> department.isEmpty() || holder(each.line().dataset()).equals(department))
                .filter(each -> dataset.isEmpty() || each.line().dataset().equals(dataset)).toList();
        Slice<Saving> slice = Slice.of(chosen, number);
        List<SharedDataset> unread = savings.listUnread();
        model.addAttribute("department", department);
        model.addAttribute("dataset", dataset);
        model.addAttribute("departments", catalogue.departments().stream().map(each -> Choice.of(each.id(), page.t(each.name()))).toList());
        model.addAttribute("datasets", all.stream().map(each -> each.line().dataset()).distinct().sorted(Comparator.comparing(each -> words.dataset(page, each)))
                .map(each -> Choice.of(each, words.dataset(page, each))).toList());
        model.addAttribute("note", all.isEmpty() ? "" : page.t("bureau.savings.note", chosen.size(), page.dateTime(all.getFirst().at())));
        model.addAttribute("pages", slice.pages());
        model.addAttribute("table", chosen.isEmpty() ? null : table(page, slice.items()));
        model.addAttribute("unread", unread.isEmpty() ? null : Table.of(page.t("bureau.savings.unread", unread.size()), List.of(Table.words(page.t("grants.dataset")),
                Table.words(page.t("office.department"))), unread.stream().map(each -> List.of(Cell.link(page.t(each.name()), page.url("/datasets/" + each.id())),
                        Cell.of(words.department(page, each.department())))).toList()).withoutCaption());
        return "office/savings";
    }

    private String holder(String dataset) {
        return catalogue.findDataset(dataset).map(SharedDataset::department).orElse("");
    }

    private Table table(Page page, List<Saving> items) {
        return Table.of(page.t("bureau.savings.title"), List.of(Table.words(page.t("bureau.savings.what")), Table.words(page.t("bureau.savings.affair")),
                Table.words(page.t("bureau.savings.from")), Table.words(page.t("bureau.savings.holder")), Table.numbers(page.t("bureau.savings.share")),
                Table.numbers(page.t("bureau.savings.precedents")), Table.words(page.t("bureau.plan.title"))), items.stream().map(each -> row(page, each)).toList()).withoutCaption();
    }

    private List<Cell> row(Page page, Saving each) {
        Saving.Line line = each.line();
        String url = page.url("/savings/adopt") + "?affair=" + line.affair() + "&requirement=" + line.requirement() + "&dataset=" + line.dataset();
        return List.of(Cell.link(planWords.spares(page, each), url), Cell.of(words.affair(page, line.affair())), Cell.of(words.dataset(page, line.dataset())),
                Cell.of(planWords.holder(page, line.dataset())), Cell.of(planWords.share(each)), Cell.of(each.precedents().size()),
                Cell.of(plans.find(line).map(promised -> planWords.quarter(page, promised)).orElse("–")));
    }

    @GetMapping("/office/savings/adopt")
    String look(Page page, Model model, @RequestParam(defaultValue = "") String affair, @RequestParam(defaultValue = "") String requirement,
            @RequestParam(defaultValue = "") String dataset) {
        var line = new Saving.Line(affair, requirement, dataset);
        return show(page, model, line, new Typed("", "", holder(dataset)), List.of());
    }

    /** What was chosen. */
    private record Typed(String year, String quarter, String department) {
    }

    private String show(Page page, Model model, Saving.Line line, Typed typed, List<Problem> problems) {
        Saving saving = savings.find(line).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        int thisYear = acts.time().today().getYear();
        Optional<String> promised = plans.find(line).map(each -> page.t("bureau.savings.promised", words.department(page, each.department()), planWords.quarter(page, each)));
        model.addAttribute("spares", planWords.spares(page, saving));
        model.addAttribute("why", planWords.why(page, saving));
        model.addAttribute("line", line);
        model.addAttribute("promised", promised.orElse(null));
        model.addAttribute("years", IntStream.rangeClosed(thisYear, thisYear + 2).mapToObj(String::valueOf).map(each -> Choice.of(each, each)).toList());
        model.addAttribute("quarters", IntStream.rangeClosed(1, QUARTERS).mapToObj(each -> Choice.of(String.valueOf(each), page.t("bureau.plan.quarter." + each))).toList());
        model.addAttribute("departments", catalogue.departments().stream().map(each -> Choice.of(each.id(), page.t(each.name()))).toList());
        model.addAttribute("year", typed.year.isEmpty() ? String.valueOf(thisYear + 1) : typed.year);
        model.addAttribute("quarter", typed.quarter);
        model.addAttribute("department", typed.department);
        model.addAttribute("problems", problems);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/savingAdopt";
    }

    @PostMapping("/office/savings/adopt")
    String adopt(Page page, Actor actor, Model model, @RequestParam String affair, @RequestParam String requirement, @RequestParam String dataset,
            @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String quarter, @RequestParam(defaultValue = "") String department,
            @RequestParam UUID key, RedirectAttributes next) {
        var line = new Saving.Line(affair, requirement, dataset);
        var typed = new Typed(year, quarter, department);
        return switch (acts.desk().perform(actor, acts.adopt(), new AdoptSaving.Request(line, number(year), number(quarter), department), key)) {
            case AdoptSaving.Adopted _ -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("bureau.savings.adopted"));
                next.addAttribute("year", year);
                yield "redirect:" + page.url("/plan");
            }
            case AdoptSaving.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case AdoptSaving.NoSuchQuarter _ -> show(page, model, line, typed, List.of(new Problem("quarter", page.t("bureau.savings.quarter-needed"))));
            case AdoptSaving.NoSuchDepartment _ -> show(page, model, line, typed, List.of(new Problem("department", page.t("bureau.savings.department-needed"))));
            case AdoptSaving.PromisedAlready _ -> show(page, model, line, typed, List.of(new Problem(null, page.t("bureau.savings.promised-already"))));
        };
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0;
    }
}
