package org.fourportals.portal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.portal.Page;

/** Ways to narrow what was found: for whom it is, the event in life, the department; each with how many there are. */
public final class Facets {

    private static final int WORTH_NARROWING = 4;
    private static final int MOST = 8;

    private final List<Group> groups;
    private final Chosen chosen;

    /** What the reader chose; an empty or unknown text chooses nothing. */
    record Chosen(String audience, String event, String department) {
    }

    /** One way to narrow, with the ways it can be set. */
    public record Group(String title, List<Option> options) {
    }

    /** One setting; where it is the chosen one its link takes it back. */
    public record Option(String label, int count, String url, boolean chosen) {
    }

    private Facets(List<Group> groups, Chosen chosen) {
        this.groups = groups;
        this.chosen = chosen;
    }

    static Facets of(Page page, Catalogue catalogue, List<Affair> found, Chosen sent) {
        Chosen chosen = new Chosen(known(found, Facets::audience, sent.audience()), known(found, Affair::lifeEvent, sent.event()),
                known(found, Affair::department, sent.department()));
        Facets facets = new Facets(new ArrayList<>(), chosen);
        if (found.size() >= WORTH_NARROWING) {
            facets.add(page, found, "audience", chosen.audience(), Facets::audience, id -> page.t("web.affair.audience." + id));
            facets.add(page, found, "event", chosen.event(), Affair::lifeEvent,
                    id -> catalogue.lifeEvents().stream().filter(event -> event.id().equals(id)).findFirst().map(event -> page.t(event.name())).orElse(id));
            facets.add(page, found, "department", chosen.department(), Affair::department, id -> page.t(catalogue.department(id).name()));
        }
        return facets;
    }

    private static String audience(Affair affair) {
        return affair.audience().name().toLowerCase(Locale.ROOT);
    }

    private static String known(List<Affair> found, Function<Affair, String> of, String sent) {
        return found.stream().map(of).anyMatch(sent::equals) ? sent : "";
    }

    private void add(Page page, List<Affair> found, String name, String now, Function<Affair, String> of, Function<String, String> label) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        found.forEach(affair -> counts.merge(of.apply(affair), 1, Integer::sum));
        if (counts.size() > 1) {
            groups.add(new Group(page.t("web.search.facet." + name), counts.keySet().stream().limit(MOST).map(id -> new Option(label.apply(id), Objects.requireNonNull(counts.get(id)),
                    page.here(name, id.equals(now) ? "" : id), id.equals(now))).toList()));
        }
    }

    boolean admits(Affair affair) {
        return fits(chosen.audience(), audience(affair)) && fits(chosen.event(), affair.lifeEvent()) && fits(chosen.department(), affair.department());
    }

    private static boolean fits(String wanted, String is) {
        return wanted.isEmpty() || wanted.equals(is);
    }

    List<Group> groups() {
        return groups;
    }
}
