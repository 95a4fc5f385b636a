package org.fourportals.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.fourportals.base.CityTime;
import org.fourportals.catalogue.CatalogueReader.PlanReading;
import org.fourportals.catalogue.internal.DraftStore;
import org.fourportals.catalogue.internal.EditionStore;
import org.fourportals.catalogue.internal.VersionStore;
import org.springframework.stereotype.Service;

/**
 * What editors see of the catalogue beside what is in force: drafts, editions still to come, the history, and what is wrong with a text. It
 * changes nothing; {@link SaveDraft}, {@link PublishDraft}, {@link RollBack} and their like do.
 */
@Service
public final class Editions {

    /** An affair's file has about 30,000 characters. */
    public static final int MOST = 400_000;
    private static final int SAVES = 30;

    private final Catalogue catalogue;
    private final DraftStore drafts;
    private final EditionStore editions;
    private final VersionStore versions;
    private final CityTime time;

    Editions(Catalogue catalogue, DraftStore drafts, EditionStore editions, VersionStore versions, CityTime time) {
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.editions = editions;
        this.versions = versions;
        this.time = time;
    }

    /** A text that was once published: by an edition, or as a file of the city. */
    public record Kept(String version, Instant since, boolean inForce) {
    }

    public Optional<AffairDraft> findDraft(String affair) {
        return drafts.find(affair);
    }

    public List<AffairDraft> listDrafts() {
        return drafts.list();
    }

    /** The last thirty texts saved of an affair's drafts, also those that a later one replaced, the newest first. */
    public List<AffairDraft> listSaves(String affair) {
        return drafts.listSaves(affair, SAVES);
    }

    /** The revision a save has to name: it grows with every save, publication and dismissal. */
    public int revision(String affair) {
        return drafts.revision(affair);
    }

    /** Who put what in force from when on and why, the newest first. */
    public List<Edition> history(String affair) {
        return editions.list(affair);
    }

    /** What will come into force on days to come, over all affairs. */
    public List<Edition> coming() {
        return editions.listComing(time.today());
    }

    /** Every text of the affair that a case may be pinned to, the newest first. */
    public List<Kept> versions(String affair) {
        String now = catalogue.findPlan(affair).map(AffairPlan::version).orElse("");
        return versions.list(affair).stream().map(v -> new Kept(v.version(), v.publishedAt(), v.version().equals(now))).toList();
    }

    public Optional<String> findText(String affair, String version) {
        return versions.find(affair, version);
    }

    /** Reads and proves a text as it would be before its publication; a problem names its line. Changes nothing. */
    public PlanReading check(String affair, String text) {
        Affair described = catalogue.findAffair(affair).orElseThrow(() -> new IllegalArgumentException("There is no affair " + affair));
        String file = "affairs/" + described.department() + "/" + affair + ".yaml";
        if (!isText(text)) {
            return new PlanReading(Optional.empty(), List.of(new CatalogueProblem(file, 0, "The text is longer than " + MOST
                    + " characters or has characters that no text has", "Shorten it, or save it again as plain text.")));
        }
        return CatalogueReader.read(catalogue.city(), file, text);
    }

    /** The version that is or will be in force on a day; empty where the affair is only described. */
    Optional<String> versionOn(String affair, LocalDate day) {
        return editions.findVersion(affair, day).or(() -> catalogue.findPlan(affair).map(AffairPlan::version));
    }

    /** As the database keeps it: lines end with a line feed, whatever the browser sends. */
    static String plain(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
        return lines.isEmpty() ? "" : lines + "\n";
    }

    static boolean isText(String text) {
        return text.length() <= MOST && text.indexOf('\0') < 0 && !hasHalfCharacter(text);
    }

    private static boolean hasHalfCharacter(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

}
