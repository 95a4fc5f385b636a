package org.fourportals.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fourportals.pool.Samples.CLOCK;
import static org.fourportals.pool.Samples.DATA_SETS;
import static org.fourportals.pool.Samples.person;
import static org.fourportals.pool.Samples.record;
import static org.fourportals.pool.Samples.residentId;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.fourportals.cassandra.CassandraCluster;
import org.fourportals.cassandra.CassandraNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node dies under load and comes back; a city moves from one machine to the cluster and back. */
class CassandraClusterTest {

    private static final String KEYSPACE = "city";
    private static final int BATCH = 20;
    private static final int BATCHES = 60;
    private static final Set<String> CARDS = Set.of("citizen-cards");

    private static String resident(int number) {
        return residentId(1920 + number % 90, number / 90 % 1000);
    }

    private static List<PoolRecord> batch(Pool pool, int batch) {
        var records = new ArrayList<PoolRecord>();
        for (var i = 0; i < BATCH; i++) {
            var id = resident(batch * BATCH + i);
            records.add(record(person(pool, id), "citizen-cards", "card-" + batch, 1 + batch, Map.of("residentId", id)));
        }
        return records;
    }

    @Test
    void aNodeKilledUnderLoadLosesNothingAcknowledgedAndCatchesUp() throws Exception {
        TestCluster.empty(KEYSPACE);
        var victim = TestCluster.nodes().nodes().get(2);
        var acknowledged = new AtomicInteger();
        var ended = new AtomicBoolean();
        try (var pool = TestCluster.open(KEYSPACE); var threads = Executors.newFixedThreadPool(2)) {
            pool.assignAll(IntStream.range(0, BATCHES * BATCH / 2).mapToObj(number -> Identifier.residentId(resident(number))).toList());
            var writer = threads.submit((Callable<Integer>) () -> {
                try {
                    for (var batch = 0; batch < BATCHES; batch++) {
                        pool.write(batch(pool, batch));
                        acknowledged.incrementAndGet();
                        if (batch == BATCHES / 3) {
                            victim.kill();
                        }
                    }
                    return BATCHES;
                } finally {
                    ended.set(true);
                }
            });
            var reader = threads.submit(() -> readUntil(pool, acknowledged, ended));
            assertThat(writer.get()).as("no write failed").isEqualTo(acknowledged.get());
            assertThat(reader.get()).as("reads went on").isGreaterThan(BATCHES);
            requireAll(pool, acknowledged.get());
            victim.start();
            victim.awaitReady(120);
            victim.nodetool("repair", "-full", KEYSPACE);
            requireLonelyNodeHoldsEverything(victim, pool);
            requireGoesOn(pool);
        }
    }

    private static int readUntil(Pool pool, AtomicInteger acknowledged, AtomicBoolean ended) {
        var random = new Random(7);
        var reads = 0;
        while (!ended.get()) {
            var known = acknowledged.get();
            if (known > 0) {
                var record = batch(pool, random.nextInt(known)).get(random.nextInt(BATCH));
                assertThat(pool.recordsOf(record.subject(), CARDS)).contains(record);
                reads++;
            }
        }
        return reads;
    }

    private static void requireAll(Pool pool, int batches) {
        for (var batch = 0; batch < batches; batch++) {
            for (var record : batch(pool, batch)) {
                assertThat(pool.recordsOf(record.subject(), CARDS)).contains(record);
            }
        }
    }

    /** Asks one node for what lies on its own disk, while the others are dead; a majority is then missing, and that is said. */
    private static void requireLonelyNodeHoldsEverything(CassandraNode node, Pool pool) {
        var others = TestCluster.nodes().nodes().stream().filter(other -> other != node).toList();
        others.forEach(CassandraNode::kill);
        try (var session = CqlSession.builder().addContactPoint(node.address()).withLocalDatacenter(CassandraCluster.DATACENTER).build()) {
            assertThat(countAtOne(session)).as("the node itself holds everything").isEqualTo((long) BATCHES * BATCH);
            var someone = person(pool, resident(0));
            assertThatThrownBy(() -> pool.recordsOf(someone, CARDS)).isInstanceOf(UncheckedIOException.class).hasMessageContaining("cannot be read or written");
        } finally {
            others.forEach(CassandraNode::start);
            others.forEach(other -> other.awaitReady(120));
        }
    }

