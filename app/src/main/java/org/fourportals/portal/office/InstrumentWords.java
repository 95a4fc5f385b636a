package org.fourportals.portal.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.bureau.Implementation;
import org.fourportals.bureau.Instrument;
import org.fourportals.bureau.Instrument.Standing;
import org.fourportals.bureau.Instrument.Version;
import org.fourportals.bureau.Instruments;
import org.fourportals.bureau.RuleLink;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Table;
import org.fourportals.portal.kit.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts regulations, strategies, plans, standards and measures into words and tables. */
@Component("office.InstrumentWords")
class InstrumentWords {

    private final Instruments instruments;
    private final Catalogue catalogue;
    private final OfficeWords words;

    InstrumentWords(Instruments instruments, Catalogue catalogue, OfficeWords words) {
        this.instruments = instruments;
        this.catalogue = catalogue;
        this.words = words;
    }

    String kind(Page page, Instrument.Kind kind) {
        return page.t("bureau.instruments.kind." + word(kind));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Tag standing(Page page, Instrument instrument, Version version) {
        Standing standing = instruments.standing(instrument, version);
        Tag.Tone tone = switch (standing) {
            case DRAFT, REVIEWED -> Tag.Tone.BUSY;
            case COMING, ENDED -> Tag.Tone.QUIET;
            case IN_FORCE -> Tag.Tone.GOOD;
        };
        return new Tag(page.t("bureau.instruments.standing." + word(standing)), tone);
    }

    /** Who did what to a version, and when. */
    List<Line> course(Page page, Version version) {
        List<Line> lines = new ArrayList<>(List.of(Line.of(page.t("bureau.instruments.drafted"), by(page, version.drafted())),
                Line.of(page.t("bureau.instruments.reviewed"), by(page, version.reviewed())), Line.of(page.t("bureau.instruments.approved"), by(page, version.approved()))));
        if (version.returned() != null) {
            lines.add(Line.of(page.t("bureau.instruments.returned"), version.returned()));
        }
        if (version.from() != null) {
            lines.add(Line.of(page.t("bureau.instruments.force"), version.until() == null ? page.t("bureau.instruments.from-on", page.date(version.from()))
                    : page.t("bureau.instruments.from-until", page.date(version.from()), page.date(version.until()))));
        }
        if (version.endReason() != null) {
            lines.add(Line.of(page.t("bureau.instruments.end-reason"), version.endReason()));
        }
        return lines;
    }

    private static String by(Page page, Instrument.@Nullable By by) {
        return by == null ? "–" : by.who() + " · " + page.dateTime(by.at());
    }

    @Nullable Table links(Page page, Version version) {
        return version.links().isEmpty() ? null : Table.of(page.t("bureau.instruments.links"), List.of(Table.words(page.t("bureau.instruments.rule")),
                Table.words(page.t("bureau.instruments.rule-kind")), Table.words(page.t("grants.state"))),
                version.links().stream().map(link -> List.of(name(page, link), Cell.of(page.t("bureau.instruments.link." + word(link.kind()))), state(page, link))).toList());
    }

    /** Departments may not open the bureau's pages of them. */
    private Cell name(Page page, RuleLink link) {
        if (!page.actor().roles().contains(Role.BUREAU)) {
            return Cell.of(label(page, link));
        }
        return switch (link.kind()) {
            case LAW -> Cell.of(label(page, link));
            case AFFAIR -> Cell.link(label(page, link), page.url("/affairs/" + link.id()));
            case DATASET -> Cell.link(label(page, link), page.url("/datasets/" + link.id()));
            case GRANT -> Cell.link(label(page, link), page.url("/datasets/" + link.dataset()));
        };
    }

    String label(Page page, RuleLink link) {
        return switch (link.kind()) {
            case LAW -> page.t(catalogue.city().laws().getOrDefault(link.id(), new AffairPlan.Law(link.id(), new Text(link.id(), link.id()))).name());
            case AFFAIR -> words.affair(page, link.id());
            case DATASET -> words.dataset(page, link.id());
            case GRANT -> page.t("bureau.instruments.grant-of", words.dataset(page, link.dataset()), words.affair(page, link.affair()));
        };
    }

    private Cell state(Page page, RuleLink link) {
        if (!instruments.isThere(link)) {
            return Cell.status(new Tag(page.t("bureau.instruments.gone"), Tag.Tone.BAD));
        }
        return link.kind() == RuleLink.Kind.LAW ? Cell.of(page.t("bureau.instruments.affairs-rest", instruments.countAffairs(link.id())))
                : Cell.status(new Tag(page.t("bureau.instruments.there"), Tag.Tone.GOOD));
    }

    @Nullable Table implementations(Page page, String caption, List<Implementation> noted) {
        return noted.isEmpty() ? null : Table.of(caption, List.of(Table.words(page.t("office.department")), Table.words(page.t("grants.state")),
                Table.words(page.t("bureau.instruments.note")), Table.words(page.t("bureau.instruments.noted"))), noted.stream().map(each -> List.of(
                        Cell.of(words.department(page, each.department())), Cell.status(state(page, each.state())), Cell.of(each.note().isEmpty() ? "–" : each.note()),
                        Cell.of(each.notedBy() + " · " + page.dateTime(each.notedAt())))).toList());
    }

    private static Tag state(Page page, Implementation.State state) {
        Tag.Tone tone = switch (state) {
            case NOT_CONCERNED -> Tag.Tone.QUIET;
            case NOT_BEGUN -> Tag.Tone.YOURS;
            case UNDER_WAY -> Tag.Tone.BUSY;
            case IMPLEMENTED -> Tag.Tone.GOOD;
        };
        return new Tag(page.t("bureau.instruments.state." + word(state)), tone);
    }

    List<Choice> states(Page page) {
        return List.of(Implementation.State.values()).stream().map(each -> Choice.of(each.name(), page.t("bureau.instruments.state." + word(each)))).toList();
    }

    List<Choice> kinds(Page page) {
        return List.of(Instrument.Kind.values()).stream().map(each -> Choice.of(each.name(), kind(page, each))).toList();
    }
}
