package org.fourportals.pool;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.NodeState;
import com.datastax.oss.driver.api.core.metadata.schema.KeyspaceMetadata;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a keyspace. All that is about a subject has the subject as its partition, in whatever table, so that one batch of it
 * is one mutation: each node takes all of it or nothing. Records are one blob each, never columns of their own, which could mix versions.
 */
final class CassandraSchema {

    private static final String VERSION = "1";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Ninety days: a deletion of history or of a link must reach every node before it is forgotten; the records' own are values and stay. */
    private static final String OPTIONS = """
            compression = {'class': 'ZstdCompressor', 'chunk_length_in_kb': 16}
            AND compaction = {'class': 'UnifiedCompactionStrategy'} AND gc_grace_seconds = 7776000""";

    private static final List<String> TABLES = List.of(
            "records (subject bigint, dataset smallint, id text, value blob, PRIMARY KEY (subject, dataset, id))",
            "history (subject bigint, dataset smallint, id text, version bigint, value blob, PRIMARY KEY (subject, dataset, id, version))",
            "named (subject bigint, dataset smallint, id text, field text, name text, PRIMARY KEY (subject, dataset, id, field, name))",
            "links (dataset smallint, field text, name text, subject bigint, id text, PRIMARY KEY ((dataset, field, name), subject, id))",
            "directory (type tinyint, name text, subject bigint, PRIMARY KEY ((type, name)))",
            "identifiers (subject bigint, type tinyint, name text, PRIMARY KEY (subject, type, name))",
            "serials (kind text PRIMARY KEY, last bigint)",
            "erasures (subject bigint, erased_at bigint, dataset text, reason text, records int, PRIMARY KEY (subject, erased_at, dataset))",
            "shelf (shelf text, name text, edition int static, value blob, PRIMARY KEY (shelf, name))");

    private CassandraSchema() {
    }

    static void createKeyspace(CqlSession session, CassandraPlace place) {
        session.execute("CREATE KEYSPACE IF NOT EXISTS %s WITH replication = {'class': 'NetworkTopologyStrategy', '%s': %d}"
                .formatted(place.keyspace(), place.datacenter().replace("'", "''"), place.replication()));
    }

    /**
     * Makes the tables of an empty keyspace.
     *
     * @throws IllegalStateException if the keyspace holds something else, or a pool of another version
     */
    static void require(CassandraStore store) {
        var keyspace = store.session().getMetadata().getKeyspace(store.place().keyspace()).map(KeyspaceMetadata::getTables);
        var tables = keyspace.orElseThrow();
        if (tables.isEmpty()) {
            create(store);
            return;
        }
        var named = "the keyspace " + store.place().keyspace();
        if (tables.keySet().stream().noneMatch(name -> name.asInternal().equals("shelf"))) {
            throw new IllegalStateException(named + " holds something else than a pool");
        }
        var version = store.one(SimpleStatement.newInstance("SELECT value FROM shelf WHERE shelf = 'pool' AND name = 'version'"))
                .map(row -> text(row.getByteBuffer("value"))).orElse("unfinished");
        switch (version) {
            case VERSION -> { }
            case "unfinished" -> create(store);
            default -> throw new IllegalStateException(named + " holds a pool of version " + version + "; this program reads version " + VERSION);
        }
    }

    /** All tables are asked of one node, so that no two nodes make the same table, and waited for together. */
    private static void create(CassandraStore store) {
        var nodes = store.session().getMetadata().getNodes().values();
        var one = nodes.stream().filter(node -> node.getState() == NodeState.UP).min(Comparator.comparing(Node::getHostId)).orElseThrow();
        var window = new CassandraWindow(store);
        TABLES.forEach(table -> window.send(SimpleStatement.newInstance("CREATE TABLE IF NOT EXISTS " + table + " WITH " + OPTIONS)
                .setTimeout(PATIENCE).setNode(one)));
        window.await();
        if (!store.session().checkSchemaAgreement()) {
            throw new IllegalStateException("the nodes do not agree on the tables of the keyspace " + store.place().keyspace() + ": see nodetool describecluster");
        }
        store.execute(SimpleStatement.newInstance("INSERT INTO shelf (shelf, name, value) VALUES ('pool', 'version', ?)",
                ByteBuffer.wrap(VERSION.getBytes(StandardCharsets.UTF_8))));
    }

    private static String text(@Nullable ByteBuffer bytes) {
        return bytes == null ? "" : StandardCharsets.UTF_8.decode(bytes).toString();
    }
}
