package org.fourportals.benchmarks.pool;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.fourportals.benchmarks.Figure;
import org.fourportals.benchmarks.Results;
import org.fourportals.cassandra.CassandraCluster;
import org.fourportals.pool.CassandraPlace;
import org.fourportals.pool.CassandraPool;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Pool;
import org.fourportals.pool.SubjectKind;

/**
 * The pool's other engine on Cassandra nodes of this machine: one with one copy, or three with three copies, a majority of which
 * answers. The same records by the same interface; every write waits for the log on the disk.
 */
final class CassandraPeer {

    private static final int WARM_RESIDENTS = 100_000;
    private static final int LOOKUPS = 20_000;
    private static final String KEYSPACE = "city";
    private static final byte[] KEY = new byte[32];

    private final BigCity city;
    private final DataSets dataSets;
    private final Path folder;
    private final int nodes;
    private final Results results;

    CassandraPeer(BigCity city, DataSets dataSets, Path folder, int nodes, Results results) {
        this.city = city;
        this.dataSets = dataSets;
        this.folder = folder;
        this.nodes = nodes;
        this.results = results;
    }

    Measured measure() throws Exception {
        try (var cluster = CassandraCluster.start(Path.of("cassandra/node/target/lib"), folder.resolve("nodes"), nodes, nodes == 1 ? "-Xmx3g" : "-Xmx1200m");
             var pool = CassandraPool.open(new CassandraPlace(cluster.addresses(), CassandraCluster.DATACENTER, KEYSPACE, nodes, null, List.of()),
                     dataSets, Clock.systemDefaultZone(), KEY)) {
            var loaded = new CityLoad(city, pool, folder, city.planned(), results).run();
            cluster.nodes().forEach(node -> node.nodetool("compact", KEYSPACE));
            var bytes = cluster.bytes(KEYSPACE) / (double) loaded.records() / nodes;
            var work = new PoolWork(city, dataSets);
            work.check(pool);
            var residents = Math.min(WARM_RESIDENTS, city.subjects(SubjectKind.PERSON));
            warm(pool, residents);
            var lookups = work.lookups(pool, residents, LOOKUPS, OurPool.THREADS);
            var upserts = work.upserts(pool);
            results.add(Figure.of("nodes.cassandra", nodes, "nodes"));
            results.add(Figure.of("load-records-per-second.cassandra", loaded.perSecond(), "records/s"));
            results.add(Figure.of("load-directory-seconds.cassandra", loaded.directorySeconds(), "s"));
            results.add(Figure.of("bytes-per-record.cassandra", bytes, "B"));
            results.add(Figure.of("lookup-warm-per-second.cassandra", lookups.perSecond(), "lookups/s"));
            results.add(Figure.of("lookup-warm-p50-micros.cassandra", lookups.p50Micros(), "µs"));
            results.add(Figure.of("lookup-warm-p99-micros.cassandra", lookups.p99Micros(), "µs"));
            results.add(Figure.of("lookup-records-found.cassandra", lookups.found(), "records"));
            results.add(Figure.of("upserts-per-second.cassandra", upserts, "records/s"));
            return new Measured(loaded.perSecond(), bytes, lookups.perSecond(), upserts);
        }
    }

    private void warm(Pool pool, long residents) {
        var large = Set.copyOf(Lookups.large(dataSets));
        for (var serial = 1L; serial <= residents; serial++) {
            pool.recordsOf(CityLoad.subject(SubjectKind.PERSON, serial), large);
        }
    }
}
