package org.fourportals.portal.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Evidence;
import org.fourportals.catalogue.AffairPlan.Requirement;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Tag;
import org.fourportals.portal.kit.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what an affair is before it is begun: what one gets, who decides, how long, what it costs, whether one must come, what may be asked. */
@Component
final class AffairStory {

    private final Catalogue catalogue;
    private final Glossary glossary;

    AffairStory(Catalogue catalogue, Glossary glossary) {
        this.catalogue = catalogue;
        this.glossary = glossary;
    }

    /** The facts of an affair that is written out. */
    List<Line> facts(Page page, AffairPlan plan) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(page.t("web.affair.get"), page.t(plan.result().name())));
        lines.add(Line.of(page.t("web.affair.who"), page.t("web.affair.about." + plan.about().name().toLowerCase(Locale.ROOT))));
        lines.add(Line.of(page.t("web.affair.time"), howLong(page, plan)));
        lines.add(Line.of(page.t("web.affair.fee"), fee(page, plan.fee())));
        lines.add(Line.of(page.t("web.affair.come"), come(page, plan)));
        lines.add(Line.of(page.t("web.affair.decides"), departments(page, plan)));
        return lines;
    }

    /** The facts of an affair that is described only. */
    List<Line> facts(Page page, Affair affair) {
        return List.of(Line.of(page.t("web.affair.get"), glossary.result(page, affair)),
                Line.of(page.t("web.affair.who"), page.t("web.affair.audience." + affair.audience().name().toLowerCase(Locale.ROOT))),
                Line.of(page.t("web.affair.time"), AffairRows.days(page, affair) + statutory(page, affair)),
                Line.of(page.t("web.affair.come"), page.t(affair.zeroWindow() ? "web.affair.come.described-no" : "web.affair.come.described-once")),
                Line.of(page.t("web.affair.decides"), page.t(catalogue.department(affair.department()).name())));
    }

    private static String howLong(Page page, AffairPlan plan) {
        Affair affair = plan.affair();
        if (plan.procedure().instant() == null) {
            return AffairRows.days(page, affair) + statutory(page, affair);
        }
        int otherwise = plan.procedure().stages().stream().mapToInt(AffairPlan.Stage::days).sum();
        return otherwise == 0 ? page.t("web.days.at-once") : page.t("web.affair.time.instant", otherwise);
    }

    private static String statutory(Page page, Affair affair) {
        return affair.statutoryDays() > 0 ? page.t("web.affair.time.statutory", affair.statutoryDays()) : "";
    }

    private static String fee(Page page, AffairPlan.Fee fee) {
        BigDecimal yuan = new BigDecimal(fee.yuan());
        String amount = page.money(yuan);
        String purpose = fee.purpose() == null || yuan.signum() == 0 ? "" : page.t("web.affair.fee.for", fee.purpose());
        return fee.when() == null || yuan.signum() == 0 ? amount + purpose : page.t("web.affair.fee.sometimes", amount) + purpose;
    }

    private static String come(Page page, AffairPlan plan) {
        boolean attend = plan.procedure().stages().stream().anyMatch(stage -> stage.kind() == AffairPlan.StageKind.ATTEND);
        if (attend) {
            return page.t("web.affair.come.attend");
        }
        boolean original = plan.requirements().stream().anyMatch(Requirement::needsWindow);
        boolean visit = plan.procedure().stages().stream().anyMatch(stage -> stage.kind() == AffairPlan.StageKind.VISIT);
        return page.t(original ? "web.affair.come.sometimes" : visit ? "web.affair.come.visit" : "web.affair.come.no");
    }

    private String departments(Page page, AffairPlan plan) {
        return plan.procedure().stages().stream().flatMap(stage -> stage.by().stream()).distinct()
                .map(id -> page.t(catalogue.department(id).name())).collect(java.util.stream.Collectors.joining(page.t("web.and")));
    }

    /** What may be needed, and who brings it: mostly the city itself. */
    List<Task> papers(Page page, AffairPlan plan) {
        return plan.requirements().stream().map(requirement -> Task.of(page.t(requirement.name()), bringing(page, requirement))
                .hint(hint(page, requirement))).toList();
    }

    private @Nullable String hint(Page page, Requirement requirement) {
        String why = requirement.why() == null ? null : page.t(requirement.why());
        return requirement.evidence().stream().filter(Evidence.Pool.class::isInstance).map(Evidence.Pool.class::cast).findFirst()
                .flatMap(pool -> catalogue.findDataset(pool.dataset()))
                .map(set -> (why == null ? "" : why + " ") + page.t("web.affair.known-by", catalogue.department(set.department()).name())).orElse(why);
    }

    private static Tag bringing(Page page, Requirement requirement) {
        return switch (requirement.evidence().getFirst()) {
            case Evidence.Pool _ -> new Tag(page.t("web.affair.bring.nothing"), Tag.Tone.GOOD);
            case Evidence.Declaration _ -> new Tag(page.t("web.affair.bring.declare"), Tag.Tone.QUIET);
            case Evidence.Wallet _, Evidence.Upload _ -> new Tag(page.t("web.affair.bring.photo"), Tag.Tone.YOURS);
            case Evidence.Original _ -> new Tag(page.t("web.affair.bring.original"), Tag.Tone.YOURS);
        };
    }

    List<String> usualDocuments(Page page, Affair affair) {
        return affair.usualDocuments().stream().map(document -> glossary.document(page, document)).toList();
    }
}
