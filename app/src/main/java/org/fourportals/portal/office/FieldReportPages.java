package org.fourportals.portal.office;

import java.util.List;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.bureau.AnswerFieldReport;
import org.fourportals.bureau.FieldReport;
import org.fourportals.bureau.FieldReports;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.casefile.CaseWords;
import org.fourportals.portal.casefile.ReportWords;
import org.fourportals.portal.kit.Line;
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

/** A field that somebody reported: the department that holds it compares, and answers in a sentence. */
@Controller("office.FieldReportPages")
@MayCall(Role.REVIEWER)
class FieldReportPages {

    private final FieldReports reports;
    private final AnswerFieldReport answer;
    private final Desk desk;
    private final CaseWords values;
    private final ReportWords reportWords;
    private final OfficeWords words;

    FieldReportPages(FieldReports reports, AnswerFieldReport answer, Desk desk, CaseWords values, ReportWords reportWords, OfficeWords words) {
        this.reports = reports;
        this.answer = answer;
        this.desk = desk;
        this.values = values;
        this.reportWords = reportWords;
        this.words = words;
    }

    @GetMapping("/office/corrections/fields/{id}")
    String show(Page page, Actor actor, Model model, @PathVariable UUID id) {
        return show(page, actor, model, id, "", List.of());
    }

    private String show(Page page, Actor actor, Model model, UUID id, String remark, List<Problem> problems) {
        FieldReports.Opened opened = reports.open((Actor.Staff) actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        FieldReport report = opened.report();
        model.addAttribute("id", "fields/" + id);
        model.addAttribute("lines", List.of(Line.of(page.t("data.check.register"), words.dataset(page, report.dataset()) + " · " + report.code()),
                Line.of(page.t("data.check.field"), reportWords.field(page, report.field())), Line.of(page.t("data.check.held"), value(page, report, report.held())),
                Line.of(page.t("data.check.now"), value(page, report, opened.now())), Line.of(page.t("data.check.said"), report.said()),
                Line.of(page.t("data.check.due"), page.date(report.due()))));
        model.addAttribute("open", report.isOpen());
        model.addAttribute("remark", remark);
        model.addAttribute("problems", problems);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/correction";
    }

    private String value(Page page, FieldReport report, String value) {
        return value.isEmpty() ? "–" : value.equals("image") ? page.t("data.picture") : values.value(page, report.dataset(), report.field(), value);
    }

    @PostMapping("/office/corrections/fields/{id}")
    String answer(Page page, Actor actor, Model model, @PathVariable UUID id, @RequestParam String finding, @RequestParam(defaultValue = "") String remark,
            @RequestParam UUID key, RedirectAttributes next) {
        return switch (desk.perform(actor, answer, new AnswerFieldReport.Request(id, finding.equals("register"), remark), key)) {
            case AnswerFieldReport.WordsNeeded(int most) -> show(page, actor, model, id, remark, List.of(new Problem("remark", page.t("office.correction.remark.needed", most))));
            case AnswerFieldReport.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case AnswerFieldReport.AnsweredAlready _ -> back(page, next, Flash.notice("office.correction.closed"));
            case AnswerFieldReport.Answered _ -> back(page, next, Flash.done("office.correction.done"));
        };
    }

    private static String back(Page page, RedirectAttributes next, Flash flash) {
        next.addFlashAttribute(Flash.ATTRIBUTE, flash);
        return "redirect:" + page.url("/corrections");
    }
}
