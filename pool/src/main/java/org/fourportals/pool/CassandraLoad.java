package org.fourportals.pool;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes on without waiting, a bounded number of subjects at once; records of a subject that come together go together.
 * Cassandra has no way around its log for clients, so this is writing, only with more under way.
 */
final class CassandraLoad implements Load {

    private static final int GATHERED = 500;

    private final CassandraWriter writer;
    private final RecordGate.Passage passage;
    private final CassandraWindow window;
    private final List<PoolRecord> gathered = new ArrayList<>();

    CassandraLoad(CassandraWriter writer, RecordGate.Passage passage, CassandraWindow window) {
        this.writer = writer;
        this.passage = passage;
        this.window = window;
    }

    @Override
    public void add(PoolRecord record) {
        passage.require(record);
        if (gathered.size() >= GATHERED && !gathered.getLast().subject().equals(record.subject())) {
            pass();
        }
        gathered.add(record);
    }

    private void pass() {
        writer.linkAll(gathered, window);
        writer.send(gathered, window);
        gathered.clear();
    }

    @Override
    public void commit() {
        pass();
        window.await();
    }

    @Override
    public void close() {
        gathered.clear();
    }
}
