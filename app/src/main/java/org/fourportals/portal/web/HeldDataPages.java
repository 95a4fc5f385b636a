package org.fourportals.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.bureau.FieldReports;
import org.fourportals.bureau.ReportField;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.casefile.CaseWords;
import org.fourportals.portal.casefile.ReportWords;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Problem;
import org.fourportals.sharing.OwnData;
import org.fourportals.sharing.SharedRecord;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the city holds about me, and what is wrong with it; at the window, about whom the clerk serves. */
@Controller
@MayCall({Role.RESIDENT, Role.CLERK})
final class HeldDataPages {

    private final OwnData data;
    private final FieldReports reports;
    private final ReportField report;
    private final Desk desk;
    private final Catalogue catalogue;
    private final CaseWords words;
    private final ReportWords reportWords;

    HeldDataPages(OwnData data, FieldReports reports, ReportField report, Desk desk, Catalogue catalogue, CaseWords words, ReportWords reportWords) {
        this.data = data;
        this.reports = reports;
        this.report = report;
        this.desk = desk;
        this.catalogue = catalogue;
        this.words = words;
        this.reportWords = reportWords;
    }

    @GetMapping({"/data", "/m/data", "/kiosk/data", "/counter/data"})
    String show(Page page, Actor actor, Model model) {
        return show(page, actor, model, null, "", "", List.of());
    }

    /** @param at the record in whose form something is wrong; null if there is none */
    private String show(Page page, Actor actor, Model model, @org.jspecify.annotations.Nullable String at, String field, String said, List<Problem> problems) {
        Optional<Subject> subject = OwnData.whose(actor);
        List<HeldRecord> held = new ArrayList<>();
        subject.ifPresent(whose -> data.list(actor, whose).forEach(record -> held.add(record(page, record, "r" + held.size()))));
        model.addAttribute("whose", subject.isEmpty() ? null : page.served() == null ? "" : page.served().name());
        model.addAttribute("held", held);
        model.addAttribute("reports", subject.map(whose -> reports.of(whose).stream().map(each -> reportWords.told(page, each)).toList()).orElse(List.of()));
        model.addAttribute("at", at == null ? "" : at);
        model.addAttribute("field", field);
        model.addAttribute("said", said);
        model.addAttribute("problems", problems);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "web/data";
    }

    private HeldRecord record(Page page, SharedRecord record, String place) {
        var dataset = catalogue.findDataset(record.dataset()).orElseThrow();
        List<Line> lines = new ArrayList<>();
        List<Choice> fields = new ArrayList<>();
        for (Map.Entry<String, String> each : dataset.fields().entrySet()) {
            String name = reportWords.field(page, each.getKey());
            Object value = record.fields().get(each.getKey());
            fields.add(Choice.of(each.getKey(), name));
            lines.add(Line.of(name, value == null ? "–" : value instanceof byte[] ? page.t("data.picture") : words.value(page, dataset.id(), each.getKey(), value.toString())));
        }
        return new HeldRecord(dataset.id(), record.id(), place, page.t(dataset.name()), page.t(catalogue.department(dataset.department()).name()), lines, fields);
    }

    @PostMapping({"/data", "/m/data", "/kiosk/data", "/counter/data"})
    String report(Page page, Actor actor, Model model, @RequestParam(defaultValue = "") String dataset, @RequestParam(defaultValue = "") String record,
            @RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String field, @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String key, RedirectAttributes next) {
        if (field.isEmpty()) {
            return show(page, actor, model, place, field, said, List.of(new Problem(place + "-field", page.t("data.field.needed"))));
        }
        return switch (desk.perform(actor, report, new ReportField.Request(dataset, record, field, said), Keys.of(key))) {
            case ReportField.Reported(var code, var department, var due) ->
                back(page, next, Flash.done("data.reported", code, page.t(catalogue.department(department).name()), page.date(due)));
            case ReportField.ReportedAlready _ -> back(page, next, Flash.notice("data.reported.already"));
            case ReportField.NotThere _ -> back(page, next, Flash.notice("data.not-there"));
            case ReportField.WordsNeeded(int most) -> show(page, actor, model, place, field, said, List.of(new Problem(place + "-said", page.t("data.said.needed", most))));
        };
    }

    private static String back(Page page, RedirectAttributes next, Flash flash) {
        next.addFlashAttribute(Flash.ATTRIBUTE, flash);
        return "redirect:" + page.url("/data");
    }
}
