package org.fourportals.portal.office;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.EditOutcome;
import org.fourportals.catalogue.Edition;
import org.fourportals.catalogue.Editions;
import org.fourportals.catalogue.RollBack;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which text of an affair was in force when, by whom and why; an editor can return to an old one, or call off one that is still to come. */
@Controller("office.HistoryPages")
@MayCall(Role.EDITOR)
class HistoryPages {

    private final Catalogue catalogue;
    private final Editions editions;
    private final Drafting drafting;
    private final CityTime time;

    HistoryPages(Catalogue catalogue, Editions editions, Drafting drafting, CityTime time) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.drafting = drafting;
        this.time = time;
    }

    /** What was typed into the form that returns to an old version. */
    private record Typed(String version, Day from, String why, List<Problem> problems) {
    }

    @GetMapping("/office/affairs/{id}/history")
    String show(Page page, Model model, @PathVariable String id) {
        return show(page, model, find(id), new Typed("", Day.of(time.today()), "", List.of()));
    }

    /** The language switch of a form shown again leads here. */
    @GetMapping({"/office/affairs/{id}/history/back", "/office/affairs/{id}/history/call-off"})
    String back(Page page, @PathVariable String id) {
        return "redirect:" + page.url("/affairs/" + find(id).id() + "/history");
    }

    @PostMapping("/office/affairs/{id}/history/back")
    String rollBack(Page page, Actor actor, Model model, @PathVariable String id, @RequestParam UUID key,
            @RequestParam(defaultValue = "") String version, @RequestParam(name = "from-day", defaultValue = "") String day,
            @RequestParam(name = "from-month", defaultValue = "") String month, @RequestParam(name = "from-year", defaultValue = "") String year,
            @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
        Affair affair = find(id);
        Day typed = new Day(day, month, year);
        LocalDate from = typed.date();
        if (from == null || version.isBlank()) {
            Problem problem = from == null ? new Problem("from", page.t("workbench.day.none")) : new Problem("version", page.t("workbench.version.none"));
            return show(page, model, affair, new Typed(version, typed, why, List.of(problem)));
        }
        EditOutcome outcome = drafting.rollBack(actor, new RollBack.Request(id, version, from, why), key);
        if (outcome instanceof EditOutcome.Published) {
            next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done(from.isAfter(time.today()) ? "workbench.published.later" : "workbench.published",
                    page.date(from)));
            return "redirect:" + page.url("/affairs/" + id + "/history");
        }
        return show(page, model, affair, new Typed(version, typed, why, List.of(PublishPages.refused(page, outcome))));
    }

    @PostMapping("/office/affairs/{id}/history/call-off")
    String callOff(Page page, Actor actor, @PathVariable String id, @RequestParam long number, @RequestParam UUID key, RedirectAttributes next) {
        Affair affair = find(id);
        boolean own = editions.history(affair.id()).stream().anyMatch(e -> e.number() == number);
        EditOutcome outcome = own ? drafting.withdraw(actor, number, key) : new EditOutcome.NotFound();
        next.addFlashAttribute(Flash.ATTRIBUTE, outcome instanceof EditOutcome.Withdrawn ? Flash.done("workbench.withdrawn")
                : Flash.notice("workbench.withdrawn.late"));
        return "redirect:" + page.url("/affairs/" + affair.id() + "/history");
    }

    @GetMapping("/office/affairs/{id}/versions/{version}")
    String version(Page page, Model model, @PathVariable String id, @PathVariable String version) {
        Affair affair = find(id);
        String text = editions.findText(id, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("id", affair.id());
        model.addAttribute("name", page.t(affair.name()));
        model.addAttribute("version", version);
        model.addAttribute("text", text);
        model.addAttribute("difference", LineDifference.between(text, catalogue.findText(id).orElse("")));
        return "office/version";
    }

    /** The file as it is in force, or one of its versions. */
    @GetMapping("/office/affairs/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable String id, @RequestParam(defaultValue = "") String version) {
        Affair affair = find(id);
        String text = (version.isEmpty() ? catalogue.findText(affair.id()) : editions.findText(affair.id(), version))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(affair.id() + ".yaml").build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private String show(Page page, Model model, Affair affair, Typed typed) {
        List<Edition> history = editions.history(affair.id());
        List<Editions.Kept> versions = editions.versions(affair.id());
        model.addAttribute("id", affair.id());
        model.addAttribute("name", page.t(affair.name()));
        model.addAttribute("history", history);
        model.addAttribute("versions", versions);
        model.addAttribute("saves", editions.listSaves(affair.id()));
        model.addAttribute("draft", editions.findDraft(affair.id()).isPresent());
        model.addAttribute("today", time.today());
        model.addAttribute("choices", versions.stream().filter(v -> !v.inForce())
                .map(v -> Choice.of(v.version(), v.version() + " · " + page.dateTime(v.since()))).toList());
        model.addAttribute("chosen", typed.version());
        model.addAttribute("day", typed.from().day());
        model.addAttribute("month", typed.from().month());
        model.addAttribute("year", typed.from().year());
        model.addAttribute("why", typed.why());
        model.addAttribute("problems", typed.problems());
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/history";
    }

    private Affair find(String id) {
        return catalogue.findAffair(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
