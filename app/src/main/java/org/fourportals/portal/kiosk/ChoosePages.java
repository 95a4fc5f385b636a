package org.fourportals.portal.kiosk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fourportals.base.Role;
import org.fourportals.casework.Popularity;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Tile;
import org.fourportals.search.Search;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding an affair at a machine: those most asked for, by occasion, or by the first letters of what it is called. */
@Controller("kiosk.ChoosePages")
@MayCall({Role.DEVICE, Role.RESIDENT})
class ChoosePages {

    private static final int POPULAR = 8;
    private static final int MANY = 60;
    private static final int OCCASIONS = 7;
    private static final int FOUND = 6;
    private static final int LONGEST = 100;

    private final Catalogue catalogue;
    private final Search search;
    private final Popularity popularity;

    ChoosePages(Catalogue catalogue, Search search, Popularity popularity) {
        this.catalogue = catalogue;
        this.search = search;
        this.popularity = popularity;
    }

    @GetMapping("/kiosk/choose")
    String choose(Page page, @RequestParam(defaultValue = "") String all, Model model) {
        model.addAttribute("popular", popularity.list(MANY).stream().filter(a -> a.audience() == Affair.Audience.PERSON).limit(POPULAR).map(a -> tile(page, a)).toList());
        Map<String, Long> written = catalogue.affairs().stream().filter(a -> catalogue.findPlan(a.id()).isPresent())
                .collect(Collectors.groupingBy(Affair::lifeEvent, Collectors.counting()));
        model.addAttribute("events", catalogue.lifeEvents().stream()
                .sorted(java.util.Comparator.comparing(e -> -written.getOrDefault(e.id(), 0L)))
                .limit(all.isEmpty() ? OCCASIONS : Long.MAX_VALUE).toList());
        model.addAttribute("all", !all.isEmpty());
        return "kiosk/choose";
    }

    @GetMapping("/kiosk/find")
    String find(Page page, @RequestParam(defaultValue = "") String q, Model model) {
        String query = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        Search.Results results = query.isBlank() ? new Search.Results(List.of(), false) : search.find(query, page.language(), FOUND);
        model.addAttribute("query", query);
        model.addAttribute("nothing", !query.isBlank() && results.nothingFits());
        model.addAttribute("found", results.nothingFits() ? List.of() : results.hits().stream().map(h -> tile(page, h.affair())).toList());
        return "kiosk/find";
    }

    private Tile tile(Page page, Affair affair) {
        Function<AffairPlan, String> days = plan -> plan.procedure().instant() != null ? page.t("kiosk.choose.at-once")
                : page.t("kiosk.choose.days", affair.promisedDays());
        return new Tile(icon(affair), page.t(affair.name()), catalogue.findPlan(affair.id()).map(days).orElse(null),
                page.url("/affairs/" + affair.id()));
    }

    private static String icon(Affair affair) {
        String id = affair.id();
        return id.contains("child") || id.contains("newborn") ? "child" : id.contains("school") ? "school" : id.contains("driving") ? "car"
                : id.contains("home") || id.contains("household") || id.contains("rent") ? "home" : id.contains("age") ? "elder"
                : id.contains("insurance") || id.contains("medical") ? "health" : id.contains("permit") ? "card"
                : affair.audience() == Affair.Audience.ORGANISATION ? "company" : "file";
    }
}
