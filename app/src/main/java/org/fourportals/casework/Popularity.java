package org.fourportals.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.fourportals.base.CityTime;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which affairs people really use: those handed in most in the last ninety days, then those the city names first. Counted anew every ten minutes. */
@Component
public class Popularity {

    private static final Duration WINDOW = Duration.ofDays(90);
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final CityTime time;
    private final AtomicReference<Counted> last = new AtomicReference<>(new Counted(Instant.MIN, List.of()));

    Popularity(JdbcClient jdbc, Catalogue catalogue, CityTime time) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.time = time;
    }

    private record Counted(Instant at, List<String> affairs) {
    }

    /** At most so many affairs that can be settled here, the most used first. */
    public List<Affair> list(int limit) {
        Set<String> ids = new LinkedHashSet<>(used());
        ids.addAll(catalogue.popular());
        catalogue.affairs().forEach(affair -> ids.add(affair.id()));
        return ids.stream().filter(id -> catalogue.findPlan(id).isPresent()).limit(limit).map(id -> catalogue.findAffair(id).orElseThrow()).toList();
    }

    private List<String> used() {
        Counted counted = last.get();
        Instant now = time.now();
        if (counted.at().isAfter(now.minus(KEPT))) {
            return counted.affairs();
        }
        List<String> affairs = jdbc.sql("""
                select affair from casework.cases where submitted_at > :since group by affair order by count(*) desc, affair limit 50
                """).param("since", now.minus(WINDOW).atOffset(ZoneOffset.UTC)).query(String.class).list();
        last.set(new Counted(now, affairs));
        return affairs;
    }
}
