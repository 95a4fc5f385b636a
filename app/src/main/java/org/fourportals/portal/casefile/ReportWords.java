package org.fourportals.portal.casefile;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fourportals.bureau.FieldReport;
import org.fourportals.bureau.FieldReports;
import org.fourportals.casework.Case;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.portal.Page;
import org.fourportals.portal.web.Glossary;
import org.springframework.stereotype.Component;

/** Reports of wrong fields as sentences, for whom they concern and for whoever deals with a case that rests on the record. */
@Component("casefile.ReportWords")
public class ReportWords {

    private final FieldReports reports;
    private final Catalogue catalogue;
    private final Glossary glossary;

    ReportWords(FieldReports reports, Catalogue catalogue, Glossary glossary) {
        this.reports = reports;
        this.catalogue = catalogue;
        this.glossary = glossary;
    }

    public String field(Page page, String name) {
        return glossary.field(page, name);
    }

    /** For the resident: what she said, and what became of it. */
    public String told(Page page, FieldReport report) {
        String what = page.t("data.what", field(page, report.field()), dataset(page, report));
        if (report.registerWasWrong() == null) {
            return page.t("data.told.open", what, report.code(), department(page, report), page.date(report.due()));
        }
        return page.t(report.registerWasWrong() ? "data.told.wrong" : "data.told.right", what, report.code(), department(page, report), String.valueOf(report.remark()));
    }

    /** Fields in doubt among what a case rests on, without what anybody says. */
    public List<String> doubts(Page page, Case about) {
        Set<String> datasets = about.content().records().keySet().stream().map(key -> key.substring(key.lastIndexOf('/') + 1)).collect(Collectors.toSet());
        return Stream.of(about.applicant(), about.subject()).filter(Objects::nonNull).distinct().flatMap(subject -> reports.openOf(subject, datasets).stream())
                .map(report -> page.t("data.doubt", field(page, report.field()), dataset(page, report), department(page, report), page.date(report.due()))).toList();
    }

    private String dataset(Page page, FieldReport report) {
        return catalogue.findDataset(report.dataset()).map(known -> page.t(known.name())).orElse(report.dataset());
    }

    private String department(Page page, FieldReport report) {
        return page.t(catalogue.department(report.department()).name());
    }
}
