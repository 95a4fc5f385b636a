package org.fourportals.pool;

import java.util.List;

/**
 * All that an engine keeps of a subject's records, to be copied to another engine or compared with it.
 *
 * @param records the newest version of each, deletions too
 * @param versions every version of those data sets that keep them, deletions too
 */
record Dossier(SubjectId subject, List<PoolRecord> records, List<PoolRecord> versions) {

    Dossier {
        records = List.copyOf(records);
        versions = List.copyOf(versions);
    }
}
