package org.fourportals.intake;

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

import javax.sql.DataSource;

import org.fourportals.TestPostgres;
import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.base.WorkingDays;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.Misfit;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.RocksPool;
import org.fourportals.pool.SubjectId;
import org.fourportals.pool.SubjectKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class DepartmentRecordsStoreTest {

    private static final Actor BUREAU = new Actor.Automatic("delivery of permits");
    private static final Instant CHANGED = Instant.parse("2026-11-20T02:00:00Z");
    private static final String ID = "990101199001011230";

    @TempDir
    private Path folder;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private DepartmentRecords records;
    private Pool pool;
    private Subject subject;

    @BeforeEach
    void open() throws Exception {
        Clock clock = Clock.fixed(CHANGED, ZoneId.of("UTC"));
        DataSource source = TestPostgres.fresh();
        WorkingDays days = WorkingDays.read(new BufferedReader(new StringReader("")));
        pool = RocksPool.open(folder, DataSets.read(Path.of("../catalogue/datasets.tsv")), clock);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(CityTime.class, () -> new CityTime(clock, ZoneId.of("Asia/Shanghai"), days));
        context.registerBean(Pool.class, () -> pool);
        context.register(AuditLog.class, DepartmentRecords.class);
        context.refresh();
        records = context.getBean(DepartmentRecords.class);
        subject = new Subject(pool.assign(Identifier.residentId(ID), SubjectKind.PERSON).number());
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void writesWhatFitsAndSaysWhyTheRestDoesNot() {
        PoolRecord bad = PoolRecord.of(new SubjectId(subject.number()), "residence-permits", "bad", CHANGED,
                Map.of("residentId", org.fourportals.pool.Value.of(LocalDate.of(2026, 1, 1))));
        DepartmentRecords.Delivery delivery = records.write(BUREAU, List.of(permit("P-1"), bad, permit("P-2")));
        assertThat(delivery).isInstanceOfSatisfying(DepartmentRecords.SomeRefused.class, some -> {
            assertThat(some.written()).isEqualTo(2);
            assertThat(some.misfits()).extracting(Misfit::recordId).containsOnly("bad");
        });
        assertThat(pooled()).extracting(PoolRecord::id).containsExactlyInAnyOrder("P-1", "P-2");
        assertThat(logged()).containsExactly("written {residence-permits=2}, refused 1");
    }

    @Test
    void aDeliveryRepeatedChangesNothing() {
        assertThat(records.write(BUREAU, List.of(permit("P-1")))).isEqualTo(new DepartmentRecords.AllWritten(1));
        assertThat(records.write(BUREAU, List.of(permit("P-1"), permit("P-1")))).isEqualTo(new DepartmentRecords.AllWritten(2));
        assertThat(pooled()).hasSize(1);
    }

    @Test
    void anEmptyDeliveryIsNoFault() {
        assertThat(records.write(BUREAU, List.of())).isEqualTo(new DepartmentRecords.AllWritten(0));
    }

    @Test
    void readsValuesAsRegistersWriteThem() {
        PoolRecord read = records.read(subject, "residence-permits", "P-1", CHANGED,
                Map.of("residentId", ID, "issueDate", "2026-02-28", "pointsTotal", "7", "currentAddress", " "));
        assertThat(read.date("issueDate")).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(read.fields()).containsOnlyKeys("residentId", "issueDate", "pointsTotal");
    }

    @Test
    void saysWhichFieldCannotBeReadWithoutRepeatingIt() {
        assertThatThrownBy(() -> read("issueDate", "2026-02-30")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("residence-permits.issueDate").hasMessageNotContaining("2026-02-30");
        assertThatThrownBy(() -> read("secret", "x")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no field secret");
        assertThatThrownBy(() -> records.read(subject, "nonsense", "x", CHANGED, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private PoolRecord read(String field, String value) {
        return records.read(subject, "residence-permits", "P-1", CHANGED, Map.of(field, value));
    }

    private PoolRecord permit(String number) {
        return records.read(subject, "residence-permits", number, CHANGED,
                Map.of("residentId", ID, "permitNo", number, "hukouPlace", "zhejiang", "issueDate", "2026-01-01", "expiryDate", "2027-01-01"));
    }

    private List<PoolRecord> pooled() {
        return pool.recordsOf(new SubjectId(subject.number()), Set.of("residence-permits"));
    }

    private List<String> logged() {
        return context.getBean(JdbcClient.class).sql("select outcome from audit.entries where act = 'WriteRecords'").query(String.class).list();
    }
}
