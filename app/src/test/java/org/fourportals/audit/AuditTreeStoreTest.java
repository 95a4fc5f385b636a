package org.fourportals.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.fourportals.TestPostgres;
import org.fourportals.audit.internal.CheckpointKey;
import org.fourportals.audit.internal.TreeStore;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.fourportals.base.WorkingDays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log's tree on real PostgreSQL, and what an attacker who owns the database can do to it. */
class AuditTreeStoreTest {

    private static final Actor READER = new Actor.Resident(new Subject(7), "某人\nact: \\lied", Portal.WEB, null);
    private static final Subject SUBJECT = new Subject(7);
    private static final CheckpointKey KEY = new CheckpointKey(new byte[32]);

    private Duration ahead = Duration.ZERO;
    private DataSource database;
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private CityTime time;
    private AuditLog log;
    private AuditTree tree;
    private LogVerification verification;

    @BeforeEach
    void open() throws IOException {
        database = TestPostgres.fresh();
        jdbc = JdbcClient.create(database);
        var transactions = new JdbcTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("UTC");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.system(zone);
            }

            @Override
            public Instant instant() {
                return Instant.now().plus(ahead);
            }
        };
        time = new CityTime(clock, ZoneId.of("Asia/Shanghai"), WorkingDays.read(new BufferedReader(new StringReader(""))));
        log = new AuditLog(jdbc, time);
        tree = new AuditTree(new TreeStore(jdbc), KEY, time, transactions);
        verification = new LogVerification(new TreeStore(jdbc), KEY, time);
    }

    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            log.recordRead(READER, SUBJECT, i % 2 == 0 ? null : new UUID(0, i), "first-id-card", "household-register", Set.of("name", "address"), "read");
        }
    }

    private LogVerification.Report verify() {
        return verification.verify(Optional.empty(), done -> { });
    }

    /** As somebody who may do everything in the database. */
    private void tamper(String sql) {
        jdbc.sql("set session_replication_role = replica; " + sql + "; set session_replication_role = origin").update();
    }

    @Test
    void provesEveryEntryUnderACheckpointThatLaterOnesContinue() {
        assertThat(tree.checkpoint()).isEmpty();
        write(300);
        assertThat(tree.append()).isEqualTo(300);
        assertThat(tree.append()).as("nothing new").isZero();
        Checkpoint first = tree.checkpoint().orElseThrow();
        assertThat(tree.checkpoint()).as("the same so long as nothing is new").hasValueSatisfying(again -> assertThat(again.text()).isEqualTo(first.text()));
        write(500);
        tree.append();
        Checkpoint second = tree.checkpoint().orElseThrow();
        assertThat(second.size()).isEqualTo(800);
        assertThat(Merkle.continues(300, first.root(), 800, second.root(), tree.consistency(first, second))).isTrue();

        List<Long> numbers = jdbc.sql("select number from audit.entries").query(Long.class).list();
        List<AuditTree.Inclusion> proofs = tree.inclusions(SUBJECT, numbers, second);
        assertThat(proofs).hasSize(800).allSatisfy(proof -> {
            var digest = Merkle.sha256();
            digest.update(proof.salt());
            byte[] leaf = Merkle.leaf(digest.digest(proof.text().getBytes(StandardCharsets.UTF_8)));
            assertThat(Merkle.includes(leaf, proof.index(), 800, proof.path(), second.root())).isTrue();
            assertThat(proof.text()).contains("actor-name: 某人\\nact: \\\\lied\n", "dataset: household-register\nfield: address\nfield: name\n");
        });
        assertThat(tree.inclusions(SUBJECT, numbers, first)).as("what the first holds").hasSize(300);
        assertThat(tree.inclusions(new Subject(8), numbers, second)).as("somebody else's").isEmpty();
        assertThat(verify()).extracting(LogVerification.Report::entries, LogVerification.Report::checkpoints, LogVerification.Report::isWhole)
                .containsExactly(800L, 2L, true);
        assertThatThrownBy(() -> jdbc.sql("delete from audit.checkpoints").update()).hasMessageContaining("append-only");
    }

    @Test
    void takesInEntriesWhoseTransactionsEndLateAndPassesOverThoseRolledBack() throws SQLException {
        write(3);
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            new AuditLog(JdbcClient.create(new SingleConnectionDataSource(slow, true)), time)
                    .recordAct(READER, "Slow", null, "Done");
            transaction.executeWithoutResult(status -> {
                write(2);
                status.setRollbackOnly();
            });
            write(3);
            assertThat(tree.append()).isEqualTo(6);
            assertThat(jdbc.sql("select count(*) from audit.gaps").query(Long.class).single()).isEqualTo(3);
            assertThat(verify().findings()).isEmpty();
            slow.commit();
        }
        assertThat(tree.append()).isEqualTo(1);
        assertThat(tree.append()).isZero();
        jdbc.sql("update audit.gaps set seen_at = seen_at - interval '2 minutes'").update();
        tree.append();
        assertThat(jdbc.sql("select count(*) from audit.gaps").query(Long.class).single()).as("over and left nothing").isZero();
        tree.checkpoint();
        assertThat(verify()).satisfies(report -> {
            assertThat(report.entries()).isEqualTo(7);
            assertThat(report.findings()).isEmpty();
        });
    }

    @Test
    void manyNodesGrowOneTreeWhileManyWrite() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 4).mapToObj(n -> threads.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    transaction.executeWithoutResult(status -> {
                        write(3);
                        if (new Random().nextInt(4) == 0) {
                            status.setRollbackOnly();
                        }
                    });
                }
            })).toList();
            var nodes = IntStream.range(0, 2).mapToObj(n -> threads.submit(() -> {
                while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                    tree.append();
                    tree.checkpoint();
                }
            })).toList();
            for (var task : writers) {
                task.get();
            }
            for (var task : nodes) {
                task.get();
            }
        }
        tree.append();
        tree.checkpoint();
        LogVerification.Report report = verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(jdbc.sql("select count(*) from audit.entries").query(Long.class).single());
        assertThat(report.checkpoints()).isPositive();
    }

    @Test
    void findsWhatTheOwnerOfTheDatabaseDidToEntries() {
        write(600);
        tree.append();
        Checkpoint kept = tree.checkpoint().orElseThrow();
        tamper("update audit.entries set actor_name = 'nobody' where number = 5");
        tamper("delete from audit.entries where number = 300");
        tamper("update audit.entries set fields = array['name'] where number = 600");
        tamper("insert into audit.entries (number, id, at, actor, actor_name, portal, act, outcome) overriding system value "
                + "values (-1, gen_random_uuid(), now(), 'system:x', 'x', 'WEB', 'Old', 'Done')");
        assertThat(verify().findings()).contains(new Finding.Changed(5, 4), new Finding.Missing(300, 299), new Finding.Changed(600, 599),
                new Finding.Untold(-1), new Finding.NotAsSigned(0, 600), new Finding.WrongNode(1, 0));
        assertThat(verification.verify(Optional.of(kept), done -> { }).findings()).contains(new Finding.NotContinued(600, 600));
    }

    @Test
    void findsWhatWasDoneToTheTreeAndTheCheckpoints() {
        write(400);
        tree.append();
        Checkpoint kept = tree.checkpoint().orElseThrow();
        write(100);
        tree.append();
        tree.checkpoint();
        jdbc.sql("""
                update audit.tiles set entries = array[entries[2], entries[1]] || entries[3:],
                    hashes = substring(hashes from 33 for 32) || substring(hashes from 1 for 32) || substring(hashes from 65) where level = 0 and number = 0
                """).update();
        assertThat(verify().findings()).as("two changed places, the tree with them").containsExactly(new Finding.WrongNode(1, 0), new Finding.NotAsSigned(0, 400),
                new Finding.NotAsSigned(400, 500));
        tamper("update audit.checkpoints set size = 450 where size = 500");
        assertThat(verify().findings()).contains(new Finding.Forged(450));
        jdbc.sql("update audit.tree set size = 256").update();
        assertThat(verification.verify(Optional.of(kept), done -> { }).findings()).contains(new Finding.NotContinued(400, 256), new Finding.Cut(400, 256));
        jdbc.sql("delete from audit.tiles where level = 0 and number = 0").update();
        assertThat(verify().findings()).contains(new Finding.Cut(256, 0));
        Checkpoint forged = new Checkpoint(400, kept.root(), kept.at(), new CheckpointKey("another key of 32 bytes in all !".getBytes()).sign(kept.signed()));
        assertThat(verification.verify(Optional.of(forged), done -> { }).findings()).contains(new Finding.Forged(400));
    }

    @Test
    void noticesThatTheTreeNoLongerGrows() {
        write(2);
        assertThat(verify().findings()).isEmpty();
        ahead = Duration.ofMinutes(11);
        assertThat(verify().findings()).singleElement().isInstanceOf(Finding.Behind.class);
    }

    @Test
    void readsACheckpointAsItIsWritten() {
        write(1);
        tree.append();
        Checkpoint checkpoint = tree.checkpoint().orElseThrow();
        assertThat(Checkpoint.parse(checkpoint.text().replace("\n", "\r\n")).text()).isEqualTo(checkpoint.text());
        assertThat(CheckpointKey.verify(CheckpointKey.read(tree.publicKey()), checkpoint.signed(), checkpoint.signature())).isTrue();
        for (String wrong : List.of("", "x\n1\nAA==\n2026-01-01T00:00:00Z\nAA==", checkpoint.text() + "more\n", checkpoint.text().replace("\n1\n", "\none\n"),
                checkpoint.text().replaceFirst("20\\d\\d-", "soon-"))) {
            assertThatThrownBy(() -> Checkpoint.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
