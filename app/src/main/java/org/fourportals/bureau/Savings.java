package org.fourportals.bureau;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.fourportals.base.CityTime;
import org.fourportals.bureau.internal.Precedents;
import org.fourportals.bureau.internal.SavingStore;
import org.fourportals.casework.LastYear;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Requirement;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.Share;
import org.fourportals.circumstances.Which;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Works out every day which data set it would be best to share next for which affair; nobody waits for it. */
@Component
public class Savings {

    private static final Duration DAY = Duration.ofDays(1);

    private final Catalogue catalogue;
    private final LastYear lastYear;
    private final SavingStore store;
    private final CityTime time;

    Savings(Catalogue catalogue, LastYear lastYear, SavingStore store, CityTime time) {
        this.catalogue = catalogue;
        this.lastYear = lastYear;
        this.store = store;
        this.time = time;
    }

    /** What would spare most people first; empty if never worked out. */
    public List<Saving> list() {
        return store.list();
    }

    public Optional<Saving> find(Saving.Line line) {
        return store.find(line);
    }

    /** Data sets which no affair's file reads. */
    public List<SharedDataset> listUnread() {
        Set<String> read = new HashSet<>();
        plans().forEach(plan -> read.addAll(catalogue.reads(plan).keySet()));
        return catalogue.datasets().stream().filter(dataset -> !read.contains(dataset.id())).toList();
    }

    @Scheduled(initialDelay = 1, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    void keepUp() {
        if (store.findNewestAt().orElse(Instant.MIN).isBefore(time.now().minus(DAY))) {
            workOut();
        }
    }

    /** Takes seconds, and longer the more cases there were. */
    void workOut() {
        var precedents = new Precedents(plans().toList());
        List<Saving> found = new ArrayList<>();
        plans().forEach(plan -> found.addAll(of(plan, precedents)));
        store.replace(found);
    }

    private Stream<AffairPlan> plans() {
        return catalogue.affairs().stream().map(Affair::id).map(catalogue::findPlan).flatMap(Optional::stream);
    }

    private List<Saving> of(AffairPlan plan, Precedents precedents) {
        List<Saving> found = new ArrayList<>();
        List<Requirement> brought = plan.requirements().stream().filter(Precedents::isBrought).filter(each -> !precedents.of(String.valueOf(each.document())).isEmpty()).toList();
        if (brought.isEmpty()) {
            return found;
        }
        LastYear.Needed needed = lastYear.needed(plan);
        for (Requirement requirement : brought) {
            String document = String.valueOf(requirement.document());
            Share share = plan.rules().share(new Which.Met(Section.REQUIREMENT, requirement.id()));
            precedents.of(document).forEach((dataset, affairs) -> found.add(new Saving(new Saving.Line(plan.affair().id(), requirement.id(), dataset), document,
                    affairs, plan.affair().sharedDatasets().contains(dataset), share, needed.cases(), needed.examined(), needed.estimate(requirement.id()), time.now())));
        }
        return found;
    }
}
