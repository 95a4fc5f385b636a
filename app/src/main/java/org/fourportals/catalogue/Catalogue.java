package org.fourportals.catalogue;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The published catalogue. Affairs are listed in the order of the city's list; 408 are described, those written out have a plan.
 */
public interface Catalogue {

    List<Affair> affairs();

    Optional<Affair> findAffair(String id);

    List<Department> departments();

    Department department(String id);

    List<LifeEvent> lifeEvents();

    /** The published plan; empty where the affair is only described. */
    Optional<AffairPlan> findPlan(String affair);

    /** The plan a case is pinned to, published or superseded; throws if there never was one. */
    AffairPlan plan(String affair, String version);

    /** The labels of a data set's code, if listed in codes.yaml. */
    Optional<org.fourportals.base.Text> codeLabel(String dataset, String field, String code);

    /** The data set's declared fields, names and owner (a row of datasets.tsv). */
    Optional<SharedDataset> findDataset(String id);

    List<SharedDataset> datasets();

    /** A data set that a department holds and shares. `fields` are name to type, the main key first. */
    record SharedDataset(String id, String department, org.fourportals.base.Text name, String subject,
            java.util.SequencedMap<String, String> fields, long recordsOrder, String sensitivity) {
    }

    /** What one affair's file needs to read of the pool: data set to fields. */
    java.util.Map<String, java.util.Set<String>> reads(AffairPlan plan);

    /** For editors: what the engine counted and proved of the published plan. */
    @Nullable Proofs proofs(String affair);

    /** Exact counts over all circumstances. */
    record Proofs(java.math.BigInteger circumstances, java.math.BigInteger accepted, java.math.BigInteger refused, int nodes) {
    }
}
