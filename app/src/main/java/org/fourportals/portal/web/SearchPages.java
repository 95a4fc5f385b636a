package org.fourportals.portal.web;

import java.util.List;
import java.util.stream.Stream;

import org.fourportals.assistant.Assistant;
import org.fourportals.assistant.Place;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.casework.Popularity;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.LifeEvent;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.assist.AnswerView;
import org.fourportals.portal.assist.Places;
import org.fourportals.portal.assist.Whereto;
import org.fourportals.portal.kit.Tile;
import org.fourportals.search.Beside;
import org.fourportals.search.Missed;
import org.fourportals.search.Search;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding an affair by one's own words, at every portal; and completing what is being typed. Where nothing fits it never ends there. */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR, Role.DEVICE})
public final class SearchPages {

    private static final int HITS = 20;
    private static final int KIOSK_HITS = 6;
    private static final int NEAREST = 4;
    private static final int SUGGESTIONS = 8;
    private static final int LONGEST = 200;
    private static final int ALWAYS = 3;
    private static final double WORTHWHILE = 0.3;
    private static final int POPULAR = 20;
    private static final double LIFT = 1.04;

    private final Search search;
    private final Catalogue catalogue;
    private final AffairRows rows;
    private final Missed missed;
    private final Beside beside;
    private final Assistant assistant;
    private final Popularity popularity;
    private final CityTime time;

    /** What searching is done with. */
    @Component
    record Means(Search search, Beside beside, Missed missed, Assistant assistant, Popularity popularity) {
    }

    SearchPages(Means means, Catalogue catalogue, AffairRows rows, CityTime time) {
        this.search = means.search();
        this.beside = means.beside();
        this.missed = means.missed();
        this.assistant = means.assistant();
        this.popularity = means.popularity();
        this.catalogue = catalogue;
        this.rows = rows;
        this.time = time;
    }

    /** What may follow what is being typed, and where it leads. */
    record Suggested(String label, String url) {
    }

    /** A kind of document, with the affairs that ask for it. */
    public record Paper(String name, List<AffairRow> affairs) {
    }

    @GetMapping({"/search", "/m/search", "/kiosk/search", "/counter/search"})
    String find(Page page, Actor actor, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String event, @RequestParam(defaultValue = "") String department, Model model) {
        String query = cut(q);
        Search.Results results = query.isEmpty() ? new Search.Results(List.of(), true)
                : search.find(query, page.language(), page.at(Portal.KIOSK) ? KIOSK_HITS : HITS);
        if (results.nothingFits() && !query.isEmpty()) {
            missed.note(query, page.language(), Missed.Source.SEARCH);
        }
        model.addAttribute("query", query);
        model.addAttribute("nothing", results.nothingFits());
        List<Search.Hit> worth = results.nothingFits() ? List.of() : lifted(worthwhile(results.hits()));
        Facets facets = Facets.of(page, catalogue, worth.stream().map(Search.Hit::affair).toList(), new Facets.Chosen(audience, event, department));
        model.addAttribute("hits", worth.stream().filter(hit -> facets.admits(hit.affair())).map(hit -> row(page, hit, query)).toList());
        model.addAttribute("facets", page.at(Portal.KIOSK) ? List.of() : facets.groups());
        model.addAttribute("events", results.nothingFits() ? nearest(page, results) : List.of());
        beside(page, actor, query, model);
        return "web/search";
    }

    private AffairRow row(Page page, Search.Hit hit, String query) {
        boolean staff = page.at(Portal.OFFICE);
        return rows.row(page, hit.affair(), hit.why(), staff ? null : beside.answer(hit.affair(), query).map(answered -> new AffairRow.Answered(page.t(answered.words()),
                page.url("/affairs/" + hit.affair().id() + "/start") + "?suppose=" + answered.question() + ":" + answered.answer())).orElse(null));
    }

    /** What else the query may mean: a part of the product, a document, a centre. */
    private void beside(Page page, Actor actor, String query, Model model) {
        Place place = Places.of(page.portal(), page.url("/"));
        model.addAttribute("help", query.isEmpty() ? null : assistant.help(actor, place, query).map(answer -> AnswerView.of(page, new Whereto(page, place, page.url("/")), query, answer)).orElse(null));
        model.addAttribute("documents", beside.documents(query).stream().map(document -> new Paper(page.t(document.name()),
                document.affairs().stream().map(affair -> rows.row(page, affair, null)).toList())).toList());
        model.addAttribute("centres", beside.centres(query).stream().map(centre -> CentreLine.of(page, centre, time)).toList());
    }

    /** Of affairs that fit about as well, those come first that people really use. */
    private List<Search.Hit> lifted(List<Search.Hit> hits) {
        List<String> used = popularity.list(POPULAR).stream().map(Affair::id).toList();
        return hits.stream().sorted(java.util.Comparator.comparingDouble((Search.Hit hit) -> -hit.score() * (used.contains(hit.affair().id()) ? LIFT : 1))).toList();
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
