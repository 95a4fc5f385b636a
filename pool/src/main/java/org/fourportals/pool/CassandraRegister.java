package org.fourportals.pool;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads records by subject, by whom they name and with their superseded versions. */
final class CassandraRegister implements Links.Register {

    private final CassandraStore store;
    private final RecordCodec codec;
    private final CassandraDirectory directory;
    private final PreparedStatement some;
    private final PreparedStatement all;
    private final PreparedStatement one;
    private final PreparedStatement naming;
    private final PreparedStatement versions;
    private final PreparedStatement allVersions;

    CassandraRegister(CassandraStore store, RecordCodec codec, CassandraDirectory directory) {
        this.store = store;
        this.codec = codec;
        this.directory = directory;
        some = store.prepare("SELECT subject, dataset, id, value FROM records WHERE subject = ? AND dataset IN ?");
        all = store.prepare("SELECT subject, dataset, id, value FROM records WHERE subject = ?");
        one = store.prepare("SELECT subject, dataset, id, value FROM records WHERE subject = ? AND dataset = ? AND id = ?");
        naming = store.prepare("SELECT subject, id FROM links WHERE dataset = ? AND field = ? AND name = ?");
        versions = store.prepare("SELECT subject, dataset, id, value FROM history WHERE subject = ? AND dataset = ?");
        allVersions = store.prepare("SELECT subject, dataset, id, value FROM history WHERE subject = ?");
    }

    @Override
    public List<PoolRecord> recordsOf(SubjectId subject, Set<String> datasets) {
        var codes = datasets.stream().map(dataset -> (short) codec.code(dataset)).toList();
        if (codes.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<PoolRecord>();
        for (var row : store.execute(some.boundStatementBuilder(subject.number()).setList(1, codes, Short.class).build())) {
            if (!deleted(row)) {
                found.add(record(row));
            }
        }
        return found;
    }

    /** Newest versions of all data sets, deletions too. */
    List<PoolRecord> newest(SubjectId subject) {
        return store.execute(all.bind(subject.number())).map(this::record).all();
    }

    /** Every version of a data set, by record id and newest first, deletions too. */
    List<PoolRecord> versions(SubjectId subject, String dataset) {
        var found = store.execute(versions.bind(subject.number(), (short) codec.code(dataset))).map(this::record).all();
        found.sort(Comparator.comparing(PoolRecord::id).thenComparing(PoolRecord::version, Comparator.reverseOrder()));
        return found;
    }

    /** Every version of all data sets. */
    List<PoolRecord> versions(SubjectId subject) {
        return store.execute(allVersions.bind(subject.number())).map(this::record).all();
    }

    @Override
    public List<PoolRecord> thatNamed(String dataset, String field, String value) {
        var code = (short) codec.code(dataset);
        Queue<PoolRecord> found = new ConcurrentLinkedQueue<>();
        var window = new CassandraWindow(store);
        for (var row : store.execute(naming.bind(code, field, value))) {
            window.send(one.bind(row.getLong("subject"), code, row.getString("id")), answer -> {
                var record = answer.one();
                if (record != null && !deleted(record)) {
                    found.add(record(record));
                }
            });
        }
        window.await();
        return found.stream().sorted(Comparator.comparing(PoolRecord::subject).thenComparing(PoolRecord::id)).toList();
    }

    @Override
    public Optional<SubjectId> subjectOf(Identifier identifier) {
        return directory.subjectOf(identifier);
    }

    @Override
    public List<Identifier> identifiersOf(SubjectId subject) {
        return directory.identifiersOf(subject);
    }

    static boolean deleted(Row row) {
        return RecordCodec.deleted(Bytes.getArray(row.getByteBuffer("value")));
    }

    PoolRecord record(Row row) {
        var subject = new SubjectId(row.getLong("subject"));
        var key = codec.key(subject, codec.dataset(row.getShort("dataset") & 0xffff), String.valueOf(row.getString("id")));
        return codec.record(key, Bytes.getArray(row.getByteBuffer("value")));
    }
}
