package org.fourportals.portal.office;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Table;
import org.fourportals.portal.kit.Tag;
import org.fourportals.portal.web.Glossary;
import org.fourportals.sharing.GrantRequest;
import org.fourportals.sharing.Grants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts grants, and what departments ask of each other, into words. */
@Component("office.GrantWords")
class GrantWords {

    private final Catalogue catalogue;
    private final OfficeWords words;
    private final Glossary glossary;

    GrantWords(Catalogue catalogue, OfficeWords words, Glossary glossary) {
        this.catalogue = catalogue;
        this.words = words;
        this.glossary = glossary;
    }

    /** A law by its id in the affair's file, the law of agency, or the words in which it was given. */
    String ground(Page page, String purpose, String ground) {
        return catalogue.findPlan(purpose).flatMap(plan -> plan.laws().stream().filter(law -> law.id().equals(ground)).findFirst())
                .map(AffairPlan.Law::name).map(page::t).orElseGet(() -> purpose.equals(Grants.REPRESENTATION) ? page.t("office.ground.agency") : ground);
    }

    String fields(Page page, Collection<String> fields) {
        return fields.stream().map(field -> glossary.field(page, field)).collect(Collectors.joining(page.t("web.comma")));
    }

    Tag state(Page page, GrantRequest.State state) {
        return switch (state) {
            case OPEN -> new Tag(page.t("grants.state.open"), Tag.Tone.BUSY);
            case GRANTED -> new Tag(page.t("grants.state.granted"), Tag.Tone.GOOD);
            case DECLINED -> new Tag(page.t("grants.state.declined"), Tag.Tone.BAD);
            case WITHDRAWN -> new Tag(page.t("grants.state.withdrawn"), Tag.Tone.QUIET);
        };
    }

    /** Null where there are none. */
    @Nullable Table table(Page page, String caption, List<GrantRequest> requests) {
        return requests.isEmpty() ? null : Table.of(caption, List.of(Table.words(page.t("grants.dataset")), Table.words(page.t("grants.for")),
                Table.words(page.t("grants.asks")), Table.words(page.t("grants.asked-of")), Table.words(page.t("grants.since")), Table.words(page.t("grants.state"))),
                requests.stream().map(request -> List.of(Cell.link(words.dataset(page, request.dataset()), page.url("/grants/" + request.id())),
                        Cell.of(words.purpose(page, request.purpose())), Cell.of(words.department(page, request.department())),
                        Cell.of(words.department(page, request.owner())), Cell.of(page.dateTime(request.askedAt())),
                        Cell.status(state(page, request.state())))).toList());
    }

    List<Line> lines(Page page, GrantRequest request) {
        return List.of(Line.of(page.t("grants.dataset"), words.dataset(page, request.dataset())),
                Line.of(page.t("grants.asked-of"), words.department(page, request.owner())),
                Line.of(page.t("grants.asks"), words.department(page, request.department())),
                Line.of(page.t("grants.for"), words.purpose(page, request.purpose())),
                Line.of(page.t("grants.fields"), fields(page, request.fields())),
                Line.of(page.t("grants.ground"), ground(page, request.purpose(), request.ground())),
                Line.of(page.t("grants.reason"), request.reason()),
                Line.of(page.t("grants.until"), request.until() == null ? page.t("grants.until.none") : page.date(request.until())),
                Line.of(page.t("grants.since"), page.dateTime(request.askedAt())));
    }

    /** What is granted of a data set, each with the way to end it. */
    Table inForce(Page page, List<Grants.Grant> grants) {
        return Table.of(page.t("office.dataset.grants", grants.size()), List.of(Table.words(page.t("grants.for")), Table.words(page.t("grants.fields")),
                Table.words(page.t("grants.ground")), Table.words(page.t("grants.until"))), grants.stream().map(grant -> List.of(
                        Cell.link(words.purpose(page, grant.purpose()), page.url("/grants/revoke") + "?purpose=" + grant.purpose() + "&dataset=" + grant.dataset()),
                        Cell.of(fields(page, grant.fields())), Cell.of(ground(page, grant.purpose(), grant.ground())),
                        Cell.of(grant.until() == null ? page.t("grants.until.none") : page.date(grant.until())))).toList());
    }
}
