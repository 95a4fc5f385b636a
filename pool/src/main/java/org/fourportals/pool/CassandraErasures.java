package org.fourportals.pool;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Erases: each record becomes a deletion that no version delivered before can undo, its superseded versions and every way to whom it
 * ever named are deleted up to now; then every node rewrites the files that held them, if the operator lets us ask for it.
 */
final class CassandraErasures {

    private final CassandraStore store;
    private final RecordCodec codec;
    private final CassandraRegister register;
    private final CassandraWriter writer;
    private final CassandraPurge purge;
    private final Clock clock;
    private final PreparedStatement named;
    private final PreparedStatement unlink;
    private final PreparedStatement unname;
    private final PreparedStatement forget;
    private final PreparedStatement note;
    private final PreparedStatement noted;

    CassandraErasures(CassandraStore store, RecordCodec codec, CassandraRegister register, CassandraWriter writer, Clock clock) {
        this.store = store;
        this.codec = codec;
        this.register = register;
        this.writer = writer;
        this.clock = clock;
        purge = new CassandraPurge(store.place());
        named = store.prepare("SELECT id, field, name FROM named WHERE subject = ? AND dataset = ?");
        unlink = store.prepare("DELETE FROM links USING TIMESTAMP ? WHERE dataset = ? AND field = ? AND name = ? AND subject = ? AND id = ?");
        unname = store.prepare("DELETE FROM named USING TIMESTAMP ? WHERE subject = ? AND dataset = ?");
        forget = store.prepare("DELETE FROM history USING TIMESTAMP ? WHERE subject = ? AND dataset = ?");
        note = store.prepare("INSERT INTO erasures (subject, erased_at, dataset, reason, records) VALUES (?, ?, ?, ?, ?)");
        noted = store.prepare("SELECT subject, erased_at, dataset, reason, records FROM erasures WHERE subject = ?");
    }

    Erasure erase(SubjectId subject, String dataset, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an erasure needs a reason");
        }
        var code = (short) codec.code(dataset);
        var records = register.newest(subject).stream().filter(record -> record.dataset().equals(dataset) && !record.deleted()).toList();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var erasure = new Erasure(subject, dataset, reason, now, records.size());
        var until = Math.max(PoolRecord.versionAt(now), records.stream().mapToLong(PoolRecord::version).max().orElse(0));
        var batch = new ArrayList<BatchableStatement<?>>();
        records.forEach(record -> batch.add(writer.newestOf(new PoolRecord(subject, dataset, record.id(), until, true, Map.of()))));
        batch.add(forget.bind(until, subject.number(), code));
        batch.add(unname.bind(until, subject.number(), code));
        batch.add(noteOf(erasure));
        var names = new LinkedHashSet<CassandraPurge.Name>();
        var statements = unlinking(subject, code, until, names);
        statements.add(BatchStatement.newInstance(BatchType.LOGGED, batch));
        run(statements, ConsistencyLevel.LOCAL_QUORUM);
        if (purge.possible()) {
            everywhere(statements);
            purge.purge(subject, names);
        }
        return erasure;
    }

    /** What removes the ways from whom the records ever named; adds these names. */
    private List<Statement<?>> unlinking(SubjectId subject, short code, long until, Set<CassandraPurge.Name> names) {
        var statements = new ArrayList<Statement<?>>();
        for (var row : store.execute(named.bind(subject.number(), code))) {
            var name = new CassandraPurge.Name(code, String.valueOf(row.getString("field")), String.valueOf(row.getString("name")));
            names.add(name);
            statements.add(unlink.bind(until, code, name.field(), name.name(), subject.number(), row.getString("id")));
        }
        return statements;
    }

    /** One after the other: links go before that by which they are found. */
    private void run(List<Statement<?>> statements, ConsistencyLevel level) {
        statements.forEach(statement -> store.execute(statement.setConsistencyLevel(level)));
    }

    /** A node can forget only what it was told to: a majority is not enough before the disks are rewritten. */
    private void everywhere(List<Statement<?>> statements) {
        try {
            run(statements, ConsistencyLevel.ALL);
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException("erased, but not on every node's disk: erase again when all answer", e.getCause());
        }
    }

    private BoundStatement noteOf(Erasure erasure) {
        return note.bind(erasure.subject().number(), PoolRecord.versionAt(erasure.erasedAt()), erasure.dataset(), erasure.reason(), erasure.records());
    }

    /** Notes erasures made elsewhere. */
    void adopt(List<Erasure> erasures) {
        var window = new CassandraWindow(store);
        erasures.forEach(erasure -> window.send(noteOf(erasure)));
        window.await();
    }

    /** Of a subject's versions those that were not erased: one delivered again after its erasure does not count. */
    List<PoolRecord> withoutErased(SubjectId subject, List<PoolRecord> versions) {
        if (versions.isEmpty()) {
            return versions;
        }
        var erasures = store.execute(noted.bind(subject.number())).map(CassandraErasures::read).all();
        return versions.stream().filter(version -> erasures.stream().noneMatch(erasure -> erasure.dataset().equals(version.dataset())
                && version.version() <= PoolRecord.versionAt(erasure.erasedAt()))).toList();
    }

    List<Erasure> all() {
        var found = new ArrayList<Erasure>();
        CassandraScan.of(store, "subject, erased_at, dataset, reason, records", "erasures", "subject").each(row -> found.add(read(row)));
        found.sort(Comparator.comparing(Erasure::erasedAt).thenComparing(Erasure::subject).thenComparing(Erasure::dataset));
        return found;
    }

    private static Erasure read(Row row) {
        return new Erasure(new SubjectId(row.getLong("subject")), String.valueOf(row.getString("dataset")), String.valueOf(row.getString("reason")),
                Instant.EPOCH.plus(row.getLong("erased_at"), ChronoUnit.MICROS), row.getInt("records"));
    }
}
