package org.fourportals.catalogue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.fourportals.base.CityTime;
import org.fourportals.base.Folders;
import org.fourportals.base.Text;
import org.fourportals.catalogue.AffairPlan.Evidence;
import org.fourportals.catalogue.AffairPlan.Known;
import org.fourportals.catalogue.AffairPlan.Requirement;
import org.fourportals.catalogue.CatalogueReader.Reading;
import org.fourportals.catalogue.events.AffairPublished;
import org.fourportals.catalogue.internal.VersionStore;
import org.fourportals.circumstances.Counts;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.Share;
import org.fourportals.circumstances.Which;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * The published catalogue. Affairs are listed in the order of the city's list; 408 are described, those written out have a plan. The files
 * are published as a whole or not at all; over them stand the editions which editors put in force from a day on. Every text that was ever in
 * force is kept, since cases are pinned to it.
 */
@Service
public final class Catalogue {

    private final Path folder;
    private final VersionStore versions;
    private final Map<Pin, AffairPlan> superseded = new ConcurrentHashMap<>();
    private final InForce inForce;

    private record Pin(String affair, String version) {
    }

    /** A data set that a department holds and shares. `fields` are name to type, the main key first. */
    public record SharedDataset(String id, String department, Text name, String subject, SequencedMap<String, String> fields,
            long recordsOrder, String sensitivity) {
    }

    /** Exact counts over all circumstances of an affair, and the size of the diagram that proves them. */
    public record Proofs(BigInteger circumstances, BigInteger accepted, BigInteger refused, int nodes) {

        /** Which share of the circumstances ends in a refusal, from 0 to 1. */
        public double refusedShare() {
            return new Share(refused, circumstances).value();
        }
    }

    @Autowired
    Catalogue(Folders folders, VersionStore versions, CityTime time, ApplicationEventPublisher events) {
        this(folders.catalogue(), versions, time::today, events::publishEvent);
    }

    /** Publishes the folder; throws {@link CatalogueRefused} if anything in it is wrong. */
    public Catalogue(Path folder, VersionStore versions) {
        this(folder, versions, versions::today, event -> {
        });
    }

    /** As above, with the day that decides which edition is in force, and who is told when another one is. */
    public Catalogue(Path folder, VersionStore versions, Supplier<LocalDate> today, Consumer<AffairPublished> listeners) {
        this.folder = folder;
        this.versions = versions;
        Reading files = sound(CatalogueReader.read(folder));
        keep(files);
        this.inForce = new InForce(files, versions, today, listeners);
    }

    private static Reading sound(Reading reading) {
        if (!reading.problems().isEmpty()) {
            throw new CatalogueRefused(reading.problems());
        }
        return reading;
    }

    private void keep(Reading reading) {
        reading.plans().forEach((id, plan) -> versions.keep(id, plan.version(), reading.texts().get(id)));
    }

    /** Reads the files again and puts them in force if they are sound as a whole; else all stays as it is. */
    public synchronized Publication publish() {
        Reading reading = CatalogueReader.read(folder);
        if (!reading.problems().isEmpty()) {
            return new Publication.Withheld(reading.problems());
        }
        keep(reading);
        return new Publication.Published(inForce.replace(reading));
    }

    /** Puts in force what was published meanwhile, here or on another node; costs little where nothing was. */
    @Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    public void refresh() {
        inForce.renew();
    }

    private Reading published() {
        return inForce.reading();
    }

    /** The reference data that the files of affairs speak of. */
    public City city() {
        return published().city();
    }

    /** The text of the file in force; empty where the affair is only described. */
    public Optional<String> findText(String affair) {
        return Optional.ofNullable(published().texts().get(affair));
    }

    public List<Affair> affairs() {
        return List.copyOf(published().city().affairs().values());
    }

    /** The ids of the affairs that the city names first. */
    public List<String> popular() {
        return published().city().popular();
    }

    public Optional<Affair> findAffair(String id) {
        return Optional.ofNullable(published().city().affairs().get(id));
    }

    public List<Department> departments() {
        return List.copyOf(published().city().departments().values());
    }

    /** Throws {@link IllegalArgumentException} if there is none. */
    public Department department(String id) {
        return Optional.ofNullable(published().city().departments().get(id))
                .orElseThrow(() -> new IllegalArgumentException("No department is called " + id));
    }

    public List<LifeEvent> lifeEvents() {
        return List.copyOf(published().city().lifeEvents().values());
    }

