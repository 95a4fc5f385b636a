package org.fourportals.sharing;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.Subject;
import org.fourportals.pool.DataSet;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.SubjectId;
import org.fourportals.pool.SubjectKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everybody may know what is held about her (Article 45 of the Personal Information Protection Law): all fields, no grant needed, but an entry in the
 * log like every other read. A clerk reads it only of whom she serves; a department only the field that somebody reports.
 */
@Component
public class OwnData {

    /** Why people read their own records. */
    public static final String PURPOSE = "own-data";

    /** Why a department reads a field that was reported. */
    public static final String REPORTED = "field-report";

    private final Pool pool;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    OwnData(Pool pool, AuditLog audit, PlatformTransactionManager transactions) {
        this.pool = pool;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whose records this actor may see as her own: hers, or those of whom a clerk serves; empty for anybody else. */
    public static Optional<Subject> whose(Actor actor) {
        return switch (actor) {
            case Actor.Resident resident -> Optional.of(resident.subject());
            case Actor.Staff staff -> Optional.ofNullable(staff.serving());
            case Actor.Visitor _, Actor.Device _, Actor.Automatic _ -> Optional.empty();
        };
    }

    /**
     * All records about a person, by data set.
     *
     * @throws IllegalArgumentException if she is not the actor's to see
     */
    public List<SharedRecord> list(Actor actor, Subject subject) {
        require(actor, subject);
        Set<String> all = new HashSet<>();
        pool.dataSets().all().stream().filter(each -> each.subject() == SubjectKind.PERSON).forEach(each -> all.add(each.id()));
        List<PoolRecord> records = pool.recordsOf(new SubjectId(subject.number()), all);
        if (!records.isEmpty()) {
            transaction.executeWithoutResult(status -> audit.recordReads(actor, new UUID(0, subject.number()), PURPOSE, records.stream().map(PoolRecord::dataset).distinct()
                    .map(dataset -> new AuditLog.Look(subject, dataset, pool.dataSets().get(dataset).fieldNames(), "read")).toList()));
        }
        return records.stream().map(SharedRecord::whole).sorted(Comparator.comparing(SharedRecord::dataset).thenComparing(SharedRecord::id)).toList();
    }

    /**
     * One of them, without an entry of its own: its subject has just been shown it.
     *
     * @throws IllegalArgumentException if she is not the actor's to see
     */
    public Optional<SharedRecord> find(Actor actor, Subject subject, String dataset, String record) {
        require(actor, subject);
        return pool.dataSets().find(dataset).filter(known -> known.subject() == SubjectKind.PERSON).flatMap(known -> one(subject, dataset, record));
    }

    /** What a department that holds a data set now finds where somebody reported a field; its entry in the log names that field alone. */
    public Optional<Object> readReported(Actor.Staff staff, Subject subject, UUID report, String dataset, String record, String field) {
        if (!pool.dataSets().find(dataset).map(DataSet::department).equals(Optional.of(staff.department()))) {
            throw new IllegalArgumentException(staff.id() + " is not of the department that holds " + dataset);
        }
        transaction.executeWithoutResult(status -> audit.recordRead(staff, subject, report, REPORTED, dataset, Set.of(field), "read"));
        return one(subject, dataset, record).map(found -> found.fields().get(field));
    }

    private Optional<SharedRecord> one(Subject subject, String dataset, String record) {
        return pool.recordsOf(new SubjectId(subject.number()), Set.of(dataset)).stream().filter(each -> each.id().equals(record)).findFirst().map(SharedRecord::whole);
    }

    private static void require(Actor actor, Subject subject) {
        if (!whose(actor).equals(Optional.of(subject))) {
            throw new IllegalArgumentException(actor.id() + " may not see whom this is about");
        }
    }
}
