package org.fourportals.portal.kit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** One event of a case on its timeline: when, what, more about it, and by whom. */
public record Moment(Instant at, String title, @Nullable String detail, @Nullable String by, Tag.Tone tone) {

    public static Moment of(Instant at, String title) {
        return new Moment(at, title, null, null, Tag.Tone.QUIET);
    }

    public Moment detail(@Nullable String detail) {
        return new Moment(at, title, detail, by, tone);
    }

    public Moment by(@Nullable String by) {
        return new Moment(at, title, detail, by, tone);
    }

    public Moment tone(Tag.Tone tone) {
        return new Moment(at, title, detail, by, tone);
    }
}
