package org.fourportals.portal.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.fourportals.centre.Booking;
import org.fourportals.centre.BookingRules;

/** A booking as calendar programs read it (RFC 5545): moments in UTC, lines of at most 75 bytes, an alarm two hours before. */
final class VisitEvent {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE = 75;

    private VisitEvent() {
    }

    static String of(Booking booking, Instant begins, String title, String place) {
        StringBuilder text = new StringBuilder();
        for (String line : new String[] {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Four Portals//Bookings//EN", "BEGIN:VEVENT",
            "UID:" + booking.id() + "@fourportals", "DTSTAMP:" + UTC.format(booking.bookedAt()), "DTSTART:" + UTC.format(begins),
            "DTEND:" + UTC.format(begins.plus(BookingRules.LENGTH)), "SUMMARY:" + escaped(title), "LOCATION:" + escaped(place),
            "DESCRIPTION:" + booking.code(), "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + escaped(title), "TRIGGER:-PT2H", "END:VALARM",
            "END:VEVENT", "END:VCALENDAR"}) {
            fold(line, text);
        }
        return text.toString();
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "").replace("\n", "\\n");
    }

    private static void fold(String line, StringBuilder text) {
        int bytes = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            String character = Character.toString(line.codePointAt(at));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LINE) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(character);
            bytes += size;
        }
        text.append("\r\n");
    }
}
