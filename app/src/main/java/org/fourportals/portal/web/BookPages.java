package org.fourportals.portal.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.centre.BookVisit;
import org.fourportals.centre.Booking;
import org.fourportals.centre.BookingRules;
import org.fourportals.centre.Bookings;
import org.fourportals.centre.Centre;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Choosing a centre, a day and a time, for a new booking or one that is moved. A time is booked by pressing it. */
@Controller
@MayCall({Role.RESIDENT, Role.CLERK})
final class BookPages {

    private final Bookings bookings;
    private final BookingRules rules;
    private final BookVisit bookVisit;
    private final BookingLines lines;
    private final BookingPlaces places;
    private final Desk desk;

    BookPages(Bookings bookings, BookingRules rules, BookVisit bookVisit, BookingLines lines, BookingPlaces places, Desk desk) {
        this.bookings = bookings;
        this.rules = rules;
        this.bookVisit = bookVisit;
        this.lines = lines;
        this.places = places;
        this.desk = desk;
    }

    @GetMapping({"/bookings/new", "/m/bookings/new", "/kiosk/bookings/new", "/counter/bookings/new"})
    String choose(Page page, Actor actor, HttpServletRequest request, Model model, @RequestParam(defaultValue = "") String centre,
            @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String affair, @RequestParam(defaultValue = "") String move) {
        if (Bookings.whose(actor).isEmpty()) {
            return "redirect:" + page.url("/bookings");
        }
        Booking moved = Keys.find(move).flatMap(id -> bookings.find(Bookings.whose(actor).get(), id)).filter(Booking::isOpen).orElse(null);
        Centre chosen = places.find(centre).or(() -> Optional.ofNullable(moved).flatMap(b -> places.find(b.centre())))
                .or(() -> places.here(actor, request)).orElse(null);
        List<LocalDate> days = chosen == null ? List.of() : rules.days(chosen);
        LocalDate on = days.stream().filter(each -> each.toString().equals(day)).findFirst().orElse(days.isEmpty() ? null : days.getFirst());
        String about = moved != null ? moved.affair() : places.affair(affair);
        model.addAttribute("centres", places.list().stream().map(c -> Choice.of(c.id(), page.t(c.name()))).toList());
        model.addAttribute("centre", chosen);
        model.addAttribute("days", days.stream().map(each -> new DayTab(each.toString(), BookingLines.shortDay(page, each), each.equals(on))).toList());
        model.addAttribute("slots", on == null || chosen == null ? List.of() : bookings.slots(chosen, on));
        model.addAttribute("affair", about == null ? "" : about);
        model.addAttribute("affairName", lines.affair(page, about));
        model.addAttribute("moved", moved == null ? null : lines.of(page, moved));
        model.addAttribute("key", UUID.randomUUID().toString());
        return "web/book";
    }

    @PostMapping({"/bookings/new", "/m/bookings/new", "/kiosk/bookings/new", "/counter/bookings/new"})
    String book(Page page, Actor actor, RedirectAttributes next, @RequestParam(defaultValue = "") String centre, @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String begins, @RequestParam(defaultValue = "") String affair, @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String key) {
        BookVisit.Request request;
        try {
            request = new BookVisit.Request(centre, LocalDate.parse(day), LocalTime.parse(begins), places.affair(affair), Keys.find(move).orElse(null));
        } catch (DateTimeException malformed) {
            next.addFlashAttribute(Flash.ATTRIBUTE, Flash.notice("booking.not-free"));
            return "redirect:" + page.url("/bookings/new");
        }
        return switch (desk.perform(actor, bookVisit, request, Keys.of(key))) {
            case BookVisit.Booked(var booking) -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done(request.instead() == null ? "booking.done" : "booking.moved"));
                yield "redirect:" + page.url("/bookings/" + booking.id());
            }
            case BookVisit.NotFree() -> again(page, next, request, "booking.not-free");
            case BookVisit.SameTime() -> again(page, next, request, "booking.same-time");
            case BookVisit.TooMany(var most) -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.notice("booking.too-many", String.valueOf(most)));
                yield "redirect:" + page.url("/bookings");
            }
            case BookVisit.NotYours() -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.notice("booking.gone"));
                yield "redirect:" + page.url("/bookings");
            }
        };
    }

    private static String again(Page page, RedirectAttributes next, BookVisit.Request request, String said) {
        next.addFlashAttribute(Flash.ATTRIBUTE, Flash.notice(said));
        next.addAttribute("centre", request.centre());
        next.addAttribute("day", request.day().toString());
        if (request.affair() != null) {
            next.addAttribute("affair", request.affair());
        }
        if (request.instead() != null) {
            next.addAttribute("move", request.instead().toString());
        }
        return "redirect:" + page.url("/bookings/new");
    }
}
