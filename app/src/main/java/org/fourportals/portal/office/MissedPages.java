package org.fourportals.portal.office;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.search.AddSaying;
import org.fourportals.search.Missed;
import org.fourportals.search.Sayings;
import org.fourportals.search.Search;
import org.fourportals.search.SetMissedAside;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What people looked for and did not find: with one press an editor makes it a way to find an affair, which from then on is tested with every
 * change; or puts it aside.
 */
@Controller("office.MissedPages")
@MayCall(Role.EDITOR)
public class MissedPages {

    private static final int SHOWN = 30;
    private static final int NEAREST = 3;

    private final Missed missed;
    private final Sayings sayings;
    private final Search search;
    private final Catalogue catalogue;
    private final AddSaying add;
    private final SetMissedAside setAside;
    private final Desk desk;

    MissedPages(Missed missed, Sayings sayings, Search search, Catalogue catalogue, AddSaying add, SetMissedAside setAside, Desk desk) {
        this.missed = missed;
        this.sayings = sayings;
        this.search = search;
        this.catalogue = catalogue;
        this.add = add;
        this.setAside = setAside;
        this.desk = desk;
    }

    /** A query that found nothing, how often and where, and the affairs it may mean. */
    public record Row(String id, String text, String where, List<Choice> nearest) {

        public record Choice(String affair, String name) {
        }
    }

    @GetMapping("/office/missed")
    String list(Page page, Model model) {
        model.addAttribute("rows", missed.list(SHOWN).stream().map(entry -> row(page, entry)).toList());
        model.addAttribute("affairs", catalogue.affairs().stream().map(affair -> new Row.Choice(affair.id(), page.t(affair.name()))).toList());
        model.addAttribute("tests", sayings.list().size());
        return "office/missed";
    }

    private Row row(Page page, Missed.Entry entry) {
        String where = page.t("office.missed." + entry.source().name().toLowerCase(Locale.ROOT).replace('_', '-'), entry.times(), page.dateTime(entry.lastAt()));
        return new Row(entry.id().toString(), entry.text(), where, search.find(entry.text(), page.language(), NEAREST).hits().stream()
                .map(hit -> new Row.Choice(hit.affair().id(), page.t(hit.affair().name()))).toList());
    }

    @PostMapping("/office/missed/{id}")
    String add(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String affair, RedirectAttributes next) {
        Flash flash = switch (desk.perform(actor, add, new AddSaying.Request(id, affair.strip()))) {
            case AddSaying.Added(String added) -> Flash.done("office.missed.added", name(page, added));
            case AddSaying.NotFound _ -> Flash.notice("office.missed.not-found");
            case AddSaying.Spoils(List<String> queries) -> Flash.notice("office.missed.spoils", String.join(page.t("apply.and"), queries));
            case AddSaying.StillNotFound(String first) -> Flash.notice("office.missed.still-not", first.isEmpty() ? "–" : name(page, first));
        };
        next.addFlashAttribute(Flash.ATTRIBUTE, flash);
        return "redirect:" + page.url("/missed");
    }

    private String name(Page page, String affair) {
        return catalogue.findAffair(affair).map(found -> page.t(found.name())).orElse(affair);
    }

    @PostMapping("/office/missed/{id}/aside")
    String aside(Page page, Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        boolean done = desk.perform(actor, setAside, new SetMissedAside.Request(id)) instanceof SetMissedAside.Done;
        next.addFlashAttribute(Flash.ATTRIBUTE, done ? Flash.done("office.missed.aside") : Flash.notice("office.missed.not-found"));
        return "redirect:" + page.url("/missed");
    }

    /** All queries that were mended so, in the form that the benchmark of search reads. */
    @GetMapping("/office/missed/tests.tsv")
    ResponseEntity<byte[]> tests() {
        String rows = sayings.list().stream().map(saying -> saying.text() + "\t" + saying.language().name().toLowerCase(Locale.ROOT) + "\tcolloquial\t" + saying.affair() + "\n")
                .collect(Collectors.joining("", "query\tlang\tkind\texpected\n", ""));
        return ResponseEntity.ok().contentType(new MediaType("text", "tab-separated-values", StandardCharsets.UTF_8)).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mended-queries.tsv\"").body(rows.getBytes(StandardCharsets.UTF_8));
    }
}
