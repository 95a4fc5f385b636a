package org.fourportals.portal.office;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fourportals.bureau.Quality;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Bar;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Table;
import org.fourportals.portal.web.Glossary;
import org.fourportals.sharing.DataSetSurvey;
import org.fourportals.sharing.DataSetSurvey.Agreement;
import org.fourportals.sharing.DataSetSurvey.FieldFigures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts figures of quality into words and tables. */
@Component("office.QualityWords")
class QualityWords {

    private static final int BARS = 8;

    private final OfficeWords words;
    private final Glossary glossary;

    QualityWords(OfficeWords words, Glossary glossary) {
        this.words = words;
        this.glossary = glossary;
    }

    List<String> measures(Page page) {
        return List.of("overall", "completeness", "validity", "uniqueness", "agreement", "age", "records").stream().map(each -> page.t("bureau.quality." + each)).toList();
    }

    List<Cell> cells(Page page, Quality each) {
        return List.of(Cell.of(share(each.overall())), Cell.of(share(each.completeness())), Cell.of(share(each.validity())), Cell.of(share(each.uniqueness())),
                Cell.of(share(each.agreement())), Cell.of(each.medianAge()), Cell.of(each.records()));
    }

    /** The numbers first; beside each what it was counted from. */
    List<Line> figures(Page page, Quality each) {
        return List.of(figure(page, "completeness", each.completeness(), each.cells() - each.filled()),
                figure(page, "validity", each.validity(), each.wrong()), figure(page, "uniqueness", each.uniqueness(), each.repeated()),
                figure(page, "agreement", each.agreement(), each.compared() - each.agreed()),
                Line.of(page.t("bureau.quality.age"), String.valueOf(each.medianAge()),
                        each.newest() == null ? "" : page.t("bureau.quality.newest", page.dateTime(each.newest()))));
    }

    private static Line figure(Page page, String measure, OptionalDouble share, long missing) {
        return Line.of(page.t("bureau.quality." + measure), share(share), page.t("bureau.quality." + measure + ".short", "%,d".formatted(missing)));
    }

    /** From old to new, the newest of them at the right end of the eye: last. */
    List<Bar> bars(Page page, List<Quality> newestFirst) {
        return newestFirst.stream().limit(BARS).toList().reversed().stream()
                .map(each -> new Bar(page.dateTime(each.at()), each.overall().orElse(0), share(each.overall()))).toList();
    }

    @Nullable Table trend(Page page, List<Quality> newestFirst) {
        if (newestFirst.isEmpty()) {
            return null;
        }
        List<Table.Column> columns = new ArrayList<>(List.of(Table.words(page.t("bureau.quality.surveyed"))));
        measures(page).forEach(title -> columns.add(Table.numbers(title)));
        return Table.of(page.t("bureau.quality.trend"), columns, newestFirst.stream().map(each -> {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(page.dateTime(each.at()))));
            cells.addAll(cells(page, each));
            return cells;
        }).toList()).withoutCaption();
    }

    @Nullable Table fields(Page page, SharedDataset dataset, Optional<Quality> newest, List<FieldFigures> found) {
        if (found.isEmpty() || newest.isEmpty()) {
            return null;
        }
        Map<String, FieldFigures> byName = found.stream().collect(Collectors.toMap(FieldFigures::field, Function.identity()));
        return Table.of(page.t("bureau.quality.fields"), List.of(Table.words(page.t("office.dataset.field")), Table.numbers(page.t("bureau.quality.completeness")),
                Table.numbers(page.t("bureau.quality.empty")), Table.numbers(page.t("bureau.quality.wrong"))),
                dataset.fields().keySet().stream().filter(byName::containsKey).map(name -> field(page, byName.get(name), newest.get().records())).toList());
    }

    private List<Cell> field(Page page, FieldFigures each, long records) {
        return List.of(Cell.of(glossary.field(page, each.field())), Cell.of(share(records == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) each.filled() / records))),
                Cell.of(records - each.filled()), Cell.of(each.wrong()));
    }

    @Nullable Table agreements(Page page, String dataset, List<Agreement> found) {
        return found.isEmpty() ? null : Table.of(page.t("bureau.quality.with-others"), List.of(Table.words(page.t("bureau.quality.other")),
                Table.words(page.t("office.dataset.field")), Table.numbers(page.t("bureau.quality.compared")), Table.numbers(page.t("bureau.quality.differ")),
                Table.numbers(page.t("bureau.quality.agreement"))), found.stream().map(each -> agreement(page, dataset, each)).toList());
    }

    private List<Cell> agreement(Page page, String dataset, Agreement each) {
        String other = each.dataset().equals(dataset) ? each.other() : each.dataset();
        Cell with = other.equals(DataSetSurvey.DIRECTORY) ? Cell.of(page.t("bureau.quality.directory")) : Cell.link(words.dataset(page, other), page.url("/quality/" + other));
        return List.of(with, Cell.of(glossary.field(page, each.field())), Cell.of(each.compared()), Cell.of(each.compared() - each.agreed()),
                Cell.of(share(OptionalDouble.of((double) each.agreed() / each.compared()))));
    }

    /** Rounded down, so that 100 % says that nothing is missing. */
    private static String share(OptionalDouble share) {
        return share.isEmpty() ? "–" : BigDecimal.valueOf(share.getAsDouble() * 100).setScale(1, RoundingMode.FLOOR).stripTrailingZeros().toPlainString() + "%";
    }
}
