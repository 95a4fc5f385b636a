package org.fourportals.benchmarks.casework;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.fourportals.benchmarks.Figure;
import org.fourportals.benchmarks.Results;

/** What the city's past costs: whole cases a second beside few closed cases and beside many. */
final class ClosedCases {

    private static final int FEW = 10_000;
    private static final int CLIENTS = 4;
    private static final int TURNS = 3;
    private static final int MOST_A_SECOND = 900;

    private final City city;
    private final Renewals renewals;
    private final Contestant own;
    private final HikariDataSource server;
    private final Results results;

    ClosedCases(City city, Renewals renewals, Contestant own, HikariDataSource server, Results results) {
        this.city = city;
        this.renewals = renewals;
        this.own = own;
        this.server = server;
        this.results = results;
    }

    void measure(long many, Duration length) throws Exception {
        city.sql().sql("delete from casework.leases where staff like 'bench-clerk-%'").update();
        city.sql().sql("delete from casework.cases where number like 'SUBMITTED%'").update();
        city.sql().sql("vacuum analyze casework.cases").update();
        NextCalls.fill(city, FEW, "GRANTED");
        double few = rate(length);
        results.say("Filling in " + many + " closed cases");
        city.sql().sql("delete from casework.cases where number like 'GRANTED%'").update();
        NextCalls.fill(city, many, "GRANTED");
        double lots = rate(length);
        results.add(Figure.of("whole-cases-per-second.closed-" + FEW, few, "cases/s"));
        results.add(Figure.of("whole-cases-per-second.closed-" + many, lots, "cases/s"));
        results.add(Figure.of("cost-beside-closed", few / lots, "ratio"));
    }

    private double rate(Duration length) throws Exception {
        city.sql().sql("checkpoint").update();
        Turn all = Turn.none();
        for (int turn = 0; turn < TURNS; turn++) {
            renewals.prepare((int) (MOST_A_SECOND * length.toSeconds()));
            all = all.plus(Turn.take(own, CLIENTS, length, server));
        }
        return all.perSecond();
    }
}
