package org.fourportals.portal.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Language;
import org.fourportals.base.Portal;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.centre.Booking;
import org.fourportals.centre.BookingRules;
import org.fourportals.centre.Centre;
import org.fourportals.centre.Centres;
import org.fourportals.centre.Ticket;
import org.fourportals.centre.Tickets;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Confirmation;
import org.fourportals.portal.kit.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts bookings into words. */
@Component
final class BookingLines {

    private static final DateTimeFormatter SHORT_DAY_EN = DateTimeFormatter.ofPattern("EEE d MMM", Language.EN.locale());
    private static final DateTimeFormatter SHORT_DAY_ZH = DateTimeFormatter.ofPattern("M月d日 EEE", Language.ZH.locale());

    private final Centres centres;
    private final Catalogue catalogue;
    private final Tickets tickets;
    private final BookingRules rules;

    BookingLines(Centres centres, Catalogue catalogue, Tickets tickets, BookingRules rules) {
        this.centres = centres;
        this.catalogue = catalogue;
        this.tickets = tickets;
        this.rules = rules;
    }

    BookingLine of(Page page, Booking booking) {
        Centre centre = centres.get(booking.centre());
        Booking.Standing standing = rules.standing(booking);
        boolean open = standing == Booking.Standing.AHEAD || standing == Booking.Standing.DUE;
        boolean inCentre = page.at(Portal.KIOSK) || page.at(Portal.COUNTER);
        String path = page.url("/bookings/" + booking.id());
        return new BookingLine(booking.id().toString(), affair(page, booking.affair()), booking.affair() == null ? null : page.url("/affairs/" + booking.affair()),
                when(page, booking.day(), booking.begins()), page.t(centre.name()), page.t(centre.address()), booking.code(), state(page, booking, standing),
                open ? cancelling(page, booking) : null, open ? page.url("/bookings/new") + "?move=" + booking.id() : null,
                inCentre && standing == Booking.Standing.DUE ? path + "/arrive" : null,
                inCentre && standing == Booking.Standing.AHEAD ? page.t("booking.too-early", booking.begins().toString()) : null);
    }

    String affair(Page page, @Nullable String affair) {
        return affair == null ? page.t("booking.advice") : catalogue.findAffair(affair).map(Affair::name).map(page::t).orElse(affair);
    }

    private Tag state(Page page, Booking booking, Booking.Standing standing) {
        return switch (standing) {
            case AHEAD, DUE -> new Tag(page.t("booking.open"), Tag.Tone.GOOD);
            case ARRIVED -> new Tag(page.t("booking.arrived", Optional.ofNullable(booking.ticket()).flatMap(tickets::find).map(Ticket::label).orElse("")), Tag.Tone.QUIET);
            case MISSED -> new Tag(page.t("booking.missed"), Tag.Tone.QUIET);
        };
    }

    /** Monday, 24 November 2026, 09:00. */
    static String when(Page page, LocalDate day, LocalTime begins) {
        return page.t("booking.when", day(page, day), begins.toString());
    }

    static String day(Page page, LocalDate day) {
        String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, page.language().locale());
        return page.language() == Language.ZH ? page.date(day) + "（" + weekday + "）" : weekday + ", " + page.date(day);
    }

    /** Mon 24 Nov: a day of the coming fortnight, which needs no year. */
    static String shortDay(Page page, LocalDate day) {
        return day.format(page.language() == Language.ZH ? SHORT_DAY_ZH : SHORT_DAY_EN);
    }

    Confirmation cancelling(Page page, Booking booking) {
        String path = page.url("/bookings/" + booking.id() + "/cancel");
        return new Confirmation("cancel-" + booking.id(), page.t("booking.cancel"), page.t("booking.cancel.title"),
                page.t("booking.cancel.text", when(page, booking.day(), booking.begins())), page.t("booking.cancel.yes"), path,
                Map.of("key", UUID.randomUUID().toString()), path, true);
    }
}
