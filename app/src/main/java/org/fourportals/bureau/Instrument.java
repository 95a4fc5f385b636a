package org.fourportals.bureau;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * What the data bureau lays down for all departments, in versions, the newest first: somebody drafts it, somebody else reviews it, and it is approved to
 * be in force from a day on.
 */
public record Instrument(UUID id, Kind kind, List<Version> versions) {

    /** What it is. */
    public enum Kind {
        REGULATION, STRATEGY, PLAN, STANDARD, MEASURE
    }

    /** How far a version has come. */
    public enum Stage {
        DRAFT, REVIEWED, APPROVED
    }

    /** What a version is on a day. */
    public enum Standing {
        DRAFT, REVIEWED, COMING, IN_FORCE, ENDED
    }

    /** Who did something, and when. */
    public record By(String who, Instant at) {
    }

    public record Words(Text title, Text text) {
    }

    /**
     * One text of it.
     *
     * @param revision rises whenever the draft is saved, so that nobody reviews or approves another text than she read
     * @param links    the rules that execute it
     * @param returned why the reviewer sent it back; null if she did not
     * @param from     the first day in force, `until` the last; null where not said yet, or without end
     */
    public record Version(int number, int revision, Words words, List<RuleLink> links, Stage stage, By drafted, @Nullable String returned, @Nullable By reviewed,
            @Nullable By approved, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String endReason) {
    }

    public Version newest() {
        return versions.getFirst();
    }

    /** The one that waits for review or approval. */
    public Optional<Version> findDraft() {
        return versions.stream().filter(version -> version.stage() != Stage.APPROVED).findFirst();
    }

    /** The one that counts on a day. */
    public Optional<Version> findInForce(LocalDate day) {
        return versions.stream().filter(version -> standing(version, day) == Standing.IN_FORCE).findFirst();
    }

    /** A newer version ends an older one. */
    public Standing standing(Version version, LocalDate day) {
        LocalDate from = version.from();
        LocalDate until = version.until();
        if (version.stage() != Stage.APPROVED || from == null) {
            return version.stage() == Stage.DRAFT ? Standing.DRAFT : Standing.REVIEWED;
        }
        boolean superseded = versions.stream().anyMatch(other -> other.number() > version.number() && other.stage() == Stage.APPROVED && other.from() != null
                && !other.from().isAfter(day));
        if (superseded || until != null && until.isBefore(day)) {
            return Standing.ENDED;
        }
        return from.isAfter(day) ? Standing.COMING : Standing.IN_FORCE;
    }
}
