package org.fourportals.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.Subject;
import org.fourportals.pool.DataSet;
import org.fourportals.pool.Field;
import org.fourportals.pool.Misfit;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.SubjectId;
import org.fourportals.pool.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes departments' records into the pool. What fits its data set is written durably, what does not is handed back with its reason, so
 * that one bad row never holds up the others; repeating a delivery changes nothing, since the greatest source version is the record.
 */
@Component
public class DepartmentRecords {

    private static final Logger LOG = LoggerFactory.getLogger(DepartmentRecords.class);

    private final Pool pool;
    private final AuditLog audit;

    DepartmentRecords(Pool pool, AuditLog audit) {
        this.pool = pool;
        this.audit = audit;
    }

    /** What became of a delivery. */
    public sealed interface Delivery {
        int written();
    }

    public record AllWritten(int written) implements Delivery {
    }

    /** The others were written. @param misfits why each of those left out does not fit; a record may have several */
    public record SomeRefused(int written, List<Misfit> misfits) implements Delivery {
    }

    /** Writes the records that fit; on return they survive a killed process. */
    public Delivery write(Actor actor, List<PoolRecord> records) {
        List<PoolRecord> fitting = new ArrayList<>();
        List<Misfit> misfits = new ArrayList<>();
        Map<String, Integer> byDataset = new TreeMap<>();
        for (PoolRecord candidate : records) {
            List<Misfit> wrong = pool.misfits(candidate);
            misfits.addAll(wrong);
            if (wrong.isEmpty()) {
                fitting.add(candidate);
                byDataset.merge(candidate.dataset(), 1, Integer::sum);
            }
        }
        if (!fitting.isEmpty()) {
            pool.write(fitting);
        }
        int refused = records.size() - fitting.size();
        audit.recordAct(actor, "WriteRecords", null, "written " + byDataset + (refused == 0 ? "" : ", refused " + refused));
        LOG.info("Records from {}: written {}, refused {}", actor.id(), byDataset, refused);
        return misfits.isEmpty() ? new AllWritten(fitting.size()) : new SomeRefused(fitting.size(), List.copyOf(misfits));
    }

    /**
     * A record from values as registers write them (dates ISO, numbers plain, {@code true}/{@code false}); blank values are left out.
     *
     * @param changed when the source changed it; of two versions the later wins
     * @throws IllegalArgumentException naming data set and field, not the value, where one cannot be read
     */
    public PoolRecord read(Subject subject, String dataset, String id, Instant changed, Map<String, String> written) {
        DataSet set = pool.dataSets().get(dataset);
        Map<String, Value> fields = new LinkedHashMap<>();
        written.forEach((name, text) -> {
            Field field = set.field(name).orElseThrow(() -> new IllegalArgumentException(dataset + " has no field " + name));
            if (!text.isBlank()) {
                fields.put(name, parse(dataset, field, text.strip()));
            }
        });
        return PoolRecord.of(new SubjectId(subject.number()), dataset, id, changed, fields);
    }

    /** What takes a record back, once written: it is gone from the moment its source says. */
    public PoolRecord withdrawn(Subject subject, String dataset, String id, Instant changed) {
        return PoolRecord.deletion(new SubjectId(subject.number()), dataset, id, changed);
    }

    private static Value parse(String dataset, Field field, String text) {
        try {
            return field.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(dataset + "." + field.name() + " " + e.getMessage(), e);
        }
    }
}
