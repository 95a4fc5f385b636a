package org.fourportals.centre;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import org.fourportals.base.CityTime;
import org.springframework.stereotype.Component;

/**
 * Which times of a centre can be booked: every half hour of its opening hours, not on public holidays but on the weekend days
 * worked instead, from an hour ahead to two weeks. A quarter of the windows is kept for those who booked, so that whoever simply comes is
 * served too.
 */
@Component
public final class BookingRules {

    /** How long a booked time lasts. */
    public static final Duration LENGTH = Duration.ofMinutes(30);
    /** How early one may say that one is here. */
    private static final Duration EARLY = Duration.ofMinutes(30);
    static final Duration NOTICE = Duration.ofHours(1);
    static final int DAYS_AHEAD = 14;
    /** How many one person may have open at a time, so that nobody books a whole day. */
    public static final int MOST_OPEN = 3;
    private static final int SHARE_OF_WINDOWS = 4;

    private final CityTime time;

    public BookingRules(CityTime time) {
        this.time = time;
    }

    /** The days of the next two weeks on which the centre can be booked. */
    public List<LocalDate> days(Centre centre) {
        LocalDate today = time.today();
        return today.datesUntil(today.plusDays(DAYS_AHEAD + 1)).filter(day -> isOpenOn(centre, day))
                .filter(day -> begins(centre, day).stream().anyMatch(at -> isFar(day, at))).toList();
    }

    /** All times of a day, also those gone by; empty on a day when the centre is shut. */
    List<LocalTime> begins(Centre centre, LocalDate day) {
        List<LocalTime> times = new ArrayList<>();
        if (isOpenOn(centre, day)) {
            for (OpeningHours.Span span : centre.hours().spans()) {
                for (LocalTime at = span.from(); !at.plus(LENGTH).isAfter(span.to()) && at.plus(LENGTH).isAfter(at); at = at.plus(LENGTH)) {
                    times.add(at);
                }
            }
        }
        return times;
    }

    /** Whether it is a time of the centre that may be booked now. */
    boolean mayBook(Centre centre, LocalDate day, LocalTime at) {
        return !day.isAfter(time.today().plusDays(DAYS_AHEAD)) && isFar(day, at) && begins(centre, day).contains(at);
    }

    int capacity(Centre centre) {
        return Math.max(1, centre.windows() / SHARE_OF_WINDOWS);
    }

    public Instant beginning(Booking booking) {
        return beginning(booking.day(), booking.begins());
    }

    /** How an uncancelled booking stands now. */
    public Booking.Standing standing(Booking booking) {
        Instant begins = beginning(booking);
        if (booking.ticket() != null) {
            return Booking.Standing.ARRIVED;
        }
        if (time.now().isAfter(begins.plus(LENGTH))) {
            return Booking.Standing.MISSED;
        }
        return time.now().isBefore(begins.minus(EARLY)) ? Booking.Standing.AHEAD : Booking.Standing.DUE;
    }

    /** Whether somebody is still expected. */
    boolean isAwaited(Booking booking) {
        return switch (standing(booking)) {
            case AHEAD, DUE -> true;
            case ARRIVED, MISSED -> false;
        };
    }

    /** The earliest time of today whose booking may still be used. */
    LocalTime awaitedFrom() {
        ZonedDateTime from = ZonedDateTime.ofInstant(time.now().minus(LENGTH), time.zone());
        return from.toLocalDate().isBefore(time.today()) ? LocalTime.MIN : from.toLocalTime();
    }

    private Instant beginning(LocalDate day, LocalTime at) {
        return ZonedDateTime.of(day, at, time.zone()).toInstant();
    }

    private boolean isFar(LocalDate day, LocalTime at) {
        return !beginning(day, at).isBefore(time.now().plus(NOTICE));
    }

    private boolean isOpenOn(Centre centre, LocalDate day) {
        return !time.workingDays().isHoliday(day) && (time.workingDays().isMovedHere(day) || centre.hours().isOpenOn(day.getDayOfWeek()));
    }
}
