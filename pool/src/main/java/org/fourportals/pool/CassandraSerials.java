package org.fourportals.pool;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * Numbers for new subjects: each program takes blocks of them by a light-weight transaction and gives them out in turn. A number may
 * stay unused, when a program ends or two callers want the same identifier; none is given twice.
 */
final class CassandraSerials {

    private static final int BLOCK = 1_000;

    private final CassandraStore store;
    private final PreparedStatement read;
    private final PreparedStatement begin;
    private final PreparedStatement raise;
    private final Map<SubjectKind, long[]> blocks = new EnumMap<>(SubjectKind.class);

    CassandraSerials(CassandraStore store) {
        this.store = store;
        read = store.prepare("SELECT last FROM serials WHERE kind = ?");
        begin = store.prepare("INSERT INTO serials (kind, last) VALUES (?, ?) IF NOT EXISTS");
        raise = store.prepare("UPDATE serials SET last = ? WHERE kind = ? IF last = ?");
    }

    synchronized long next(SubjectKind kind) {
        var block = blocks.get(kind);
        if (block == null || block[0] > block[1]) {
            block = take(kind);
            blocks.put(kind, block);
        }
        return block[0]++;
    }

    private long[] take(SubjectKind kind) {
        while (true) {
            var last = last(kind);
            if (raised(kind, last, last + BLOCK)) {
                return new long[] {last + 1, last + BLOCK};
            }
        }
    }

    /** No new subject will get one of these numbers. */
    synchronized void reserve(Collection<SubjectId> subjects) {
        var highest = new EnumMap<SubjectKind, Long>(SubjectKind.class);
        subjects.forEach(subject -> highest.merge(subject.kind(), subject.number() & SubjectId.LARGEST_SERIAL, Math::max));
        highest.forEach((kind, serial) -> {
            for (var last = last(kind); last < serial; last = last(kind)) {
                if (raised(kind, last, serial)) {
                    blocks.remove(kind);
                }
            }
        });
    }

    private boolean raised(SubjectKind kind, long from, long to) {
        return store.execute(from == 0 ? begin.bind(kind.word(), to) : raise.bind(to, kind.word(), from)).wasApplied();
    }

    private long last(SubjectKind kind) {
        return store.one(read.bind(kind.word()).setConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL))
                .map(row -> row.getLong("last")).orElse(0L);
    }
}
