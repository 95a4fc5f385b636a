package org.fourportals.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import org.fourportals.TestPostgres;
import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.base.WorkingDays;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.RocksPool;
import org.fourportals.pool.SubjectId;
import org.fourportals.pool.SubjectKind;
import org.fourportals.pool.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** What a read of the pool gives, and what it takes. */
class SharingStoreTest {

    private static final Actor CLERK = new Actor.Automatic("prefill");
    private static final Instant CHANGED = Instant.parse("2026-11-20T02:00:00Z");
    private static final String AFFAIR = "residence-permit-renewal";
    private static final String PERMITS = "residence-permits";

    @TempDir
    private Path folder;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private JdbcClient jdbc;
    private Sharing sharing;
    private Grants grants;
    private Subject subject;

    @BeforeEach
    void open() throws Exception {
        Clock clock = Clock.fixed(CHANGED, ZoneId.of("UTC"));
        DataSource source = TestPostgres.fresh();
        WorkingDays days = WorkingDays.read(new BufferedReader(new StringReader("")));
        Pool pool = RocksPool.open(folder, DataSets.read(Path.of("../catalogue/datasets.tsv")), clock);
        jdbc = JdbcClient.create(source);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(CityTime.class, () -> new CityTime(clock, ZoneId.of("Asia/Shanghai"), days));
        context.registerBean(Pool.class, () -> pool);
        context.register(AuditLog.class, Grants.class, Sharing.class);
        context.refresh();
        sharing = context.getBean(Sharing.class);
        grants = context.getBean(Grants.class);
        SubjectId id = pool.assign(Identifier.residentId("990101199001011230"), SubjectKind.PERSON);
        subject = new Subject(id.number());
        pool.write(List.of(PoolRecord.of(id, PERMITS, "P-1", CHANGED, Map.of("residentId", Value.of("990101199001011230"), "permitNo", Value.of("P-1"),
                "hukouPlace", Value.of("zhejiang"), "issueDate", Value.of(LocalDate.of(2026, 1, 1)), "expiryDate", Value.of(LocalDate.of(2027, 1, 1))))));
    }

    @AfterEach
    void close() {
        context.close();
    }

    private Sharing.Reason reason() {
        return new Sharing.Reason(CLERK, AFFAIR, UUID.randomUUID());
    }

    private List<String> logged() {
        return jdbc.sql("select outcome || ' ' || array_to_string(fields, ',') from audit.entries order by number").query(String.class).list();
    }

    @Test
    void givesOnlyTheFieldsGrantedAndWritesDownWhich() {
        grants.grant(AFFAIR, PERMITS, Set.of("expiryDate", "permitNo"), "law");
        assertThat(sharing.read(reason(), subject, PERMITS).orElseThrow()).singleElement()
                .satisfies(read -> assertThat(read.fields()).containsOnlyKeys("expiryDate", "permitNo"));
        assertThat(logged()).containsExactly("read expiryDate,permitNo");
    }

    @Test
    void refusesWhatIsNotGrantedIsRevokedOrHasRunOut() {
        assertThat(sharing.read(reason(), subject, PERMITS)).isEmpty();
        grants.grant(AFFAIR, PERMITS, Set.of("expiryDate"), "law");
        assertThat(sharing.read(new Sharing.Reason(CLERK, "dog-licence", UUID.randomUUID()), subject, PERMITS)).as("another purpose").isEmpty();
        jdbc.sql("update sharing.grants set valid_until = date '2026-11-19'").update();
        assertThat(sharing.read(reason(), subject, PERMITS)).as("run out").isEmpty();
        jdbc.sql("update sharing.grants set valid_until = null").update();
        grants.revoke(AFFAIR, PERMITS);
        assertThat(sharing.read(reason(), subject, PERMITS)).as("revoked").isEmpty();
        assertThat(logged()).hasSize(4).allMatch(line -> line.startsWith("refused"));
    }

    @Test
    void noEntryInTheLogNoData() {
        grants.grant(AFFAIR, PERMITS, Set.of("expiryDate"), "law");
        assertThat(sharing.read(reason(), subject, PERMITS)).isPresent();
        jdbc.sql("alter table audit.entries add constraint full_disk check (purpose <> '" + AFFAIR + "') not valid").update();
        assertThatThrownBy(() -> sharing.read(reason(), subject, PERMITS)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sharing.linked(reason(), subject, "child")).isInstanceOf(DataAccessException.class);
    }
}
