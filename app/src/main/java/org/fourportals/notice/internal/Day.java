package org.fourportals.notice.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.fourportals.base.Text;

/** A legal day in words. */
public final class Day {

    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Day() {
    }

    public static Text of(LocalDate day) {
        return new Text(day.format(ZH), day.format(EN));
    }
}
