package org.fourportals.sharing.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.fourportals.pool.DataSet;
import org.fourportals.pool.Field;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.Value;
import org.fourportals.pool.identifier.CreditCode;
import org.fourportals.pool.identifier.ResidentId;
import org.jspecify.annotations.Nullable;

/**
 * Whether something speaks against a value: the check character of a resident id or credit code, a code that is not on the list, a day that cannot be.
 * Types were held against the schema when the record came in; lists and calendars move on since.
 */
final class Plausibility {

    private static final int LONG_NUMBER = 18;

    /** Days of what has happened already, by the beginnings of their names. */
    private static final List<String> PAST = List.of("birth", "death", "issue", "first", "award", "taken", "judgment", "cremation", "accident", "violation",
            "graduation", "vaccinationDate", "injury", "fire");
    private static final List<String> BEGINS = List.of("validFrom", "fromDate", "startDate", "issueDate", "issuedDate", "arrivalDate", "acceptedDate");
    private static final Set<String> ENDS = Set.of("validUntil", "expiryDate", "untilDate", "endDate", "departureDate", "contractUntil", "agreementUntil");

    private Plausibility() {
    }

    /** @param today the last day that has begun anywhere in the city */
    static boolean isWrong(DataSet dataSet, Field field, Value value, PoolRecord record, LocalDate today) {
        return switch (field.type()) {
            case ID -> value instanceof Value.Text(String number) && isWrongNumber(field.name(), number);
            case CODE -> value instanceof Value.Text(String code) && !field.codes().isEmpty() && !field.codes().contains(code);
            case DATE -> value instanceof Value.Day(LocalDate day) && isWrongDay(dataSet, field.name(), day, record, today);
            case DATETIME -> value instanceof Value.Moment(Instant moment) && isPast(field.name())
                    && moment.isAfter(today.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
            case TEXT, INTEGER, DECIMAL, MONEY, BOOLEAN, IMAGE -> false;
        };
    }

    /** Other numbers, such as those of passports, have no check character that we know. */
    private static boolean isWrongNumber(String name, String number) {
        if (name.equals("residentId")) {
            return ResidentId.fault(number).isPresent();
        }
        if (name.endsWith("reditCode")) {
            return CreditCode.fault(number).isPresent();
        }
        return name.endsWith("Id") && number.length() == LONG_NUMBER && ResidentId.fault(number).isPresent() && CreditCode.fault(number).isPresent();
    }

    private static boolean isWrongDay(DataSet dataSet, String name, LocalDate day, PoolRecord record, LocalDate today) {
        if (isPast(name) && day.isAfter(today)) {
            return true;
        }
        if (ENDS.contains(name)) {
            return BEGINS.stream().map(begin -> day(record, begin)).anyMatch(begin -> begin != null && day.isBefore(begin));
        }
        return name.equals("birthDate") && dataSet.mainKey().name().equals("residentId") && record.fields().get("residentId") instanceof Value.Text(String number)
                && ResidentId.fault(number).isEmpty() && !ResidentId.of(number).birthDate().equals(day);
    }

    private static boolean isPast(String name) {
        return PAST.stream().anyMatch(name::startsWith);
    }

    private static @Nullable LocalDate day(PoolRecord record, String field) {
        return record.fields().get(field) instanceof Value.Day(LocalDate day) ? day : null;
    }
}
