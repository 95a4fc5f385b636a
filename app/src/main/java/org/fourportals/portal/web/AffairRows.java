package org.fourportals.portal.web;

import java.util.List;
import java.util.function.Predicate;

import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.portal.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Affairs as lines of a list: those that can be done here first, then in the order of the city's list. */
@Component
final class AffairRows {

    private final Catalogue catalogue;

    AffairRows(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<AffairRow> list(Page page, Predicate<Affair> which) {
        return catalogue.affairs().stream().filter(which).map(affair -> row(page, affair, null))
                .sorted(java.util.Comparator.comparing((AffairRow row) -> !row.here())).toList();
    }

    AffairRow row(Page page, Affair affair, @Nullable String why) {
        return row(page, affair, why, null);
    }

    AffairRow row(Page page, Affair affair, @Nullable String why, AffairRow.@Nullable Answered answered) {
        return new AffairRow(page.t(affair.name()), page.url("/affairs/" + affair.id()), page.t(catalogue.department(affair.department()).name()),
                why, catalogue.findPlan(affair.id()).isPresent(), days(page, affair), answered);
    }

    static String days(Page page, Affair affair) {
        return affair.promisedDays() == 0 ? page.t("web.days.at-once") : page.t("web.days", affair.promisedDays());
    }
}
