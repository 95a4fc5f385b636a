package org.fourportals.portal.counter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Language;
import org.fourportals.base.Role;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseNumber;
import org.fourportals.casework.Cases;
import org.fourportals.identity.MayCall;
import org.fourportals.pool.identifier.Fault;
import org.fourportals.pool.identifier.ResidentId;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.Served;
import org.fourportals.portal.kit.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Begins and ends serving somebody, and finds a case by its number, whatever centre it came from. */
@Controller("counter.ServePages")
@MayCall(Role.CLERK)
class ServePages {

    private static final int LONGEST = 40;

    private final Serving serving;
    private final HomePages home;
    private final Cases cases;
    private final CityTime time;

    ServePages(Serving serving, HomePages home, Cases cases, CityTime time) {
        this.serving = serving;
        this.home = home;
        this.cases = cases;
        this.time = time;
    }

    @PostMapping("/counter")
    String serve(Page page, Actor actor, HttpServletRequest request, @RequestParam(defaultValue = "") String residentId, Model model,
            RedirectAttributes next) {
        Optional<Fault> fault = ResidentId.fault(residentId, time.today());
        if (fault.isPresent()) {
            String said = page.language() == Language.ZH ? fault.get().zh() : fault.get().en();
            return wrong(page, actor, request, model, new Problem("residentId", said), residentId);
        }
        Optional<Served> served = serving.begin(request, actor, ResidentId.of(residentId).number());
        if (served.isEmpty()) {
            return wrong(page, actor, request, model, new Problem("residentId", page.t("counter.unknown-resident")), residentId);
        }
        next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("counter.serving-now", served.get().name()));
        return "redirect:" + page.url("/");
    }

    @PostMapping("/counter/serve/end")
    String end(Page page, HttpServletRequest request) {
        serving.end(request);
        return "redirect:" + page.url("/");
    }

    /** Serves whoever a case is for: its representative where it has one, since she is who comes. */
    @PostMapping("/counter/cases/{id}/serve")
    String serveFor(Page page, Actor actor, HttpServletRequest request, @PathVariable UUID id, RedirectAttributes next) {
        Case about = cases.find(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var person = about.representative() != null ? about.representative() : about.applicant();
        if (person == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Served served = serving.begin(request, actor, person);
        next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("counter.serving-now", served.name()));
        return "redirect:" + page.url("/cases/" + id);
    }

    @GetMapping("/counter/lookup")
    String lookup(Page page, Actor actor, HttpServletRequest request, @RequestParam(defaultValue = "") String number, Model model) {
        Optional<CaseNumber> read = CaseNumber.parse(number);
        if (read.isEmpty()) {
            String key = number.isBlank() ? "counter.lookup.empty" : "counter.lookup.wrong";
            return wrong(page, actor, request, model, new Problem("number", page.t(key)), number);
        }
        Optional<Case> found = cases.find(actor, read.get());
        return found.isPresent() ? "redirect:" + page.url("/cases/" + found.get().id())
                : wrong(page, actor, request, model, new Problem("number", page.t("counter.lookup.none", read.get().value())), number);
    }

    private String wrong(Page page, Actor actor, HttpServletRequest request, Model model, Problem problem, String typed) {
        String shown = typed.length() > LONGEST ? "" : typed;
        return home.home(page, (Actor.Staff) actor, request, model, List.of(problem), shown);
    }
}
