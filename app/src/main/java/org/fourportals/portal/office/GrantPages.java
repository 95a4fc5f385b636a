package org.fourportals.portal.office;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Problem;
import org.fourportals.portal.web.Glossary;
import org.fourportals.sharing.DecideGrantRequest;
import org.fourportals.sharing.GrantRequest;
import org.fourportals.sharing.GrantRequests;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What departments ask of each other, and how the holder of the data decides. */
@Controller("office.GrantPages")
@MayCall({Role.REVIEWER, Role.BUREAU})
class GrantPages {

    private final GrantRequests requests;
    private final GrantActs acts;
    private final GrantWords words;
    private final Glossary glossary;

    GrantPages(GrantRequests requests, GrantActs acts, GrantWords words, Glossary glossary) {
        this.requests = requests;
        this.acts = acts;
        this.words = words;
        this.glossary = glossary;
    }

    @GetMapping("/office/grants")
    String list(Page page, Actor actor, Model model) {
        Actor.Staff staff = (Actor.Staff) actor;
        model.addAttribute("open", words.table(page, page.t("grants.open"), requests.listOpen(staff)));
        model.addAttribute("past", words.table(page, page.t(staff.is(Role.BUREAU) ? "grants.all" : "grants.past"), requests.listPast(staff)));
        model.addAttribute("asks", staff.is(Role.REVIEWER));
        return "office/grants";
    }

    @GetMapping("/office/grants/{id}")
    String show(Page page, Actor actor, Model model, @PathVariable UUID id) {
        GrantRequest request = find(actor, id);
        return show(page, actor, model, request, request.fields(), request.until() == null ? Day.NONE : Day.of(request.until()), "", List.of());
    }

    private GrantRequest find(Actor actor, UUID id) {
        return requests.find((Actor.Staff) actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(Page page, Actor actor, Model model, GrantRequest request, Set<String> chosen, Day until, String answer, List<Problem> problems) {
        Actor.Staff staff = (Actor.Staff) actor;
        boolean holds = staff.is(Role.REVIEWER) && request.owner().equals(staff.department());
        boolean own = request.askedBy().equals(staff.username());
        model.addAttribute("id", request.id().toString());
        model.addAttribute("lines", words.lines(page, request));
        model.addAttribute("state", words.state(page, request.state()));
        model.addAttribute("decides", request.isOpen() && holds && !own);
        model.addAttribute("another", request.isOpen() && holds && own);
        model.addAttribute("withdraws", request.isOpen() && staff.is(Role.REVIEWER) && request.department().equals(staff.department()));
        model.addAttribute("answered", request.answer() == null ? "" : request.answer());
        model.addAttribute("decided", request.decidedAt() == null ? null : page.dateTime(request.decidedAt()));
        model.addAttribute("fields", request.fields().stream().map(field -> Choice.of(field, glossary.field(page, field)).hint(field)).toList());
        model.addAttribute("chosen", chosen);
        model.addAttribute("until", until);
        model.addAttribute("answer", answer);
        model.addAttribute("problems", problems);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/grantRequest";
    }

    @PostMapping("/office/grants/{id}")
    String decide(Page page, Actor actor, Model model, @PathVariable UUID id, @RequestParam String decision, @RequestParam(defaultValue = "") Set<String> fields,
            @RequestParam(name = "until-day", defaultValue = "") String day, @RequestParam(name = "until-month", defaultValue = "") String month,
            @RequestParam(name = "until-year", defaultValue = "") String year, @RequestParam(defaultValue = "") String answer, @RequestParam UUID key,
            RedirectAttributes next) {
        GrantRequest request = find(actor, id);
        Day until = new Day(day, month, year);
        LocalDate last = until.date();
        if (last == null && !until.isEmpty()) {
            return show(page, actor, model, request, fields, until, answer, List.of(new Problem("until", page.t("grants.until.wrong"))));
        }
        var asked = new DecideGrantRequest.Request(id, decision(decision), fields, last, answer);
        Problem problem = switch (acts.desk().perform(actor, acts.decide(), asked, key)) {
            case DecideGrantRequest.Decided(var _, var state) -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("grants.done." + state.name().toLowerCase(Locale.ROOT)));
                yield null;
            }
            case DecideGrantRequest.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case DecideGrantRequest.ClosedAlready _ -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.notice("grants.closed"));
                yield null;
            }
            case DecideGrantRequest.OwnRequest _ -> new Problem(null, page.t("grants.own"));
            case DecideGrantRequest.AnswerNeeded(int most) -> new Problem("answer", page.t("grants.answer.needed", most));
            case DecideGrantRequest.NoSuchFields _ -> new Problem("fields", page.t("grants.fields.needed"));
            case DecideGrantRequest.DayGoneBy _ -> new Problem("until", page.t("grants.until.wrong"));
        };
        return problem == null ? "redirect:" + page.url("/grants/" + id) : show(page, actor, model, request, fields, until, answer, List.of(problem));
    }

    private static DecideGrantRequest.Decision decision(String word) {
        return switch (word) {
            case "grant" -> DecideGrantRequest.Decision.GRANT;
            case "decline" -> DecideGrantRequest.Decision.DECLINE;
            case "withdraw" -> DecideGrantRequest.Decision.WITHDRAW;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }
}
