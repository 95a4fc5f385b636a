package org.fourportals.portal.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.centre.ArriveForBooking;
import org.fourportals.centre.Booking;
import org.fourportals.centre.BookingRules;
import org.fourportals.centre.Bookings;
import org.fourportals.centre.CancelBooking;
import org.fourportals.centre.Centre;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
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

/** A resident's bookings at every portal: to look at, to keep in a calendar, to give back, and in the centre to say that she is here. */
@Controller
@MayCall({Role.RESIDENT, Role.CLERK})
final class BookingPages {

    private final Bookings bookings;
    private final BookingLines lines;
    private final BookingPlaces places;
    private final BookingActs acts;
    private final BookingRules rules;

    BookingPages(Bookings bookings, BookingLines lines, BookingPlaces places, BookingActs acts, BookingRules rules) {
        this.bookings = bookings;
        this.lines = lines;
        this.places = places;
        this.acts = acts;
        this.rules = rules;
    }

    @GetMapping({"/bookings", "/m/bookings", "/kiosk/bookings", "/counter/bookings"})
    String list(Page page, Actor actor, Model model) {
        List<Booking> all = Bookings.whose(actor).map(bookings::listOf).orElse(List.of());
        model.addAttribute("bookings", all.stream().map(b -> lines.of(page, b)).toList());
        model.addAttribute("nobody", Bookings.whose(actor).isEmpty());
        return "web/bookings";
    }

    @GetMapping({"/bookings/{id}", "/m/bookings/{id}", "/kiosk/bookings/{id}", "/counter/bookings/{id}"})
    String show(Page page, Actor actor, @PathVariable String id, Model model) {
        model.addAttribute("booking", lines.of(page, find(actor, id)));
        return "web/booking";
    }

    private Booking find(Actor actor, String id) {
        return Bookings.whose(actor).flatMap(subject -> Keys.find(id).flatMap(key -> bookings.find(subject, key)))
                .filter(booking -> booking.cancelledAt() == null).orElseThrow(BrowsePages::missing);
    }

    /** The booking for a calendar program, by RFC 5545. */
    @GetMapping({"/bookings/{id}/calendar.ics", "/m/bookings/{id}/calendar.ics"})
    ResponseEntity<byte[]> calendar(Page page, Actor actor, @PathVariable String id) {
        Booking booking = find(actor, id);
        BookingLine line = lines.of(page, booking);
        String text = VisitEvent.of(booking, rules.beginning(booking), line.affair(), line.centre() + ", " + line.address());
        return ResponseEntity.ok().contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8)).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"booking-" + booking.code() + ".ics\"").body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping({"/bookings/{id}/cancel", "/m/bookings/{id}/cancel", "/kiosk/bookings/{id}/cancel", "/counter/bookings/{id}/cancel"})
    String ask(Page page, Actor actor, @PathVariable String id, Model model) {
        model.addAttribute("confirmation", lines.cancelling(page, find(actor, id)));
        model.addAttribute("backUrl", page.url("/bookings"));
        return "kit/confirmPage";
    }

    @PostMapping({"/bookings/{id}/cancel", "/m/bookings/{id}/cancel", "/kiosk/bookings/{id}/cancel", "/counter/bookings/{id}/cancel"})
    String cancel(Page page, Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String key, RedirectAttributes next) {
        UUID booking = Keys.find(id).orElseThrow(BrowsePages::missing);
        next.addFlashAttribute(Flash.ATTRIBUTE, switch (acts.desk().perform(actor, acts.cancelBooking(), new CancelBooking.Request(booking), Keys.of(key))) {
            case CancelBooking.Cancelled _ -> Flash.done("booking.cancelled");
            case CancelBooking.NotYours() -> Flash.notice("booking.gone");
        });
        return "redirect:" + page.url("/bookings");
    }

    @PostMapping({"/kiosk/bookings/{id}/arrive", "/counter/bookings/{id}/arrive"})
    String arrive(Page page, Actor actor, HttpServletRequest http, @PathVariable String id, @RequestParam(defaultValue = "") String key, RedirectAttributes next) {
        String centre = places.here(actor, http).map(Centre::id).orElse("");
        var request = new ArriveForBooking.Request(Keys.find(id).orElseThrow(BrowsePages::missing), centre);
        next.addFlashAttribute(Flash.ATTRIBUTE, switch (acts.desk().perform(actor, acts.arriveForBooking(), request, Keys.of(key))) {
            case ArriveForBooking.TicketTaken(var ticket) -> Flash.done("booking.number", ticket.label());
            case ArriveForBooking.TooEarly(var booking) -> Flash.notice("booking.too-early", booking.begins().toString());
            case ArriveForBooking.TooLate _ -> Flash.notice("booking.too-late");
            case ArriveForBooking.Elsewhere _ -> Flash.notice("booking.elsewhere");
            case ArriveForBooking.NotYours() -> Flash.notice("booking.gone");
        });
        return "redirect:" + page.url("/bookings");
    }
}
