package org.fourportals.pool;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.fourportals.cassandra.CassandraCluster;

/** Three real nodes, started once for all tests of a run and ended with it. */
final class TestCluster {

    /** With the quick compiler only: nodes that live for minutes do not earn the slow one's work. */
    private static final CassandraCluster CLUSTER = CassandraCluster.start(Path.of("node/target/lib"), Path.of("target/cluster"), 3,
            "-Xmx800m", "-XX:TieredStopAtLevel=1");

    private static final CqlSession SESSION = CqlSession.builder().addContactPoints(CLUSTER.addresses()).withLocalDatacenter(CassandraCluster.DATACENTER).build();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(CLUSTER::close));
    }

    private TestCluster() {
    }

    static CassandraCluster nodes() {
        return CLUSTER;
    }

    /** A keyspace with three copies of everything; erasures are forced from the disks. */
    static CassandraPlace place(String keyspace) {
        var management = CLUSTER.nodes().stream().map(node -> node.management()).toList();
        return new CassandraPlace(CLUSTER.addresses(), CassandraCluster.DATACENTER, keyspace, 3, null, management);
    }

    static CassandraPool open(String keyspace) {
        return CassandraPool.open(place(keyspace), Samples.DATA_SETS, Samples.CLOCK);
    }

    /** A session of the tests' own, beside the pool's. */
    static CqlSession session() {
        return SESSION;
    }

    /** Empties the tables of a pool, if it is there. */
    static void empty(String keyspace) {
        var tables = SESSION.getMetadata().getKeyspace(keyspace).map(found -> found.getTables().values()).orElse(List.of());
        for (TableMetadata table : tables) {
            var name = keyspace + "." + table.getName().asInternal();
            if (!table.getName().asInternal().equals("shelf") && SESSION.execute("SELECT * FROM " + name + " LIMIT 1").one() != null) {
                SESSION.execute(SimpleStatement.newInstance("TRUNCATE " + name).setTimeout(Duration.ofMinutes(1)));
            }
        }
        if (!tables.isEmpty()) {
            SESSION.execute("DELETE FROM " + keyspace + ".shelf WHERE shelf = 'pool' AND name = 'counts'");
        }
    }
}
