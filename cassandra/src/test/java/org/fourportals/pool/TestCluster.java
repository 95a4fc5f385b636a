package org.fourportals.pool;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import java.nio.file.Path;
import java.util.List;
import org.fourportals.cassandra.CassandraCluster;

/** Three real nodes, started once for all tests of a run and ended with it. */
final class TestCluster {

    private static final CassandraCluster CLUSTER = CassandraCluster.start(Path.of("node/target/lib"), Path.of("target/cluster"), 3, "800m");

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

    static CqlSession session() {
        return CqlSession.builder().addContactPoints(CLUSTER.addresses()).withLocalDatacenter(CassandraCluster.DATACENTER).build();
    }

    /** Empties the tables of a pool, if it is there. */
    static void empty(String keyspace) {
        try (var session = session()) {
            var tables = session.getMetadata().getKeyspace(keyspace).map(found -> found.getTables().values()).orElse(List.of());
            for (TableMetadata table : tables) {
                var name = keyspace + "." + table.getName().asInternal();
                if (!table.getName().asInternal().equals("shelf") && session.execute("SELECT * FROM " + name + " LIMIT 1").one() != null) {
                    session.execute("TRUNCATE " + name);
                }
            }
            if (!tables.isEmpty()) {
                session.execute("DELETE FROM " + keyspace + ".shelf WHERE shelf = 'pool' AND name = 'counts'");
            }
        }
    }
}
