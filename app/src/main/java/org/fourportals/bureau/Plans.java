package org.fourportals.bureau;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.fourportals.base.CityTime;
import org.fourportals.bureau.internal.PlanStore;
import org.fourportals.bureau.internal.Precedents;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.sharing.Grants;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The yearly plans, and how far departments are with what they promised: seen in the grants and in the affairs' files, not reported by anybody. */
@Component
public class Plans {

    private final PlanStore store;
    private final Grants grants;
    private final Catalogue catalogue;
    private final CityTime time;

    Plans(PlanStore store, Grants grants, Catalogue catalogue, CityTime time) {
        this.store = store;
        this.grants = grants;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** A department against the plan: what it promised by now and later, what is done in time and late, what is late and still open, and whom all that is done spares. */
    public record Evaluation(String department, int promised, int done, int doneLate, int late, long people) {
    }

    /** Those for which there is a plan, the newest first. */
    public List<Integer> listYears() {
        return store.listYears();
    }

    /** Of a year, by quarter and department. */
    public List<PlanLine> list(int year) {
        return store.list(year);
    }

    public Optional<PlanLine> find(UUID id) {
        return store.find(id);
    }

    /** Who promised this already, of any year. */
    public Optional<PlanLine> find(Saving.Line line) {
        return store.find(line);
    }

    /** Whoever is furthest behind first. */
    public List<Evaluation> evaluate(int year) {
        Map<String, List<PlanLine>> byDepartment = new TreeMap<>();
        list(year).forEach(line -> byDepartment.computeIfAbsent(line.department(), d -> new ArrayList<>()).add(line));
        return byDepartment.entrySet().stream().map(each -> evaluation(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(Evaluation::late).reversed().thenComparing(Evaluation::department)).toList();
    }

    private Evaluation evaluation(String department, List<PlanLine> lines) {
        return new Evaluation(department, lines.size(), count(lines, PlanLine.State.DONE), count(lines, PlanLine.State.DONE_LATE), count(lines, PlanLine.State.LATE),
                lines.stream().filter(line -> line.readOn() != null).mapToLong(PlanLine::people).sum());
    }

    private int count(List<PlanLine> lines, PlanLine.State state) {
        return (int) lines.stream().filter(line -> line.state(time.today()) == state).count();
    }

    /** Notes the day on which a promise is seen kept, and takes it back where it is no longer so. */
    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void lookAfter() {
        LocalDate today = time.today();
        for (PlanLine line : store.listAll()) {
            boolean granted = !grants.list(line.line().affair(), line.line().dataset()).isEmpty();
            boolean read = isRead(line.line());
            if (granted != (line.grantedOn() != null) || read != (line.readOn() != null)) {
                store.note(line.id(), granted ? earlier(line.grantedOn(), today) : null, read ? earlier(line.readOn(), today) : null);
            }
        }
    }

    private static LocalDate earlier(@Nullable LocalDate known, LocalDate today) {
        return known == null ? today : known;
    }

    /** Whether the record satisfies the requirement now. */
    private boolean isRead(Saving.Line line) {
        return catalogue.findPlan(line.affair()).stream().flatMap(plan -> plan.requirements().stream()).filter(each -> each.id().equals(line.requirement()))
                .anyMatch(each -> Precedents.isSatisfiedBy(each, line.dataset()));
    }
}
