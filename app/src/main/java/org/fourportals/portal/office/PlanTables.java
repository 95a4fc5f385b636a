package org.fourportals.portal.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Evidence;
import org.fourportals.circumstances.Section;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Table;
import org.springframework.stereotype.Component;

/** An affair written out, as tables: what is asked, required, accepted and refused, and when. */
@Component("office.PlanTables")
class PlanTables {

    private final OfficeWords words;
    private final ConditionWords conditions;

    PlanTables(OfficeWords words, ConditionWords conditions) {
        this.words = words;
        this.conditions = conditions;
    }

    List<Table> of(Page page, AffairPlan plan) {
        List<Table> tables = new ArrayList<>();
        tables.add(questions(page, plan));
        tables.add(table(page, "requirements", List.of("name", "when", "evidence", "check"), plan.requirements(), r -> List.of(page.t(r.name()),
                when(page, plan, Section.REQUIREMENT, r.id()), evidence(page, r), page.t(r.check()))));
        tables.add(table(page, "grounds", List.of("name", "when"), plan.grounds(), g -> List.of(page.t(g.name()), when(page, plan, Section.GROUND, g.id()))));
        tables.add(table(page, "refusals", List.of("reason", "when", "instead"), plan.refusals(),
                r -> List.of(page.t(r.reason()), when(page, plan, Section.REFUSAL, r.id()), page.t(r.instead()))));
        tables.add(table(page, "exclusions", List.of("because", "when"), plan.exclusions(),
                e -> List.of(page.t(e.because()), when(page, plan, Section.EXCLUSION, e.id()))));
        tables.add(table(page, "stages", List.of("name", "when", "kind", "by", "days", "check"), plan.procedure().stages(), s -> List.of(page.t(s.name()),
                s.when() == null ? page.t("office.plan.always") : when(page, plan, Section.OTHER, s.when()), page.t("office.stage." + s.kind().name().toLowerCase(Locale.ROOT)),
                s.by().stream().map(d -> words.department(page, d)).collect(Collectors.joining(page.t("casefile.and"))),
                String.valueOf(s.days()), page.t(s.checks()))));
        return tables.stream().filter(t -> !t.rows().isEmpty()).toList();
    }

    private Table questions(Page page, AffairPlan plan) {
        return table(page, "questions", List.of("ask", "answers", "known"), plan.questions(), q -> List.of(page.t(q.ask()),
                q.answers().isEmpty() ? page.t("office.kind." + q.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        : q.answers().stream().map(a -> page.t(a.text())).collect(Collectors.joining(" · ")),
                q.known().isEmpty() ? page.t("office.plan.asked") : q.known().stream().map(k -> words.dataset(page, k.dataset())).distinct()
                        .collect(Collectors.joining(page.t("casefile.and")))));
    }

    private String evidence(Page page, AffairPlan.Requirement requirement) {
        return requirement.evidence().stream().map(way -> switch (way) {
            case Evidence.Pool pool -> words.dataset(page, pool.dataset());
            case Evidence.Wallet _ -> page.t("office.evidence.wallet");
            case Evidence.Upload _ -> page.t("office.evidence.upload");
            case Evidence.Declaration _ -> page.t("office.evidence.declaration");
            case Evidence.Original _ -> page.t("office.evidence.original");
        }).collect(Collectors.joining(" → "));
    }

    private String when(Page page, AffairPlan plan, Section section, String id) {
        return conditions.of(page, plan, section, id);
    }

    private static <T> Table table(Page page, String kind, List<String> columns, List<T> items, Function<T, List<String>> row) {
        return Table.of(page.t("office.plan." + kind, items.size()), columns.stream().map(c -> Table.words(page.t("office.plan.column." + c))).toList(),
                items.stream().map(item -> row.apply(item).stream().map(Cell::of).toList()).toList());
    }
}
