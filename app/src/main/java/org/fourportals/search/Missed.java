package org.fourportals.search;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.CityTime;
import org.fourportals.base.Language;
import org.fourportals.base.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What people looked for and did not find, so that an editor can mend it. Kept without who asked, without numbers and mail addresses, for ninety
 * days, and never more than {@link #MOST} different ones.
 */
@Component
public class Missed {

    static final int MOST = 5_000;
    static final Duration KEPT = Duration.ofDays(90);

    private static final int LONGEST = 160;

    private final JdbcClient jdbc;
    private final CityTime time;

    Missed(JdbcClient jdbc, CityTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Where it was asked, and what came of it. */
    public enum Source { SEARCH, ASSISTANT_UNSURE, ASSISTANT_POOR }

    /** Something that was asked `times` times in vain. */
    public record Entry(UUID id, String text, Language language, Source source, int times, Instant lastAt) {
    }

    /** Notes that this was asked in vain; nothing is kept of a text without letters. */
    public void note(String typed, Language language, Source source) {
        String text = masked(typed);
        if (text.codePoints().noneMatch(Character::isLetter)) {
            return;
        }
        var now = time.now().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                insert into search.missed (id, text, language, source, times, first_at, last_at)
                select :id, :text, :language, :source, 1, :now, :now
                where (select count(*) from search.missed) < :most or exists (select from search.missed where text = :text and language = :language and source = :source)
                on conflict (text, language, source) do update set times = search.missed.times + 1, last_at = excluded.last_at
                """).param("id", Uuid7.next(time.clock())).param("text", text).param("language", language.tag().substring(0, 2))
                .param("source", source.name()).param("now", now).param("most", MOST).update();
    }

    /** One line of at most 160 characters, without long numbers, mail addresses and control characters. */
    public static String masked(String typed) {
        String head = typed.length() > LONGEST * 4 ? typed.substring(0, LONGEST * 4) : typed;
        String plain = java.text.Normalizer.normalize(head, java.text.Normalizer.Form.NFKC).replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        String without = plain.replaceAll("\\S+@\\S+", "@").replaceAll("[0-9A-Za-z]*\\d{4,}[0-9A-Za-z]*", "#");
        return without.codePointCount(0, without.length()) <= LONGEST ? without : without.substring(0, without.offsetByCodePoints(0, LONGEST));
    }

    /** Those nobody has dealt with, most often asked first. */
    public List<Entry> list(int limit) {
        return jdbc.sql("""
                select id, text, language, source, times, last_at from search.missed where set_aside_by is null order by times desc, last_at desc limit :limit
                """).param("limit", limit).query((row, number) -> new Entry(row.getObject("id", UUID.class), row.getString("text"),
                Language.of(row.getString("language")), Source.valueOf(row.getString("source")), row.getInt("times"), row.getTimestamp("last_at").toInstant())).list();
    }

    /** How many nobody has dealt with. */
    public long count() {
        return jdbc.sql("select count(*) from search.missed where set_aside_by is null").query(Long.class).single();
    }

    public Optional<Entry> find(UUID id) {
        return list(MOST).stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** Sets it aside wherever it was asked; whether there was one. */
    boolean setAside(UUID id, String by) {
        return jdbc.sql("""
                update search.missed set set_aside_by = :by where set_aside_by is null
                and (text, language) = (select text, language from search.missed where id = :id and set_aside_by is null)
                """).param("by", by).param("id", id).update() > 0;
    }

    @Scheduled(cron = "0 40 3 * * *")
    void forget() {
        jdbc.sql("delete from search.missed where last_at < :before").param("before", time.now().minus(KEPT).atOffset(ZoneOffset.UTC)).update();
    }
}
