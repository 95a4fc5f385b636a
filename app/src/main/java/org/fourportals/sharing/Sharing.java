package org.fourportals.sharing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.Subject;
import org.fourportals.identity.ResidentDirectory;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.IdentifierType;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.Relation;
import org.fourportals.pool.SubjectId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to read the pool. A read names actor, purpose and case; it returns only the fields granted to the purpose, and its entry in
 * the audit log commits before anything is handed out (within an act, with the act). What no grant covers is refused.
 */
@Component
public class Sharing implements ResidentDirectory {

    private final Pool pool;
    private final Grants grants;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Sharing(Pool pool, Grants grants, AuditLog audit, PlatformTransactionManager transactions) {
        this.pool = pool;
        this.grants = grants;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Why something is read.
     *
     * @param purpose an affair's id, or {@link Grants#REPRESENTATION}
     * @param caseId  the case it is read for; an enquiry outside a case has an id of its own
     */
    public record Reason(Actor actor, String purpose, UUID caseId) {
    }

    /**
     * The subject's records in a data set, newest first, with the granted fields only; empty where the purpose has no grant for the data
     * set, which is not the same as there being no record.
     */
    public Optional<List<SharedRecord>> read(Reason reason, Subject subject, String dataset) {
        Set<String> fields = grants.fields(reason.purpose(), dataset);
        if (fields.isEmpty()) {
            transaction.executeWithoutResult(status -> audit.recordRead(reason.actor(), subject, reason.caseId(), reason.purpose(),
                    dataset, Set.of(), "refused"));
            return Optional.empty();
        }
        transaction.executeWithoutResult(status -> audit.recordRead(reason.actor(), subject, reason.caseId(), reason.purpose(), dataset,
                fields, "read"));
        return Optional.of(pool.recordsOf(new SubjectId(subject.number()), Set.of(dataset)).stream()
                .sorted(Comparator.comparingLong(PoolRecord::version).reversed())
                .map(r -> shared(r, fields)).toList());
    }

    /** Whose records of which data set. */
    public record Sought(Subject subject, String dataset) {
    }

    /**
     * The same for several at once; each look has its own entry, and all entries commit before anything is handed out. What no grant covers is
     * missing in the answer.
     */
    public Map<Sought, List<SharedRecord>> readAll(Reason reason, Set<Sought> sought) {
        Map<String, Set<String>> granted = grants.fields(reason.purpose());
        transaction.executeWithoutResult(status -> audit.recordReads(reason.actor(), reason.caseId(), reason.purpose(), sought.stream().map(one -> {
            Set<String> fields = granted.getOrDefault(one.dataset(), Set.of());
            return new AuditLog.Look(one.subject(), one.dataset(), fields, fields.isEmpty() ? "refused" : "read");
        }).toList()));
        Map<Subject, List<PoolRecord>> records = new HashMap<>();
        sought.stream().filter(one -> granted.containsKey(one.dataset())).collect(Collectors.groupingBy(Sought::subject, LinkedHashMap::new,
                Collectors.mapping(Sought::dataset, Collectors.toSet()))).forEach((subject, datasets) ->
                        records.put(subject, pool.recordsOf(new SubjectId(subject.number()), datasets)));
        Map<Sought, List<SharedRecord>> found = new LinkedHashMap<>();
        for (Sought one : sought) {
            Set<String> fields = granted.get(one.dataset());
            if (fields != null) {
                found.put(one, records.getOrDefault(one.subject(), List.of()).stream().filter(record -> record.dataset().equals(one.dataset()))
                        .sorted(Comparator.comparingLong(PoolRecord::version).reversed()).map(record -> shared(record, fields)).toList());
            }
        }
        return found;
    }

    /** Subjects to which a relation leads, such as a person's children, newest source version first. */
    public List<Subject> linked(Reason reason, Subject subject, String relation) {
        transaction.executeWithoutResult(status -> audit.recordRead(reason.actor(), subject, reason.caseId(), reason.purpose(),
                "relation:" + relation, Set.of(relation), "read"));
        return pool.linked(new SubjectId(subject.number()), Relation.ofWord(relation)).stream().map(id -> new Subject(id.number()))
                .toList();
    }

    /** Whose number this is; used where someone is served by her number. Not a read of records: it tells nothing but that there is one. */
    @Override
    public Optional<Subject> findByResidentId(String residentId) {
        try {
            return pool.subjectOf(Identifier.residentId(residentId)).map(id -> new Subject(id.number()));
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }

    /** The number by which the registers know the subject: resident id, credit code or whatever it has first. */
    public Optional<String> findIdentifier(Subject subject, IdentifierType type) {
        return pool.identifiersOf(new SubjectId(subject.number())).stream().filter(i -> i.type() == type).map(Identifier::value)
                .findFirst();
    }

    /** The subject's first identifier in the order of their types. */
    public Optional<String> findIdentifier(Subject subject) {
        return pool.identifiersOf(new SubjectId(subject.number())).stream().map(Identifier::value).findFirst();
    }

    /** Whether this is a person, an organisation, a home or a vehicle. */
    public String kindOf(Subject subject) {
        return new SubjectId(subject.number()).kind().word();
    }

    private static SharedRecord shared(PoolRecord pooled, Set<String> fields) {
        TreeMap<String, Object> values = new TreeMap<>();
        pooled.fields().forEach((name, value) -> {
            if (fields.contains(name)) {
                values.put(name, SharedRecord.plain(value));
            }
        });
        return new SharedRecord(pooled.dataset(), pooled.id(), pooled.version(), values);
    }
}
