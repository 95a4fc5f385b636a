package org.fourportals.portal.office;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.bureau.FieldReports;
import org.fourportals.casework.CloseCorrection;
import org.fourportals.casework.Corrections;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.casefile.CaseWords;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Problem;
import org.fourportals.portal.kit.Table;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where residents said otherwise than a register: the department that holds it looks, and answers in a sentence. */
@Controller("office.CorrectionPages")
@MayCall({Role.REVIEWER, Role.BUREAU})
class CorrectionPages {

    private final Corrections corrections;
    private final CloseCorrection close;
    private final Desk desk;
    private final Catalogue catalogue;
    private final CaseWords cases;
    private final OfficeWords words;
    private final FieldReports reports;

    CorrectionPages(Corrections corrections, CloseCorrection close, Desk desk, Catalogue catalogue, CaseWords cases, OfficeWords words, FieldReports reports) {
        this.reports = reports;
        this.corrections = corrections;
        this.close = close;
        this.desk = desk;
        this.catalogue = catalogue;
        this.cases = cases;
        this.words = words;
    }

    @GetMapping("/office/corrections")
    String list(Page page, Actor actor, Model model) {
        Actor.Staff staff = (Actor.Staff) actor;
        List<List<Cell>> rows = new ArrayList<>();
        corrections.listOpen(staff).forEach(each -> rows.add(row(page, staff, each.dataset(), each.department(), "/corrections/" + each.id(), each.openedAt())));
        reports.listOpen(staff).forEach(each -> rows.add(row(page, staff, each.dataset(), each.department(), "/corrections/fields/" + each.id(), each.openedAt())));
        model.addAttribute("table", rows.isEmpty() ? null : Table.of(page.t("office.corrections.title"), List.of(Table.words(page.t("office.corrections.register")),
                Table.words(page.t("office.department")), Table.words(page.t("office.corrections.since"))), rows).withoutCaption());
        return "office/corrections";
    }

    /** Only the department that holds the register opens one. */
    private List<Cell> row(Page page, Actor.Staff staff, String dataset, String department, String path, Instant openedAt) {
        String name = words.dataset(page, dataset);
        return List.of(department.equals(staff.department()) ? Cell.link(name, page.url(path)) : Cell.of(name), Cell.of(words.department(page, department)),
                Cell.of(page.dateTime(openedAt)));
    }

    @GetMapping("/office/corrections/{id}")
    String show(Page page, Actor actor, Model model, @PathVariable UUID id) {
        return show(page, actor, model, id, "", List.of());
    }

    @PostMapping("/office/corrections/{id}")
    String close(Page page, Actor actor, Model model, @PathVariable UUID id, @RequestParam String finding, @RequestParam(defaultValue = "") String remark,
            @RequestParam UUID key, RedirectAttributes next) {
        CloseCorrection.Result result = desk.perform(actor, close, new CloseCorrection.Request(id, finding.equals("register"), remark), key);
        return switch (result) {
            case CloseCorrection.RemarkNeeded(int most) -> show(page, actor, model, id, remark, List.of(new Problem("remark", page.t("office.correction.remark.needed", most))));
            case CloseCorrection.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case CloseCorrection.ClosedAlready _ -> back(page, next, Flash.notice("office.correction.closed"));
            case CloseCorrection.Closed _ -> back(page, next, Flash.done("office.correction.done"));
        };
    }

    private static String back(Page page, RedirectAttributes next, Flash flash) {
        next.addFlashAttribute(Flash.ATTRIBUTE, flash);
        return "redirect:" + page.url("/corrections");
    }

    private String show(Page page, Actor actor, Model model, UUID id, String remark, List<Problem> problems) {
        Corrections.Disputed disputed = corrections.find((Actor.Staff) actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        AffairPlan plan = catalogue.plan(disputed.about().affair(), disputed.about().affairVersion());
        AffairPlan.Asked question = plan.question(disputed.correction().question());
        model.addAttribute("id", id.toString());
        model.addAttribute("lines", List.of(Line.of(page.t("office.corrections.register"), words.dataset(page, disputed.correction().dataset())),
                Line.of(page.t("office.correction.case"), disputed.about().number() + " · " + page.t(plan.affair().name())),
                Line.of(page.t("office.correction.who"), disputed.about().content().name("subject")),
                Line.of(page.t("office.correction.question"), page.t(question.ask())),
                Line.of(page.t("office.correction.said"), cases.answer(page, question, disputed.said())),
                Line.of(page.t("office.correction.known"), cases.answer(page, question, disputed.register()))));
        model.addAttribute("open", disputed.correction().isOpen());
        model.addAttribute("remark", remark);
        model.addAttribute("problems", problems);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/correction";
    }
}
