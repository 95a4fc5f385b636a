package org.fourportals.pool;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The shared pool: every department's records, found by the subject they are about. Of a record's versions the one with
 * the greatest source version is the record, whatever the order or repetition in which they arrive. Who may read what and
 * why is not decided here but in the app's room {@code sharing}, the only caller that reads. Safe for use by many
 * threads; outages of the store surface as {@link java.io.UncheckedIOException}.
 */
public interface Pool extends AutoCloseable {

    /**
     * Writes versions of records; on return they survive a killed process. All or none.
     *
     * @throws RecordsRefused if any does not fit its data set; then nothing is written
     */
    void write(List<PoolRecord> records);

    /** Begins to load very many records. */
    Load load();

    /** What is wrong with a record, before writing it; empty if it fits. */
    List<Misfit> misfits(PoolRecord record);

    /** The live records of a subject in the given data sets, newest version of each, by data set and record id. */
    List<PoolRecord> recordsOf(SubjectId subject, Set<String> datasets);

    /**
     * All versions ever delivered of a subject's records, deletions too, by record id and newest first; what was erased is not
     * among them.
     *
     * @throws IllegalArgumentException if the data set does not keep superseded versions
     */
    List<PoolRecord> history(SubjectId subject, String dataset);

    /**
     * Erases a subject's records of a data set for good: they, their superseded versions and the way to whom they named are gone
     * from the disk on return, and no version delivered before can bring them back. What a department delivers anew counts anew.
     *
     * @throws IllegalArgumentException without a reason
     */
    Erasure erase(SubjectId subject, String dataset, String reason);

    /** All erasures, oldest first. */
    List<Erasure> erasures();

    /** Copies the pool as it is at this moment into a folder that must not exist yet; writing goes on meanwhile. */
    void snapshot(Path folder);

    /**
     * The subjects to which a relation leads by the registers as they stand now, newest source version first. Someone
     * named by a register but unknown to the directory cannot be listed.
     */
    List<SubjectId> linked(SubjectId subject, Relation relation);

    /** Records by data set when last counted; counts now if never counted. */
    Counts counts();

    /** Counts again by passing over everything (about a second a million records). */
    Counts recount();

    /** The subject an identifier leads to, if the directory knows it. */
    Optional<SubjectId> subjectOf(Identifier identifier);

    /** Which of these the directory knows; the others are absent. */
    Map<Identifier, SubjectId> subjectsOf(Collection<Identifier> identifiers);

    /**
     * The subject an identifier leads to; a new number is assigned to one never seen. Two callers at once get the same.
     *
     * @throws IllegalArgumentException if identifiers of this type do not lead to that kind of subject
     */
    SubjectId assign(Identifier identifier, SubjectKind kind);

    /** As {@link #assign}, for many at once: one durable write. */
    Map<Identifier, SubjectId> assignAll(Collection<Identifier> identifiers);

    /**
     * Adds an identifier to a subject already assigned: the newborn's resident id, a passport. False, and nothing
     * changed, if it already leads to another subject; true if it now (or already did) lead to this one.
     *
     * @throws IllegalArgumentException if identifiers of this type do not lead to that kind of subject, or the subject was never assigned
     */
    boolean identify(SubjectId subject, Identifier identifier);

    /**
     * As {@link #identify}, for many at once: one durable write.
     *
     * @return those that already lead to another subject and were left as they are
     */
    List<Identifier> identifyAll(Map<Identifier, SubjectId> identifiers);

    /** By which identifiers a subject is known, in the order of their types; empty for a number never assigned. */
    List<Identifier> identifiersOf(SubjectId subject);

    /** Passes every live record once, by subject. Records written meanwhile may or may not be passed. */
    void scan(Consumer<PoolRecord> reader);

    /** The data sets this pool holds. */
    DataSets dataSets();

    @Override
    void close();
}
