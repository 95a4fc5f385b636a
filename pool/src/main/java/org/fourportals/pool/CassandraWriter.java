package org.fourportals.pool;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes records with all by which they are found. Every line carries the source version as its timestamp, so that the cluster itself
 * keeps the greatest, in whatever order and however often versions arrive; at the same version it keeps the greater bytes, as RocksDB does.
 * Whom a record names is written first: a link that leads to no record leads nowhere, a record without its link would not be found.
 */
final class CassandraWriter {

    private static final int BATCH_BYTES = 512 << 10;
    private static final int BATCH_LINES = 1_000;

    private final CassandraStore store;
    private final RecordCodec codec;
    private final DataSets dataSets;
    private final PreparedStatement record;
    private final PreparedStatement history;
    private final PreparedStatement named;
    private final PreparedStatement link;

    CassandraWriter(CassandraStore store, RecordCodec codec, DataSets dataSets) {
        this.store = store;
        this.codec = codec;
        this.dataSets = dataSets;
        record = store.prepare("INSERT INTO records (subject, dataset, id, value) VALUES (?, ?, ?, ?) USING TIMESTAMP ?");
        history = store.prepare("INSERT INTO history (subject, dataset, id, version, value) VALUES (?, ?, ?, ?, ?) USING TIMESTAMP ?");
        named = store.prepare("INSERT INTO named (subject, dataset, id, field, name) VALUES (?, ?, ?, ?, ?) USING TIMESTAMP ?");
        link = store.prepare("INSERT INTO links (dataset, field, name, subject, id) VALUES (?, ?, ?, ?, ?) USING TIMESTAMP ?");
    }

    /** One line of a table, and how large it is. */
    private record Line(BoundStatement statement, int bytes) {
    }

    void write(List<PoolRecord> records) {
        var window = new CassandraWindow(store);
        linkAll(records, window);
        window.await();
        send(records, window);
        window.await();
    }

    /** Sends the links of whom the records name. */
    void linkAll(List<PoolRecord> records, CassandraWindow window) {
        for (var each : records) {
            names(each).forEach((field, name) -> window.send(link.bind(code(each), field, name, each.subject().number(), each.id(), each.version())));
        }
    }

    /** Sends the records and what stands beside them, a batch or more a subject. */
    void send(List<PoolRecord> records, CassandraWindow window) {
        var bySubject = new LinkedHashMap<SubjectId, List<Line>>();
        for (var each : records) {
            var lines = bySubject.computeIfAbsent(each.subject(), subject -> new ArrayList<>());
            var value = value(each);
            lines.add(newest(each, value));
            if (dataSets.get(each.dataset()).history()) {
                lines.add(superseded(each, value));
            }
            lines.addAll(namesOf(each));
        }
        bySubject.values().forEach(lines -> sendLines(lines, window));
    }

    /** Writes what another engine keeps, as it is. */
    void adopt(List<Dossier> dossiers) {
        var window = new CassandraWindow(store);
        for (var dossier : dossiers) {
            linkAll(dossier.records(), window);
            linkAll(dossier.versions(), window);
        }
        window.await();
        dossiers.forEach(dossier -> send(dossier, window));
        window.await();
    }

    private void send(Dossier dossier, CassandraWindow window) {
        var lines = new ArrayList<Line>();
        dossier.records().forEach(each -> lines.add(newest(each, value(each))));
        dossier.versions().forEach(each -> lines.add(superseded(each, value(each))));
        dossier.records().forEach(each -> lines.addAll(namesOf(each)));
        dossier.versions().forEach(each -> lines.addAll(namesOf(each)));
        sendLines(lines, window);
    }

    private List<Line> namesOf(PoolRecord each) {
        return names(each).entrySet().stream().map(name -> new Line(named.bind(each.subject().number(), code(each), each.id(), name.getKey(), name.getValue(),
                each.version()), 100)).toList();
    }

    private static void sendLines(Collection<Line> lines, CassandraWindow window) {
        var batch = new ArrayList<BatchableStatement<?>>();
        var bytes = 0;
        for (var line : lines) {
            if (!batch.isEmpty() && (bytes + line.bytes() > BATCH_BYTES || batch.size() == BATCH_LINES)) {
                window.send(BatchStatement.newInstance(BatchType.LOGGED, batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(line.statement());
            bytes += line.bytes();
        }
        if (!batch.isEmpty()) {
            window.send(BatchStatement.newInstance(BatchType.LOGGED, batch));
        }
    }

    private Line newest(PoolRecord each, byte[] value) {
        return new Line(newestOf(each, value), value.length + 50);
    }

    private Line superseded(PoolRecord each, byte[] value) {
        return new Line(history.bind(each.subject().number(), code(each), each.id(), each.version(), ByteBuffer.wrap(value), each.version()), value.length + 60);
    }

    /** The line that makes a version the record, if it is the newest. */
    BoundStatement newestOf(PoolRecord each) {
        return newestOf(each, value(each));
    }

    private BoundStatement newestOf(PoolRecord each, byte[] value) {
        return record.bind(each.subject().number(), code(each), each.id(), ByteBuffer.wrap(value), each.version());
    }

    private byte[] value(PoolRecord each) {
        return codec.value(each, codec.key(each.subject(), each.dataset(), each.id()));
    }

    private short code(PoolRecord each) {
        return (short) codec.code(each.dataset());
    }

    private static Map<String, String> names(PoolRecord record) {
        var names = new LinkedHashMap<String, String>();
        for (var field : References.indexedFields(record.dataset())) {
            record.find(field).ifPresent(value -> names.put(field, value.written()));
        }
        return names;
    }
}
