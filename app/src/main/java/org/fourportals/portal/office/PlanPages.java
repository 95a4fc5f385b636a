package org.fourportals.portal.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.bureau.DropPlanLine;
import org.fourportals.bureau.PlanLine;
import org.fourportals.bureau.Plans;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Problem;
import org.fourportals.portal.kit.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A year's plan and how far each department is with what it promised; one page, fit for print. */
@Controller("office.PlanPages")
@MayCall(Role.BUREAU)
class PlanPages {

    private final Plans plans;
    private final DropPlanLine drop;
    private final Desk desk;
    private final CityTime time;
    private final OfficeWords words;
    private final PlanWords planWords;

    PlanPages(Plans plans, DropPlanLine drop, Desk desk, CityTime time, OfficeWords words, PlanWords planWords) {
        this.plans = plans;
        this.drop = drop;
        this.desk = desk;
        this.time = time;
        this.words = words;
        this.planWords = planWords;
    }

    @GetMapping("/office/plan")
    String show(Page page, Model model, @RequestParam(defaultValue = "") String year) {
        List<Integer> years = plans.listYears();
        int thisYear = time.today().getYear();
        int chosen = year.matches("[0-9]{4}") ? Integer.parseInt(year) : years.contains(thisYear) || years.isEmpty() ? thisYear : years.getFirst();
        List<PlanLine> lines = plans.list(chosen);
        model.addAttribute("year", String.valueOf(chosen));
        model.addAttribute("years", Stream.concat(years.stream(), Stream.of(chosen)).distinct().sorted().map(String::valueOf).map(each -> Choice.of(each, each)).toList());
        model.addAttribute("asOf", page.t("bureau.plan.as-of", page.date(time.today())));
        model.addAttribute("departments", lines.isEmpty() ? null : departments(page, chosen));
        model.addAttribute("lines", lines.isEmpty() ? null : lines(page, lines));
        return "office/plan";
    }

    private Table departments(Page page, int year) {
        return Table.of(page.t("bureau.plan.departments"), List.of(Table.words(page.t("office.department")), Table.numbers(page.t("bureau.plan.promised")),
                Table.numbers(page.t("bureau.plan.done")), Table.numbers(page.t("bureau.plan.done-late")), Table.numbers(page.t("bureau.plan.late")),
                Table.numbers(page.t("bureau.plan.people"))), plans.evaluate(year).stream().map(each -> List.of(Cell.of(words.department(page, each.department())),
                        Cell.of(each.promised()), Cell.of(each.done()), Cell.of(each.doneLate()), Cell.of(each.late()), Cell.of(each.people()))).toList());
    }

    private Table lines(Page page, List<PlanLine> lines) {
        return Table.of(page.t("bureau.plan.lines"), List.of(Table.words(page.t("grants.dataset")), Table.words(page.t("grants.for")),
                Table.words(page.t("bureau.plan.instead")), Table.words(page.t("bureau.plan.answers")), Table.words(page.t("bureau.plan.due")),
                Table.numbers(page.t("bureau.plan.people")), Table.words(page.t("grants.state")), Table.words(page.t("bureau.plan.granted-on")),
                Table.words(page.t("bureau.plan.read-on"))), lines.stream().map(line -> row(page, line)).toList());
    }

    private List<Cell> row(Page page, PlanLine line) {
        return List.of(Cell.link(words.dataset(page, line.line().dataset()), page.url("/plan/" + line.id())), Cell.of(words.affair(page, line.line().affair())),
                Cell.of(planWords.requirement(page, line.line())), Cell.of(words.department(page, line.department())), Cell.of(page.date(line.due())),
                Cell.of(line.people()), Cell.status(planWords.state(page, line)), Cell.of(date(page, line.grantedOn())), Cell.of(date(page, line.readOn())));
    }

    private static String date(Page page, @Nullable LocalDate date) {
        return date == null ? "–" : page.date(date);
    }

    @GetMapping("/office/plan/{id}")
    String one(Page page, Model model, @PathVariable UUID id) {
        return one(page, model, id, "", List.of());
    }

    private String one(Page page, Model model, UUID id, String reason, List<Problem> problems) {
        PlanLine line = plans.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Line> facts = new ArrayList<>(List.of(Line.of(page.t("grants.dataset"), words.dataset(page, line.line().dataset()), planWords.holder(page, line.line().dataset())),
                Line.of(page.t("grants.for"), words.affair(page, line.line().affair())), Line.of(page.t("bureau.plan.instead"), planWords.requirement(page, line.line())),
                Line.of(page.t("bureau.plan.answers"), words.department(page, line.department())),
                Line.of(page.t("bureau.plan.due"), page.date(line.due()), planWords.quarter(page, line)),
                Line.of(page.t("bureau.plan.promised-on"), page.date(line.adoptedOn())),
                Line.of(page.t("bureau.plan.granted-on"), date(page, line.grantedOn())), Line.of(page.t("bureau.plan.read-on"), date(page, line.readOn()))));
        model.addAttribute("id", id.toString());
        model.addAttribute("year", String.valueOf(line.year()));
        model.addAttribute("tag", planWords.state(page, line));
        model.addAttribute("facts", facts);
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/planLine";
    }

    @PostMapping("/office/plan/{id}")
    String drop(Page page, Actor actor, Model model, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, @RequestParam UUID key,
            RedirectAttributes next) {
        return switch (desk.perform(actor, drop, new DropPlanLine.Request(id, reason), key)) {
            case DropPlanLine.Dropped _ -> back(page, next, Flash.done("bureau.plan.dropped"));
            case DropPlanLine.NotFound _ -> back(page, next, Flash.notice("bureau.plan.dropped-already"));
            case DropPlanLine.ReasonNeeded(int most) -> one(page, model, id, reason, List.of(new Problem("reason", page.t("bureau.plan.reason-needed", most))));
        };
    }

    private static String back(Page page, RedirectAttributes next, Flash flash) {
        next.addFlashAttribute(Flash.ATTRIBUTE, flash);
        return "redirect:" + page.url("/plan");
    }
}
