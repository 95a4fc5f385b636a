package org.fourportals.portal.office;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.fourportals.base.CityTime;
import org.fourportals.base.Text;
import org.fourportals.bureau.PlanLine;
import org.fourportals.bureau.Saving;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Tag;
import org.springframework.stereotype.Component;

/** Puts savings and lines of a plan into words. */
@Component("office.PlanWords")
class PlanWords {

    private static final int EXAMPLES = 3;

    private final Catalogue catalogue;
    private final OfficeWords words;
    private final CityTime time;

    PlanWords(Catalogue catalogue, OfficeWords words, CityTime time) {
        this.catalogue = catalogue;
        this.words = words;
        this.time = time;
    }

    String holder(Page page, String dataset) {
        return catalogue.findDataset(dataset).map(SharedDataset::department).map(id -> words.department(page, id)).orElse("–");
    }

    String document(Page page, String id) {
        return Optional.ofNullable(catalogue.city().documents().get(id)).map(page::t).orElse(id);
    }

    /** What is asked for, by its name in the affair. */
    String requirement(Page page, Saving.Line line) {
        Optional<Text> name = catalogue.findPlan(line.affair()).stream().flatMap(plan -> plan.requirements().stream())
                .filter(each -> each.id().equals(line.requirement())).findFirst().map(each -> each.name());
        return name.map(page::t).orElse(line.requirement());
    }

    String spares(Page page, Saving saving) {
        String document = document(page, saving.document());
        return saving.people() == 0 ? page.t("bureau.savings.spares-none", document)
                : page.t(saving.isEstimate() ? "bureau.savings.spares-about" : "bureau.savings.spares", "%,d".formatted(saving.people()), document);
    }

    String share(Saving saving) {
        double percent = 100 * saving.circumstances().value();
        return percent > 0 && percent < 1 ? "<1%" : Math.round(percent) + "%";
    }

    /** Why we say so. */
    List<Line> why(Page page, Saving saving) {
        String such = String.join(page.t("web.comma"), saving.precedents().stream().limit(EXAMPLES).map(id -> words.affair(page, id)).toList());
        return List.of(Line.of(page.t("bureau.savings.affair"), words.affair(page, saving.line().affair())),
                Line.of(page.t("bureau.savings.brought"), requirement(page, saving.line())),
                Line.of(page.t("grants.dataset"), words.dataset(page, saving.line().dataset()), holder(page, saving.line().dataset())),
                Line.of(page.t("bureau.savings.why"), page.t("bureau.savings.why.text", document(page, saving.document()), saving.precedents().size(), such),
                        saving.foreseen() ? page.t("bureau.savings.foreseen") : page.t("bureau.savings.not-foreseen")),
                Line.of(page.t("bureau.savings.circumstances"), page.t("bureau.savings.circumstances.text", "%,d".formatted(saving.circumstances().part()),
                        "%,d".formatted(saving.circumstances().whole()), share(saving))),
                Line.of(page.t("bureau.savings.people"), page.t(saving.isEstimate() ? "bureau.savings.people.about" : "bureau.savings.people.text",
                        "%,d".formatted(saving.people()), "%,d".formatted(saving.cases()), "%,d".formatted(saving.examined()))));
    }

    String quarter(Page page, PlanLine line) {
        return page.t("bureau.plan.quarter-of", String.valueOf(line.year()), line.quarter());
    }

    Tag state(Page page, PlanLine line) {
        PlanLine.State state = line.state(time.today());
        Tag.Tone tone = switch (state) {
            case PROMISED -> Tag.Tone.QUIET;
            case GRANTED -> Tag.Tone.BUSY;
            case LATE -> Tag.Tone.BAD;
            case DONE, DONE_LATE -> Tag.Tone.GOOD;
        };
        return new Tag(page.t("bureau.plan.state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-')), tone);
    }
}
