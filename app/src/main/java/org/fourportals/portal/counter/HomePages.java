package org.fourportals.portal.counter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.centre.AnswerCall;
import org.fourportals.centre.CallNext;
import org.fourportals.centre.Centre;
import org.fourportals.centre.Centres;
import org.fourportals.centre.FinishTicket;
import org.fourportals.centre.StaffCalls;
import org.fourportals.centre.Ticket;
import org.fourportals.centre.Tickets;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A clerk's own window: who is next, who stands here, and machines that call for help. */
@Controller("counter.HomePages")
@MayCall(Role.CLERK)
class HomePages {

    private static final String WINDOW = HomePages.class.getName() + ".window";
    private static final int SHOWN = 8;

    private final Desk desk;
    private final Queue queue;
    private final Centres centres;
    private final Tickets tickets;
    private final StaffCalls calls;
    private final Serving serving;

    HomePages(Desk desk, Queue queue, Centres centres, Tickets tickets, StaffCalls calls, Serving serving) {
        this.desk = desk;
        this.queue = queue;
        this.centres = centres;
        this.tickets = tickets;
        this.calls = calls;
        this.serving = serving;
    }

    @GetMapping("/counter")
    String home(Page page, Actor actor, HttpServletRequest request, Model model) {
        return home(page, (Actor.Staff) actor, request, model, List.of(), "");
    }

    /** The home page, also where something typed there was wrong. */
    String home(Page page, Actor.Staff clerk, HttpServletRequest request, Model model, List<Problem> problems, String typed) {
        Centre centre = Optional.ofNullable(clerk.centre()).flatMap(centres::find).orElse(null);
        model.addAttribute("centre", centre);
        model.addAttribute("window", window(request, centre));
        model.addAttribute("waiting", centre == null ? null : tickets.waiting(centre.id()));
        model.addAttribute("next", centre == null ? List.of() : tickets.listWaiting(centre.id(), SHOWN));
        model.addAttribute("ticket", tickets.findServedBy(clerk.username()).orElse(null));
        model.addAttribute("expected", centre == null ? List.of() : queue.bookings().listExpected(centre.id(), SHOWN));
        model.addAttribute("calls", centre == null ? List.of() : calls.listOpen(centre.id()));
        model.addAttribute("mine", serving.cases(page, clerk));
        model.addAttribute("problems", problems);
        model.addAttribute("typed", typed);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "counter/home";
    }

    @PostMapping("/counter/window")
    String window(Page page, Actor actor, HttpServletRequest request, @RequestParam int window, RedirectAttributes next) {
        Centre centre = Optional.ofNullable(((Actor.Staff) actor).centre()).flatMap(centres::find).orElse(null);
        if (centre == null || !centre.hasWindow(window)) {
            next.addFlashAttribute(Flash.ATTRIBUTE, Flash.notice("counter.no-such-window"));
        } else {
            request.getSession().setAttribute(WINDOW, window);
        }
        return "redirect:" + page.url("/");
    }

    @PostMapping("/counter/next")
    String next(Page page, Actor actor, HttpServletRequest request, @RequestParam UUID key, RedirectAttributes next) {
        Centre centre = Optional.ofNullable(((Actor.Staff) actor).centre()).flatMap(centres::find).orElse(null);
        Flash said = switch (desk.perform(actor, queue.callNext(), new CallNext.Request(window(request, centre)), key)) {
            case CallNext.TicketCalled(var ticket) -> Flash.done("counter.called", ticket.label(), String.valueOf(ticket.window()));
            case CallNext.NobodyWaiting() -> Flash.notice("counter.nobody-waiting");
            case CallNext.StillServing(var ticket) -> Flash.notice("counter.still-serving", ticket.label());
            case CallNext.NoSuchWindow _ -> Flash.notice("counter.no-such-window");
        };
        next.addFlashAttribute(Flash.ATTRIBUTE, said);
        return "redirect:" + page.url("/");
    }

    @PostMapping("/counter/tickets/{id}/finish")
    String finish(Page page, Actor actor, HttpServletRequest request, @PathVariable UUID id, @RequestParam Ticket.Outcome outcome,
            RedirectAttributes next) {
        Flash said = switch (desk.perform(actor, queue.finishTicket(), new FinishTicket.Request(id, outcome))) {
            case FinishTicket.TicketFinished(var ticket) -> Flash.done("counter.finished", ticket.label());
            case FinishTicket.AlreadyFinished(var ticket) -> Flash.notice("counter.finished-before", ticket.label());
            case FinishTicket.NotCalled _, FinishTicket.NotFound _ -> Flash.notice("counter.no-such-ticket");
        };
        serving.end(request);
        next.addFlashAttribute(Flash.ATTRIBUTE, said);
        return "redirect:" + page.url("/");
    }

    @PostMapping("/counter/calls/{id}/answer")
    String answer(Page page, Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        next.addFlashAttribute(Flash.ATTRIBUTE, switch (desk.perform(actor, queue.answerCall(), new AnswerCall.Request(id))) {
            case AnswerCall.Answered(var call) -> Flash.done("counter.call-answered", call.device());
            case AnswerCall.NotFound() -> Flash.notice("counter.call-gone");
        });
        return "redirect:" + page.url("/");
    }

    private static int window(HttpServletRequest request, @Nullable Centre centre) {
        HttpSession session = request.getSession(false);
        Object chosen = session == null ? null : session.getAttribute(WINDOW);
        return chosen instanceof Integer window && centre != null && centre.hasWindow(window) ? window : 1;
    }
}
