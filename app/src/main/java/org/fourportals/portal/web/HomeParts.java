package org.fourportals.portal.web;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.casework.Popularity;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.centre.Centres;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Tag;
import org.fourportals.portal.kit.Tile;
import org.springframework.stereotype.Component;

/** What the first pages of web and phone are made of. */
@Component
public final class HomeParts {

    private static final int STRIP = 3;

    private static final int TILES = 12;

    private final Catalogue catalogue;
    private final Popularity popularity;
    private final Centres centres;
    private final Cases cases;

    HomeParts(Catalogue catalogue, Popularity popularity, Centres centres, Cases cases) {
        this.popularity = popularity;
        this.catalogue = catalogue;
        this.centres = centres;
        this.cases = cases;
    }

    /** What the city has, as numbers to show. */
    public record Numbers(String affairs, String departments, String centres, String circumstances) {
    }

    /** What people come for most, of what can be done here from beginning to end; residents' affairs before companies'. */
    public List<Tile> popular(Page page) {
        return popularity.list(TILES).stream().sorted(java.util.Comparator.comparing(Affair::audience)).map(a -> new Tile(Pictures.ofAffair(a.id(), a.lifeEvent()),
                        page.t(a.name()), page.t(catalogue.department(a.department()).name()), page.url("/affairs/" + a.id()))).toList();
    }

    public List<Tile> events(Page page) {
        return catalogue.lifeEvents().stream()
                .map(e -> new Tile(Pictures.ofEvent(e.id()), page.t(e.name()), null, page.url("/events/" + e.id()))).toList();
    }

    public Numbers numbers() {
        BigInteger all = catalogue.affairs().stream().flatMap(a -> catalogue.findPlan(a.id()).stream())
                .map(plan -> Catalogue.proofs(plan).circumstances()).reduce(BigInteger.ZERO, BigInteger::add);
        return new Numbers(number(catalogue.affairs().size()), number(catalogue.departments().size()), number(centres.list().size()), number(all));
    }

    /** The reader's newest drafts and open cases; nothing for somebody who has begun nothing. */
    public List<CaseLine> mine(Page page, Actor actor) {
        return cases.listMine(actor).stream().filter(c -> c.state() != CaseState.DISCARDED).limit(STRIP).map(c -> line(page, c)).toList();
    }

    private CaseLine line(Page page, Case about) {
        boolean draft = about.state().isDraft();
        String affair = catalogue.findAffair(about.affair()).map(Affair::name).map(page::t).orElse(about.affair());
        return new CaseLine(affair, tag(page, about.state()), page.t("web.home.changed", page.dateTime(about.updatedAt())),
                page.url((draft ? "/apply/" : "/cases/") + about.id()));
    }

    private static Tag tag(Page page, CaseState state) {
        String word = page.t("web.state." + state.name().toLowerCase(Locale.ROOT));
        return switch (state) {
            case DRAFT, SUPPLEMENT -> new Tag(word, Tag.Tone.YOURS);
            case SUBMITTED, IN_REVIEW -> new Tag(word, Tag.Tone.BUSY);
            case GRANTED -> new Tag(word, Tag.Tone.GOOD);
            case REFUSED -> new Tag(word, Tag.Tone.BAD);
            case WITHDRAWN, DISCARDED -> new Tag(word, Tag.Tone.QUIET);
        };
    }

    /** Where one is at home at a portal: its first page, or at a machine the page of choices. */
    public static String home(Page page) {
        return page.url(page.at(Portal.KIOSK) ? "/home" : "/");
    }

    /** A number as people read it, with commas between the thousands. */
    static String number(Number number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
