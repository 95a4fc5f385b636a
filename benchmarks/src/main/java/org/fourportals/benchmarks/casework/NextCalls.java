package org.fourportals.benchmarks.casework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.benchmarks.Figure;
import org.fourportals.benchmarks.Results;
import org.fourportals.casework.NextCase;
import org.fourportals.desk.Desk;

/** `next` by every clerk of the city once, at a steady rate, over many open cases; each time counts from when the call was due. */
final class NextCalls {

    private static final int CLERKS = 6_000;
    private static final int A_SECOND = 100;

    private final City city;
    private final Results results;

    NextCalls(City city, Results results) {
        this.city = city;
        this.results = results;
    }

    private record Called(UUID given, long nanos) {
    }

    void measure(long open) throws Exception {
        results.say("Filling in " + open + " open cases");
        fill(city, open, "SUBMITTED");
        Desk desk = city.get(Desk.class);
        NextCase next = city.get(NextCase.class);
        for (int warm = 0; warm < 2 * A_SECOND; warm++) {
            desk.perform(clerk(CLERKS + warm), next, new NextCase.Request());
        }
        List<Future<Called>> calls = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.nanoTime();
            for (int clerk = 0; clerk < CLERKS; clerk++) {
                long due = begun + clerk * (TimeUnit.SECONDS.toNanos(1) / A_SECOND);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                Actor asks = clerk(clerk);
                Callable<Called> call = () -> {
                    var answer = (NextCase.Given) desk.perform(asks, next, new NextCase.Request());
                    return new Called(answer.caseId(), System.nanoTime() - due);
                };
                calls.add(threads.submit(call));
            }
        }
        List<Long> times = new ArrayList<>();
        Set<UUID> given = new HashSet<>();
        for (Future<Called> call : calls) {
            times.add(call.get().nanos());
            given.add(call.get().given());
        }
        if (given.size() != CLERKS) {
            throw new IllegalStateException(CLERKS - given.size() + " clerks got a case that somebody else had");
        }
        results.add(Figure.of("next-p99-millis", Percentile.millis(times, 0.99), "ms"));
        results.add(Figure.of("next-p50-millis", Percentile.millis(times, 0.5), "ms"));
    }

    /** Cases of many affairs and days in that state; what they hold is short, for nobody opens it. */
    static void fill(City city, long count, String state) {
        city.sql().sql("""
                insert into casework.cases (id, number, affair, affair_version, state, sealed_for, subject, applicant, portal, content, stage, created_at, updated_at,
                    submitted_at, deadline)
                select gen_random_uuid(), :state || n, c.affair, c.affair_version, :state, c.sealed_for, c.subject, c.applicant, c.portal, substr(c.content, 1, 200), -1,
                    now() - n % 1000 * interval '1 hour', now(), now() - n % 1000 * interval '1 hour', current_date + (n % 40)::int
                from generate_series(1, :count) n, (select * from casework.cases where affair = 'food-business-licence' limit 1) c
                """).param("state", state).param("count", count).update();
        city.sql().sql("analyze casework.cases").update();
    }

    private static Actor clerk(int number) {
        return new Actor.Staff("bench-clerk-" + number, new Text("窗口", "Clerk"), Set.of(Role.CLERK), "township-offices", "xihu", Portal.COUNTER, null);
    }
}
