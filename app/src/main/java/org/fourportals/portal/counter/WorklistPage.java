package org.fourportals.portal.counter;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.casework.Cases;
import org.fourportals.casework.NextCase;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Table;
import org.fourportals.portal.kit.Tag;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits to be accepted, of all departments, least time left first. */
@Controller("counter.WorklistPage")
@MayCall(Role.CLERK)
class WorklistPage {

    private static final int SOON = 2;

    private final Cases cases;
    private final Catalogue catalogue;
    private final CityTime time;
    private final Desk desk;
    private final NextCase nextCase;

    WorklistPage(Cases cases, Catalogue catalogue, CityTime time, Desk desk, NextCase nextCase) {
        this.desk = desk;
        this.nextCase = nextCase;
        this.cases = cases;
        this.catalogue = catalogue;
        this.time = time;
    }

    @GetMapping("/counter/worklist")
    String list(Page page, Actor actor, Model model) {
        List<Cases.Waiting> waiting = cases.worklist((Actor.Staff) actor);
        model.addAttribute("late", waiting.stream().filter(Cases.Waiting::isLate).count());
        model.addAttribute("table", Table.of(page.t("counter.worklist.caption", waiting.size()), List.of(
                Table.words(page.t("counter.worklist.number")), Table.words(page.t("counter.worklist.affair")),
                Table.words(page.t("counter.worklist.department")), Table.words(page.t("counter.worklist.handed-in")),
                Table.words(page.t("counter.worklist.slack")), Table.words(page.t("counter.worklist.held"))),
                waiting.stream().map(w -> row(page, w)).toList()));
        return "counter/worklist";
    }

    private List<Cell> row(Page page, Cases.Waiting waiting) {
        var entry = waiting.entry();
        var affair = catalogue.findAffair(entry.affair());
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.link(entry.number(), page.url("/cases/" + entry.id())));
        cells.add(Cell.of(affair.map(a -> page.t(a.name())).orElse(entry.affair())));
        cells.add(Cell.of(affair.map(a -> page.t(catalogue.department(a.department()).name())).orElse("")));
        cells.add(Cell.of(page.dateTime(entry.submittedAt())));
        cells.add(slack(page, waiting));
        cells.add(Cell.of(entry.heldBy() == null ? "–" : entry.heldBy()));
        return cells;
    }

    private Cell slack(Page page, Cases.Waiting waiting) {
        if (waiting.entry().deadline() == null) {
            return Cell.of("–");
        }
        long days = ChronoUnit.DAYS.between(time.today(), waiting.entry().deadline());
        if (waiting.isLate()) {
            return Cell.status(new Tag(page.t("counter.worklist.late", -days), Tag.Tone.BAD));
        }
        return Cell.status(days == 0 ? new Tag(page.t("counter.worklist.today"), Tag.Tone.YOURS)
                : new Tag(page.t("counter.worklist.left", days), days <= SOON ? Tag.Tone.YOURS : Tag.Tone.QUIET));
    }

    /** The next case, opened; she need not choose. */
    @PostMapping("/counter/worklist/next")
    String next(Page page, Actor actor, RedirectAttributes redirect) {
        return switch (desk.perform(actor, nextCase, new NextCase.Request())) {
            case NextCase.Given(var id) -> "redirect:" + page.url("/cases/" + id);
            case NextCase.NothingWaits _ -> {
                redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.notice("counter.worklist.nothing"));
                yield "redirect:" + page.url("/worklist");
            }
        };
    }

    /** After a change of language. */
    @GetMapping("/counter/worklist/next")
    String back(Page page) {
        return "redirect:" + page.url("/worklist");
    }
}
