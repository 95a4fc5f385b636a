package org.fourportals.portal.casefile;

import java.util.List;

import org.fourportals.casework.Case;
import org.fourportals.casework.Progress;
import org.fourportals.casework.Progress.AtHand;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Tag;
import org.jspecify.annotations.Nullable;

/** The checklist of one case: what was brought for each line, and what the city's records say. */
final class CasePapers {

    private static final int MOST_RECORDS = 3;

    private final Page page;
    private final Case about;
    private final CaseWords words;
    private final List<String> asked;

    CasePapers(Page page, Case about, CaseWords words, List<String> asked) {
        this.page = page;
        this.about = about;
        this.words = words;
        this.asked = asked;
    }

    CaseFile.Paper paper(Progress.Line line) {
        AffairPlan.Requirement requirement = line.requirement();
        String mistake = requirement.mistake() == null ? null : page.t(requirement.mistake());
        return new CaseFile.Paper(requirement.id(), page.t(requirement.name()), tag(line.atHand()), source(line.atHand()),
                documentUrl(line.atHand()), known(requirement), page.t(requirement.check()), mistake, asked.contains(requirement.id()));
    }

    private Tag tag(AtHand atHand) {
        return switch (atHand) {
            case AtHand.Pool _ -> new Tag(page.t("casefile.paper.pool"), Tag.Tone.GOOD);
            case AtHand.Document _ -> new Tag(page.t("casefile.paper.document"), Tag.Tone.YOURS);
            case AtHand.Declared _ -> new Tag(page.t("casefile.paper.declared"), Tag.Tone.QUIET);
            case AtHand.Seen _ -> new Tag(page.t("casefile.paper.seen"), Tag.Tone.GOOD);
            case AtHand.Missing _ -> new Tag(page.t("casefile.paper.missing"), Tag.Tone.BAD);
        };
    }

    private String source(AtHand atHand) {
        return switch (atHand) {
            case AtHand.Pool pool -> page.t("casefile.paper.from-pool", words.department(page, pool.dataset()), words.dataset(page, pool.dataset()));
            case AtHand.Document document -> document.fileName();
            case AtHand.Declared _ -> page.t("casefile.paper.by-declaration");
            case AtHand.Seen _ -> page.t("casefile.paper.by-original");
            case AtHand.Missing _ -> page.t("casefile.paper.by-nobody");
        };
    }

    private @Nullable String documentUrl(AtHand atHand) {
        return atHand instanceof AtHand.Document document ? page.url("/cases/" + about.id() + "/documents/" + document.id()) : null;
    }

    private List<Line> known(AffairPlan.Requirement requirement) {
        return requirement.evidence().stream().filter(AffairPlan.Evidence.Pool.class::isInstance).map(AffairPlan.Evidence.Pool.class::cast)
                .flatMap(way -> about.content().records().getOrDefault(way.of() + "/" + way.dataset(), List.of()).stream().limit(MOST_RECORDS)
                        .flatMap(record -> words.record(page, way.dataset(), record).stream()))
                .toList();
    }
}
