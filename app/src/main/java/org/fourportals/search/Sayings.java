package org.fourportals.search;

import java.time.ZoneOffset;
import java.util.List;

import org.fourportals.base.CityTime;
import org.fourportals.base.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What editors made of queries that found nothing: each is a way to say an affair, and a test that it is found so. */
@Component
public class Sayings {

    private final JdbcClient jdbc;
    private final CityTime time;

    Sayings(JdbcClient jdbc, CityTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** A query and the affair that it must find first. */
    public record Saying(String affair, Language language, String text) {
    }

    public List<Saying> list() {
        return jdbc.sql("select affair, language, text from search.sayings order by added_at, text")
                .query((row, number) -> new Saying(row.getString("affair"), Language.of(row.getString("language")), row.getString("text"))).list();
    }

    void add(Saying saying, String by) {
        jdbc.sql("""
                insert into search.sayings (affair, language, text, added_by, added_at) values (:affair, :language, :text, :by, :at)
                on conflict (language, text) do update set affair = excluded.affair, added_by = excluded.added_by, added_at = excluded.added_at
                """).param("affair", saying.affair()).param("language", saying.language().tag().substring(0, 2)).param("text", saying.text())
                .param("by", by).param("at", time.now().atOffset(ZoneOffset.UTC)).update();
    }
}
