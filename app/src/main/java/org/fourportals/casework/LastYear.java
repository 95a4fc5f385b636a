package org.fourportals.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cases handed in during the last year, as numbers for those who edit the catalogue: how many an affair had, and how many people a new text
 * of it would have touched. Opens what cases hold, but tells nobody anything of a single one.
 */
@Component
public class LastYear {

    /** So many cases, the newest, are looked at to find out what a new text touches. */
    static final int MOST = 2_000;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final CaseStore store;
    private final Interview interview;
    private final CityTime time;
    private final AtomicReference<Volumes> last = new AtomicReference<>(new Volumes(Instant.MIN, Map.of()));

    LastYear(JdbcClient jdbc, CaseStore store, Interview interview, CityTime time) {
        this.jdbc = jdbc;
        this.store = store;
        this.interview = interview;
        this.time = time;
    }

    private record Volumes(Instant at, Map<String, Long> byAffair) {
    }

    private record Volume(String affair, long cases) {
    }

    /**
     * What a new text would have changed.
     *
     * @param cases    handed in during the year
     * @param examined how many of them were looked at, the newest
     * @param changed  of those, how many would have had another checklist or another end
     * @param people   whose cases these are, each counted once
     * @param asked    of those examined, how many would have been asked something that nobody asked them
     */
    public record Touched(long cases, int examined, int changed, int people, int asked) {
    }

    /** How many cases an affair had; counted anew every ten minutes. */
    public long volume(String affair) {
        return volumes().getOrDefault(affair, 0L);
    }

    private Map<String, Long> volumes() {
        Volumes counted = last.get();
        Instant now = time.now();
        if (counted.at().isAfter(now.minus(KEPT))) {
            return counted.byAffair();
        }
        Map<String, Long> volumes = jdbc.sql("select affair, count(*) as cases from casework.cases where submitted_at > :since group by affair")
                .param("since", since().atOffset(ZoneOffset.UTC)).query(Volume.class).list().stream().collect(Collectors.toMap(Volume::affair, Volume::cases));
        last.set(new Volumes(now, volumes));
        return volumes;
    }

    private Instant since() {
        return time.now().minus(YEAR);
    }

    /** Leads the newest cases through both texts, each as of the day it was handed in. */
    public Touched touched(AffairPlan before, AffairPlan after) {
        List<Case> cases = store.listSubmitted(before.affair().id(), since(), MOST);
        Set<Subject> people = new HashSet<>();
        int changed = 0;
        int asked = 0;
        for (Case one : cases) {
            LocalDate day = time.dayOf(Objects.requireNonNull(one.submittedAt()));
            Standing was = standing(before, one, day);
            Standing would = standing(after, one, day);
            if (would instanceof Standing.Asking && !(was instanceof Standing.Asking)) {
                asked++;
            } else if (!outcome(was).equals(outcome(would))) {
                changed++;
                people.add(Objects.requireNonNull(one.applicant()));
            }
        }
        long all = cases.size() < MOST ? cases.size() : jdbc.sql("select count(*) from casework.cases where affair = :affair and submitted_at > :since")
                .param("affair", before.affair().id()).param("since", since().atOffset(ZoneOffset.UTC)).query(Long.class).single();
        return new Touched(all, cases.size(), changed, people.size(), asked);
    }

    /**
     * Who had to satisfy what.
     *
     * @param cases    handed in during the year
     * @param examined how many of them were looked at, the newest
     * @param people   by requirement: in whose examined cases it was on the checklist, each counted once
     */
    public record Needed(long cases, int examined, Map<String, Integer> people) {

        /** Of the whole year, if those that were not looked at are like the others. */
        public long estimate(String requirement) {
            return examined == 0 ? 0 : Math.round((double) people.getOrDefault(requirement, 0) * cases / examined);
        }
    }

    /** Leads the newest cases of an affair through its text, each as of the day it was handed in. */
    public Needed needed(AffairPlan plan) {
        long all = volume(plan.affair().id());
        List<Case> cases = all == 0 ? List.of() : store.listSubmitted(plan.affair().id(), since(), MOST);
        Map<String, Set<Subject>> people = new HashMap<>();
        for (Case one : cases) {
            if (standing(plan, one, time.dayOf(Objects.requireNonNull(one.submittedAt()))) instanceof Standing.Listed(var _, List<String> requirements)) {
                requirements.forEach(id -> people.computeIfAbsent(id, i -> new HashSet<>()).add(Objects.requireNonNull(one.applicant())));
            }
        }
        return new Needed(Math.max(all, cases.size()), cases.size(), people.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().size())));
    }

    private Standing standing(AffairPlan plan, Case one, LocalDate day) {
        Facts facts = interview.facts(plan, one.content());
        for (String invalid : plan.rules().invalid(facts).keySet()) {
            facts = facts.without(invalid);
        }
        return plan.rules().standing(facts, day);
    }

    /** What somebody would notice; not by which of several grounds. */
    private static Object outcome(Standing standing) {
        return switch (standing) {
            case Standing.Listed(var _, List<String> requirements) -> Set.copyOf(requirements);
            case Standing.Refused(List<String> refusals) -> List.of("refused", Set.copyOf(refusals));
            case Standing.Asking _ -> "asking";
            case Standing.Impossible _ -> "impossible";
        };
    }
}
