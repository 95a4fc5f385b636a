package org.fourportals.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fourportals.pool.Samples.CLOCK;
import static org.fourportals.pool.Samples.DATA_SETS;
import static org.fourportals.pool.Samples.person;
import static org.fourportals.pool.Samples.record;
import static org.fourportals.pool.Samples.residentId;

import com.datastax.oss.driver.api.core.CqlSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on three Cassandra nodes, and what only a cluster promises. */
class CassandraPoolTest extends PoolKeepingContract {

    private static final String KEYSPACE = "contract";

    private static final byte[] KEY = "a key of thirty-two bytes, so so".getBytes(StandardCharsets.US_ASCII);

    private boolean emptied;

    @TempDir
    Path folder;

    @Override
    Pool open() {
        if (!emptied) {
            TestCluster.empty(KEYSPACE);
            emptied = true;
        }
        return TestCluster.open(KEYSPACE);
    }

    @Test
    void aCallAfterClosingIsRefused() {
        pool.close();
        pool.close();
        assertThatThrownBy(() -> pool.subjectOf(Identifier.residentId(residentId(1990, 1)))).hasMessageContaining("closed");
        assertThatThrownBy(() -> pool.scan(record -> { })).hasMessageContaining("closed");
    }

    @Test
    void twoProgramsAtOnceGiveOneSubjectToAnIdentifierAndNoNumberTwice() throws Exception {
        var identifiers = IntStream.range(0, 1_000).mapToObj(i -> Identifier.residentId(residentId(1950 + i / 20, i))).toList();
        try (var other = TestCluster.open(KEYSPACE); var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of((Callable<Map<Identifier, SubjectId>>) () -> pool.assignAll(identifiers), () -> other.assignAll(identifiers)));
            var first = answers.getFirst().get();
            assertThat(answers.getLast().get()).isEqualTo(first);
            assertThat(new TreeSet<>(first.values())).hasSize(1_000);
            assertThat(other.subjectsOf(identifiers)).isEqualTo(first);
            for (var identifier : identifiers.subList(0, 20)) {
                assertThat(other.identifiersOf(first.get(identifier))).containsExactly(identifier);
            }
        }
    }

    @Test
    void whatWasErasedIsNoLongerOnTheDisksOfAnyNode() throws Exception {
        var place = TestCluster.place("sealed");
        var id = residentId(1990, 1);
        var secret = "Xiaoshan-secret-name";
        var spouse = "110101199001011237-secret-spouse";
        try (var opened = CassandraPool.open(place, DATA_SETS, CLOCK, KEY)) {
            var session = TestCluster.session();
            uncompressed(session, "sealed");
            var subject = person(opened, id);
            opened.write(List.of(record(subject, "household-register", "a", 5, Map.of("residentId", id, "name", secret)),
                    record(subject, "marriage-register", "a", 5, Map.of("residentId", id, "spouseId", spouse)),
                    record(subject, "marriage-register", "a", 6, Map.of("residentId", id, "spouseId", residentId(1991, 2)))));
            TestCluster.nodes().nodes().forEach(node -> node.nodetool("flush", "sealed"));
            assertThat(nodesHolding("sealed", secret)).isEqualTo(3);
            assertThat(nodesHolding("sealed", spouse)).isEqualTo(3);
            opened.erase(subject, "household-register", "by order of the court");
            opened.erase(subject, "marriage-register", "by order of the court");
            requireGone(secret);
            requireGone(spouse);
            opened.write(List.of(record(subject, "marriage-register", "a", 5, Map.of("residentId", id, "spouseId", spouse))));
            assertThat(opened.history(subject, "marriage-register")).as("delivered again, it does not count").isEmpty();
        }
    }

    /** So that a text can be found in the files at all. */
    private static void uncompressed(CqlSession session, String keyspace) {
        List.of("records", "history", "named", "links").forEach(table ->
                session.execute("ALTER TABLE " + keyspace + "." + table + " WITH compression = {'enabled': false}"));
    }

    private static long nodesHolding(String keyspace, String text) {
        return TestCluster.nodes().nodes().stream().filter(node -> holds(node.data().resolve(keyspace), text)).count();
    }

    /** Nodes remove files that were rewritten in the background, a moment later. */
    private static void requireGone(String text) {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var holding = nodesHolding("sealed", text);
        while (holding > 0 && System.nanoTime() < until) {
            holding = nodesHolding("sealed", text);
        }
        assertThat(holding).as(text).isZero();
    }

    private static boolean holds(Path folder, String text) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> contains(file, text));
        } catch (IOException | UncheckedIOException e) {
            // A file went away while the folder was listed: look again.
            return true;
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sensitiveValuesOpenOnlyWithTheKey() {
        var place = TestCluster.place("sealed");
        var id = residentId(1990, 3);
        var secret = "Xiaoshan-secret-kind";
        try (var opened = CassandraPool.open(place, DATA_SETS, CLOCK, KEY)) {
            var session = TestCluster.session();
            var subject = person(opened, id);
            var record = record(subject, "health-records", "a", 1, Map.of("residentId", id, "recordNo", "a", "allergies", secret));
            opened.write(List.of(record, record));
            assertThat(opened.recordsOf(subject, Set.of("health-records"))).containsExactly(record);
            var bytes = session.execute("SELECT value FROM sealed.records WHERE subject = ? LIMIT 1", subject.number()).one().getByteBuffer("value");
            assertThat(StandardCharsets.ISO_8859_1.decode(bytes).toString()).doesNotContain(secret);
        }
        assertThatThrownBy(() -> CassandraPool.open(place, DATA_SETS, CLOCK, new byte[32])).hasMessageContaining("does not open with this key");
        assertThatThrownBy(() -> CassandraPool.open(place, DATA_SETS, CLOCK)).hasMessageContaining("encrypted");
    }

    @Test
    void aSnapshotIsAPoolOnOneMachine() {
        var id = residentId(1990, 1);
        var subject = person(pool, id);
        var before = record(subject, "household-register", "a", 5, Map.of("residentId", id));
        pool.write(List.of(before));
        pool.snapshot(folder.resolve("snapshot"));
        try (var snapshot = RocksPool.open(folder.resolve("snapshot"), DATA_SETS, CLOCK)) {
            assertThat(snapshot.recordsOf(subject, SETS)).containsExactly(before);
            assertThat(snapshot.subjectOf(Identifier.residentId(id))).contains(subject);
        }
        assertThatThrownBy(() -> pool.snapshot(folder)).hasMessageContaining("there already");
    }

    @Test
    void saysWhatIsWrongWithThePlace() {
        var good = TestCluster.place(KEYSPACE);
        var nobody = new InetSocketAddress("127.0.0.9", good.contactPoints().getFirst().getPort());
        assertThatThrownBy(() -> CassandraPool.open(new CassandraPlace(List.of(nobody), good.datacenter(), KEYSPACE, 3, null, List.of()), DATA_SETS, CLOCK))
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining("no Cassandra node").hasMessageContaining("127.0.0.9");
        assertThatThrownBy(() -> new CassandraPlace(good.contactPoints(), good.datacenter(), "Drop; table", 3, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no name of a keyspace");
        var session = TestCluster.session();
        session.execute("CREATE KEYSPACE IF NOT EXISTS foreigner WITH replication = {'class': 'NetworkTopologyStrategy', 'datacenter1': 1}");
        session.execute("CREATE TABLE IF NOT EXISTS foreigner.orders (id int PRIMARY KEY)");
        assertThatThrownBy(() -> TestCluster.open("foreigner")).isInstanceOf(IllegalStateException.class).hasMessageContaining("something else than a pool");
        session.execute("CREATE KEYSPACE IF NOT EXISTS later WITH replication = {'class': 'NetworkTopologyStrategy', 'datacenter1': 1}");
        session.execute("CREATE TABLE IF NOT EXISTS later.shelf (shelf text, name text, edition int static, value blob, PRIMARY KEY (shelf, name))");
        session.execute("INSERT INTO later.shelf (shelf, name, value) VALUES ('pool', 'version', textAsBlob('2'))");
        assertThatThrownBy(() -> TestCluster.open("later")).isInstanceOf(IllegalStateException.class).hasMessageContaining("a pool of version 2");
    }

    @Test
    void anUnknownDataCentreIsSaidByName() {
        var good = TestCluster.place(KEYSPACE);
        assertThatThrownBy(() -> CassandraPool.open(new CassandraPlace(good.contactPoints(), "elsewhere", KEYSPACE, 3, null, List.of()), DATA_SETS, CLOCK))
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining("elsewhere");
    }
}
