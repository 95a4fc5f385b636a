package org.fourportals.portal.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;

import org.fourportals.audit.Restrictions;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.NavItem;
import org.fourportals.portal.Page;
import org.fourportals.representation.Representation.Represented;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who looked at my data: every read of the pool about the resident, and about the children and companies for which the registers let her speak.
 * For anybody else there is no such page.
 */
@Controller
@MayCall(Role.RESIDENT)
final class ReadPages {

    private static final int LINES = 20;
    private static final int KIOSK_LINES = 5;
    private static final int EXPORTED = 2000;

    /** How long it is said above the list that something was kept back. */
    private static final Period TOLD_FOR = Period.ofMonths(12);

    private final ReadStory story;
    private final Restrictions restrictions;
    private final CityTime time;
    private final ReadProofsTeller proofs;
    private final Residents residents;

    ReadPages(ReadStory story, Restrictions restrictions, CityTime time, ReadProofsTeller proofs, Residents residents) {
        this.story = story;
        this.restrictions = restrictions;
        this.time = time;
        this.proofs = proofs;
        this.residents = residents;
    }

    @GetMapping({"/reads", "/m/reads", "/kiosk/reads"})
    String show(Page page, Actor actor, @RequestParam(defaultValue = "") String of, @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String before, Model model) {
        Actor.Resident self = Residents.of(actor);
        List<Represented> others = of.isEmpty() ? List.of() : residents.childrenAndCompanies(actor);
        Optional<Represented> other = find(others, of);
        if (!of.isEmpty() && !of.equals("choose") && other.isEmpty()) {
            throw BrowsePages.missing();
        }
        Subject subject = other.map(Represented::subject).orElse(self.subject());
        ReadFilter filter = ReadFilter.of(who);
        var told = story.tell(page, actor, subject, filter, cursor(before), page.at(Portal.KIOSK) ? KIOSK_LINES : LINES);
        model.addAttribute("lines", told.lines());
        model.addAttribute("older", told.next() == null ? null : page.here("before", String.valueOf(told.next())));
        model.addAttribute("newest", before.isEmpty() ? null : page.here("before", ""));
        model.addAttribute("kept", kept(page, subject));
        model.addAttribute("filters", filters(page, of, filter));
        model.addAttribute("people", others);
        model.addAttribute("of", of);
        model.addAttribute("name", other.map(Represented::name).orElse(self.name()));
        model.addAttribute("download", page.url("/reads.csv") + "?of=" + (other.isPresent() ? of : ""));
        model.addAttribute("proofs", page.url("/reads.proofs.json") + "?of=" + (other.isPresent() ? of : ""));
        return "web/reads";
    }

    /** What was kept back by law and is shown now, in a sentence that leads there. */
    private List<NavItem> kept(Page page, Subject subject) {
        Instant since = time.today().minus(TOLD_FOR).atStartOfDay(time.zone()).toInstant();
        return restrictions.listEnded(subject, since).stream().map(each -> new NavItem(page.t("web.reads.kept", each.reads(), page.dateTime(each.endedAt()), each.ground()),
                page.here("before", String.valueOf(each.newest() + 1)), "eye", false)).toList();
    }

    private static List<NavItem> filters(Page page, String of, ReadFilter chosen) {
        return List.of(filter(page, of, "", "web.reads.all", chosen == ReadFilter.ALL),
                filter(page, of, "others", "web.reads.others", chosen == ReadFilter.OTHERS),
                filter(page, of, "mine", "web.reads.mine", chosen == ReadFilter.MINE));
    }

    private static NavItem filter(Page page, String of, String who, String key, boolean current) {
        String query = (of.isEmpty() ? "" : "of=" + of + "&") + "who=" + who;
        return new NavItem(page.t(key), page.url("/reads") + "?" + query, "eye", current);
    }

    @GetMapping({"/reads.csv", "/m/reads.csv"})
    ResponseEntity<byte[]> download(Page page, Actor actor, @RequestParam(defaultValue = "") String of) {
        var told = story.tell(page, actor, subject(actor, of), ReadFilter.ALL, Long.MAX_VALUE, EXPORTED);
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8)).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"who-looked.csv\"")
                .body(ReadsCsv.of(page, told.lines()).getBytes(StandardCharsets.UTF_8));
    }

    /** The entries word for word, with what proves that each is in the log. */
    @GetMapping({"/reads.proofs.json", "/m/reads.proofs.json"})
    ResponseEntity<ReadProofs> proofs(Actor actor, @RequestParam(defaultValue = "") String of) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"who-looked-proofs.json\"").body(proofs.of(subject(actor, of)));
    }

    private Subject subject(Actor actor, String of) {
        return of.isEmpty() ? Residents.of(actor).subject()
                : find(residents.childrenAndCompanies(actor), of).map(Represented::subject).orElseThrow(BrowsePages::missing);
    }

    private static Optional<Represented> find(List<Represented> others, String of) {
        return others.stream().filter(r -> String.valueOf(r.subject().number()).equals(of)).findFirst();
    }

    private static long cursor(String before) {
        return before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
    }
}