    /** The published plan; empty where the affair is only described. */
    public Optional<AffairPlan> findPlan(String affair) {
        return Optional.ofNullable(published().plans().get(affair));
    }

    /** The plan a case is pinned to, published or superseded; throws {@link IllegalArgumentException} if there never was one. */
    public AffairPlan plan(String affair, String version) {
        return findPlan(affair).filter(plan -> plan.version().equals(version))
                .orElseGet(() -> superseded.computeIfAbsent(new Pin(affair, version), this::compile));
    }

    private AffairPlan compile(Pin pin) {
        String text = versions.find(pin.affair(), pin.version())
                .orElseThrow(() -> new IllegalArgumentException("No version " + pin.version() + " of " + pin.affair() + " was ever published"));
        return InForce.compile(city(), pin.affair(), pin.version(), text);
    }

    /** The labels of a data set's code, if codes.yaml gives it any. */
    public Optional<Text> codeLabel(String dataset, String field, String code) {
        return Optional.ofNullable(published().city().codes(dataset, field).get(code));
    }

    /** The data set's declared fields, names and owner (a row of datasets.tsv). */
    public Optional<SharedDataset> findDataset(String id) {
        return Optional.ofNullable(published().city().datasets().get(id));
    }

    public List<SharedDataset> datasets() {
        return List.copyOf(published().city().datasets().values());
    }

    /** What one affair's file needs to read of the pool: data set to fields. Evidence needs the whole record. */
    public Map<String, Set<String>> reads(AffairPlan plan) {
        Map<String, Set<String>> reads = new LinkedHashMap<>();
        plan.questions().forEach(question -> question.known().forEach(known -> add(reads, known)));
        for (Requirement requirement : plan.requirements()) {
            for (Evidence evidence : requirement.evidence()) {
                if (evidence instanceof Evidence.Pool pool) {
                    findDataset(pool.dataset()).ifPresent(d -> fields(reads, d.id()).addAll(d.fields().keySet()));
                }
            }
        }
        plan.fields().stream().flatMap(field -> Optional.ofNullable(field.fill()).stream())
                .forEach(fill -> fields(reads, fill.dataset()).add(fill.field()));
        return reads;
    }

    private void add(Map<String, Set<String>> reads, Known known) {
        Set<String> fields = fields(reads, known.dataset());
        findDataset(known.dataset()).ifPresent(d -> fields.add(d.fields().firstEntry().getKey()));
        if (known.where() != null) {
            fields.addAll(known.where().condition().names());
        }
        if (known.field() != null) {
            fields.add(known.field());
        }
    }

    private static Set<String> fields(Map<String, Set<String>> reads, String dataset) {
        return reads.computeIfAbsent(dataset, id -> new LinkedHashSet<>());
    }

    /** For editors: what the engine counted and proved of the published plan; null where there is none. */
    public @Nullable Proofs proofs(String affair) {
        return findPlan(affair).map(Catalogue::proofs).orElse(null);
    }

    /**
     * The exact share of the accepted circumstances in which nobody has to hand in a document: each requirement is met by the pool, where it
     * knows what it should, or by one's word.
     */
    public static Share zeroUpload(AffairPlan plan) {
        return without(plan, requirement -> requirement.evidence().stream()
                .noneMatch(e -> e instanceof Evidence.Pool || e instanceof Evidence.Declaration));
    }

    /** The exact share of the accepted circumstances that can be finished without a window. */
    public static Share zeroWindow(AffairPlan plan) {
        List<Which> window = new ArrayList<>();
        for (Requirement requirement : plan.requirements()) {
            if (requirement.needsWindow()) {
                window.add(new Which.Met(Section.REQUIREMENT, requirement.id()));
            }
        }
        for (AffairPlan.Stage stage : plan.procedure().stages()) {
            if (stage.kind() == AffairPlan.StageKind.ATTEND) {
                window.add(stage.when() == null ? new Which.AllOf(List.of()) : new Which.Met(Section.OTHER, stage.when()));
            }
        }
        return plan.rules().share(new Which.NoneOf(window));
    }

    private static Share without(AffairPlan plan, Predicate<Requirement> kind) {
        return plan.rules().share(Which.none(Section.REQUIREMENT, plan.requirements().stream().filter(kind).map(Requirement::id).toList()));
    }

    /** What the engine counted and proved of a plan. */
    public static Proofs proofs(AffairPlan plan) {
        Counts counts = plan.rules().counts();
        return new Proofs(counts.circumstances(), counts.accepted(), counts.refused(), counts.nodes());
    }
}
