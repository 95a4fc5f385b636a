package org.fourportals.sharing.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.fourportals.base.CityTime;
import org.fourportals.pool.DataSet;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.SubjectId;
import org.fourportals.sharing.DataSetSurvey.Agreement;
import org.fourportals.sharing.DataSetSurvey.Surveyed;
import org.jspecify.annotations.Nullable;

/** One pass over the pool, subject by subject; keeps nothing of a subject once the next one begins. */
public final class SurveyPass {

    /** Of so many records at most all subjects are compared across registers; of more, a part. */
    private static final long COMPARED_WHOLE = 2_000_000;

    private final DataSets dataSets;
    private final Singles singles;
    private final CityTime time;
    private final Map<String, DataSetTally> tallies = new TreeMap<>();
    private final Map<String, Seen> seen = new HashMap<>();
    private final RegisterComparison comparison;
    private final References references;
    private final int every;
    private @Nullable SubjectId subject;
    private boolean sampled;
    private long records;

    public SurveyPass(Pool pool, Singles singles, CityTime time, long expected) {
        this.dataSets = pool.dataSets();
        this.singles = singles;
        this.time = time;
        this.comparison = new RegisterComparison();
        this.references = new References(pool);
        this.every = (int) Math.max(1, expected / COMPARED_WHOLE);
    }

    public long records() {
        return records;
    }

    public void accept(PoolRecord record) {
        records++;
        if (!record.subject().equals(subject)) {
            leave();
            subject = record.subject();
            sampled = Math.floorMod(Long.hashCode(record.subject().number() * 0x9E3779B97F4A7C15L), every) == 0;
        }
        dataSets.find(record.dataset()).ifPresent(dataSet -> count(dataSet, record));
    }

    private void count(DataSet dataSet, PoolRecord record) {
        boolean repeated = seen.computeIfAbsent(dataSet.id(), id -> new Seen(singles.contains(id))).isRepeated(record);
        tallies.computeIfAbsent(dataSet.id(), id -> new DataSetTally(dataSet, time.now())).count(record, repeated);
        if (sampled) {
            comparison.note(dataSet, record);
            references.note(dataSet, record);
        }
    }

    private void leave() {
        seen.clear();
        comparison.leaveSubject();
    }

    public Surveyed finish() {
        leave();
        Map<String, Agreement> agreements = new TreeMap<>();
        comparison.found().forEach(each -> agreements.put(each.dataset() + " " + each.other() + " " + each.field(), each));
        references.found().forEach(each -> agreements.put(each.dataset() + " " + each.other() + " " + each.field(), each));
        return new Surveyed(time.now(), records, every, tallies.values().stream().map(DataSetTally::figures).toList(), List.copyOf(agreements.values()));
    }
}