    /** As soon as the nodes have found each other again the pool that was open all the time works. */
    private static void requireGoesOn(Pool pool) {
        for (var until = System.nanoTime() + Duration.ofMinutes(1).toNanos(); ; ) {
            try {
                pool.write(batch(pool, 0));
                return;
            } catch (UncheckedIOException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
        }
    }

    /** Until the node has noticed that the others are dead it may ask them in vain. */
    private static long countAtOne(CqlSession session) {
        var count = SimpleStatement.newInstance("SELECT count(*) FROM " + KEYSPACE + ".records").setConsistencyLevel(ConsistencyLevel.LOCAL_ONE)
                .setTimeout(Duration.ofSeconds(30));
        for (var left = 5; ; left--) {
            try {
                return session.execute(count).one().getLong(0);
            } catch (DriverException e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    @Test
    void aCityMovesToTheClusterAndBackWithEverythingThatIsKept(@TempDir Path folder) {
        TestCluster.empty(KEYSPACE);
        try (var rocks = RocksPool.open(folder.resolve("rocks"), DATA_SETS, CLOCK); var cluster = TestCluster.open(KEYSPACE);
             var back = RocksPool.open(folder.resolve("back"), DATA_SETS, CLOCK)) {
            fill(rocks);
            PoolCopy.copy(rocks, cluster);
            var there = PoolCopy.compare(rocks, cluster);
            assertThat(there.examples()).isEmpty();
            assertThat(there.same()).isTrue();
            assertThat(there.records()).isEqualTo(1_203);
            assertThat(there.erasures()).isEqualTo(1);
            PoolCopy.copy(cluster, back);
            assertThat(PoolCopy.compare(rocks, back)).isEqualTo(there);
            var parent = person(back, residentId(1960, 1));
            assertThat(back.linked(parent, Relation.CHILD)).isEqualTo(rocks.linked(parent, Relation.CHILD)).isNotEmpty();
            assertThat(cluster.linked(parent, Relation.CHILD)).isEqualTo(rocks.linked(parent, Relation.CHILD));
            var someone = Identifier.residentId(residentId(2009, 9));
            assertThat(cluster.assign(someone, SubjectKind.PERSON)).as("no number twice").isEqualTo(rocks.assign(someone, SubjectKind.PERSON));
            requireDifferenceIsSeen(rocks, cluster);
        }
    }

    private static void fill(Pool pool) {
        var records = new ArrayList<PoolRecord>();
        for (var i = 0; i < 400; i++) {
            var id = residentId(1950 + i % 50, i / 50);
            var subject = person(pool, id);
            records.add(record(subject, "citizen-cards", "c", 5, Map.of("residentId", id)));
            records.add(record(subject, "household-register", "h", 5, Map.of("residentId", id, "name", "林晓月")));
            records.add(record(subject, "household-register", "h", 7, Map.of("residentId", id, "name", "林月")));
            records.add(Samples.deletion(subject, "insurance-contributions", "gone", 5));
        }
        var mother = residentId(1960, 1);
        var child = residentId(1990, 3);
        var baby = person(pool, child);
        records.add(record(baby, "household-kinship", "k", 3, Map.of("residentId", child, "relativeId", mother, "relation", "mother")));
        records.add(record(baby, "household-register", "second", 3, Map.of("residentId", child)));
        records.add(record(baby, "birth-certificates", "b", 3, Map.of("certificateNo", "B1", "motherId", mother)));
        pool.identify(baby, Identifier.birthCertificate("B1"));
        pool.write(records);
        pool.erase(person(pool, residentId(1950, 0)), "household-register", "entered for the wrong person");
    }

    private static void requireDifferenceIsSeen(Pool rocks, Pool cluster) {
        var id = residentId(1951, 0);
        cluster.write(List.of(record(person(cluster, id), "citizen-cards", "c", 6, Map.of("residentId", id))));
        var compared = PoolCopy.compare(rocks, cluster);
        assertThat(compared.same()).isFalse();
        assertThat(compared.differing()).as("the old version here, the new one there").isEqualTo(2);
        assertThat(compared.examples()).hasSize(1).allMatch(example -> !example.contains(id));
    }
}
