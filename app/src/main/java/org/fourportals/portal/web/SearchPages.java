package org.fourportals.portal.web;

import java.util.List;
import java.util.stream.Stream;

import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.LifeEvent;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Tile;
import org.fourportals.search.Missed;
import org.fourportals.search.Search;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding an affair by one's own words, at every portal; and completing what is being typed. Where nothing fits it never ends there. */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.BUREAU, Role.EDITOR, Role.OPERATOR, Role.DEVICE})
final class SearchPages {

    private static final int HITS = 20;
    private static final int KIOSK_HITS = 6;
    private static final int NEAREST = 4;
    private static final int SUGGESTIONS = 8;
    private static final int LONGEST = 200;
    private static final int ALWAYS = 3;
    private static final double WORTHWHILE = 0.3;

    private final Search search;
    private final Catalogue catalogue;
    private final AffairRows rows;
    private final Missed missed;

    SearchPages(Search search, Catalogue catalogue, AffairRows rows, Missed missed) {
        this.missed = missed;
        this.search = search;
        this.catalogue = catalogue;
        this.rows = rows;
    }

    /** What may follow what is being typed, and where it leads. */
    record Suggested(String label, String url) {
    }

    @GetMapping({"/search", "/m/search", "/kiosk/search", "/counter/search"})
    String find(Page page, @RequestParam(defaultValue = "") String q, Model model) {
        String query = cut(q);
        Search.Results results = query.isEmpty() ? new Search.Results(List.of(), true)
                : search.find(query, page.language(), page.at(Portal.KIOSK) ? KIOSK_HITS : HITS);
        if (results.nothingFits() && !query.isEmpty()) {
            missed.note(query, page.language(), Missed.Source.SEARCH);
        }
        model.addAttribute("query", query);
        model.addAttribute("nothing", results.nothingFits());
        model.addAttribute("hits", results.nothingFits() ? List.of()
                : worthwhile(results.hits()).stream().map(hit -> rows.row(page, hit.affair(), hit.why())).toList());
        model.addAttribute("events", results.nothingFits() ? nearest(page, results) : List.of());
        return "web/search";
    }

    /** The long tail of affairs that share a word only is left out. */
    private static List<Search.Hit> worthwhile(List<Search.Hit> hits) {
        double least = hits.isEmpty() ? 0 : hits.getFirst().score() * WORTHWHILE;
        return java.util.stream.IntStream.range(0, hits.size()).filter(i -> i < ALWAYS || hits.get(i).score() >= least).mapToObj(hits::get).toList();
    }

    /** Life events of the affairs that at least touch the words, then the others; all of them for no words at all. */
    private List<Tile> nearest(Page page, Search.Results results) {
        Stream<String> touched = results.hits().stream().map(hit -> hit.affair().lifeEvent());
        List<String> first = Stream.concat(touched, catalogue.lifeEvents().stream().map(LifeEvent::id)).distinct()
                .limit(results.hits().isEmpty() ? Integer.MAX_VALUE : NEAREST).toList();
        return catalogue.lifeEvents().stream().filter(e -> first.contains(e.id()))
                .sorted(java.util.Comparator.comparing(e -> first.indexOf(e.id())))
                .map(e -> new Tile(Pictures.ofEvent(e.id()), page.t(e.name()), null, page.url("/events/" + e.id()))).toList();
    }

    @GetMapping({"/search/suggest", "/m/search/suggest", "/kiosk/search/suggest", "/counter/search/suggest", "/office/search/suggest", "/api/suggest"})
    ResponseEntity<List<Suggested>> suggest(Page page, @RequestParam(defaultValue = "") String q) {
        String prefix = page.at(Portal.API) || page.at(Portal.OFFICE) ? "" : page.portal().path();
        List<Suggested> found = search.suggest(cut(q), page.language(), SUGGESTIONS).stream()
                .map(s -> new Suggested(s.text(), prefix + "/affairs/" + s.affair().id())).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
    }

    private static String cut(String typed) {
        String plain = typed.strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST)));
    }
}
