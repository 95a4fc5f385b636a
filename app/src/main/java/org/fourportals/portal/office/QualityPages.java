package org.fourportals.portal.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.bureau.Quality;
import org.fourportals.bureau.QualitySurveys;
import org.fourportals.bureau.SurveyQuality;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Choice;
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

/** How good the data sets are: all of them in one list that can be sorted, and each with its figures, its trend and where it differs from others. */
@Controller("office.QualityPages")
@MayCall(Role.BUREAU)
class QualityPages {

    private final QualitySurveys surveys;
    private final SurveyQuality survey;
    private final Desk desk;
    private final Catalogue catalogue;
    private final OfficeWords words;
    private final QualityWords quality;

    QualityPages(QualitySurveys surveys, SurveyQuality survey, Desk desk, Catalogue catalogue, OfficeWords words, QualityWords quality) {
        this.surveys = surveys;
        this.survey = survey;
        this.desk = desk;
        this.catalogue = catalogue;
        this.words = words;
        this.quality = quality;
    }

    /** By what the list can be sorted; the worst first. */
    private static final Map<String, Comparator<Quality>> ORDERS = Map.of(
            "overall", worst(Quality::overall), "completeness", worst(Quality::completeness), "validity", worst(Quality::validity),
            "uniqueness", worst(Quality::uniqueness), "agreement", worst(Quality::agreement),
            "age", Comparator.comparingInt(Quality::medianAge).reversed(), "records", Comparator.comparingLong(Quality::records).reversed());
    private static final List<String> ORDER_WORDS = List.of("overall", "completeness", "validity", "uniqueness", "agreement", "age", "records");

    private static Comparator<Quality> worst(Function<Quality, OptionalDouble> share) {
        return Comparator.comparingDouble(each -> share.apply(each).orElse(2));
    }

    @GetMapping("/office/quality")
    String list(Page page, Model model, @RequestParam(defaultValue = "") String department, @RequestParam(defaultValue = "overall") String order,
            @RequestParam(name = "page", defaultValue = "1") int number) {
        List<Quality> all = surveys.listLatest().stream().filter(each -> department.isEmpty() || department.equals(holder(each)))
                .sorted(ORDERS.getOrDefault(order, ORDERS.get("overall")).thenComparing(Quality::dataset)).toList();
        Slice<Quality> slice = Slice.of(all, number);
        model.addAttribute("department", department);
        model.addAttribute("order", ORDERS.containsKey(order) ? order : "overall");
        model.addAttribute("departments", catalogue.departments().stream().map(d -> Choice.of(d.id(), page.t(d.name()))).toList());
        model.addAttribute("orders", ORDER_WORDS.stream().map(each -> Choice.of(each, page.t("bureau.quality.by-" + each))).toList());
        model.addAttribute("running", surveys.findRunning().map(one -> page.t("bureau.quality.running", "%,d".formatted(one.passed()), Math.round(100 * one.share())))
                .orElse(null));
        model.addAttribute("note", all.isEmpty() ? "" : page.t("bureau.quality.note", all.size(), page.dateTime(all.getFirst().at())));
        model.addAttribute("table", all.isEmpty() ? null : table(page, slice.items()));
        model.addAttribute("pages", slice.pages());
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/quality";
    }

    private String holder(Quality each) {
        return catalogue.findDataset(each.dataset()).map(SharedDataset::department).orElse("");
    }

    private Table table(Page page, List<Quality> items) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.words(page.t("office.datasets.name")), Table.words(page.t("office.department"))));
        quality.measures(page).forEach(title -> columns.add(Table.numbers(title)));
        return Table.of(page.t("bureau.quality.title"), columns, items.stream().map(each -> {
            List<Cell> cells = new ArrayList<>(List.of(Cell.link(words.dataset(page, each.dataset()), page.url("/quality/" + each.dataset())),
                    Cell.of(words.department(page, holder(each)))));
            cells.addAll(quality.cells(page, each));
            return cells;
        }).toList()).withoutCaption();
    }

    @PostMapping("/office/quality")
    String survey(Page page, Actor actor, @RequestParam UUID key, RedirectAttributes next) {
        next.addFlashAttribute(Flash.ATTRIBUTE, switch (desk.perform(actor, survey, new SurveyQuality.Request(), key)) {
            case SurveyQuality.Begun _ -> Flash.done("bureau.quality.begun");
            case SurveyQuality.GoesOnAlready _ -> Flash.notice("bureau.quality.goes-on");
        });
        return "redirect:" + page.url("/quality");
    }

    @GetMapping("/office/quality/{dataset}")
    String show(Page page, Model model, @PathVariable String dataset) {
        SharedDataset shared = catalogue.findDataset(dataset).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Quality> trend = surveys.listTrend(dataset);
        Optional<Quality> newest = trend.stream().findFirst();
        model.addAttribute("name", page.t(shared.name()));
        model.addAttribute("dataset", dataset);
        model.addAttribute("department", words.department(page, shared.department()));
        model.addAttribute("figures", newest.map(each -> quality.figures(page, each)).orElse(null));
        model.addAttribute("note", newest.map(each -> page.t("bureau.quality.as-of", page.dateTime(each.at()))).orElse(""));
        model.addAttribute("bars", quality.bars(page, trend));
        model.addAttribute("trend", quality.trend(page, trend));
        model.addAttribute("fields", quality.fields(page, shared, newest, surveys.listFields(dataset)));
        model.addAttribute("agreements", quality.agreements(page, dataset, surveys.listAgreements(dataset)));
        return "office/qualityOf";
    }
}
