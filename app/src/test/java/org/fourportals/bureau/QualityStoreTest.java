package org.fourportals.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.fourportals.TestPostgres;
import org.fourportals.base.CityTime;
import org.fourportals.base.Uuid7;
import org.fourportals.base.WorkingDays;
import org.fourportals.bureau.internal.QualityStore;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.RocksPool;
import org.fourportals.pool.SubjectId;
import org.fourportals.pool.SubjectKind;
import org.fourportals.pool.Value;
import org.fourportals.pool.identifier.ResidentId;
import org.fourportals.sharing.DataSetSurvey.Agreement;
import org.fourportals.sharing.DataSetSurvey.FieldFigures;
import org.fourportals.sharing.SurveySample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What a survey finds in a pool whose faults are known, and what is kept of it. */
class QualityStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("UTC"));
    private static final String REGISTER = "household-register";
    private static final String PERMITS = "residence-permits";

    @TempDir
    private Path folder;
    private Pool pool;
    private QualityStore store;

    @BeforeEach
    void open() {
        DataSource source = TestPostgres.fresh();
        pool = RocksPool.open(folder.resolve("pool"), DataSets.read(Path.of("../catalogue/datasets.tsv")), CLOCK);
        store = new QualityStore(JdbcClient.create(source), new JdbcTransactionManager(source));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private SubjectId person(String number) {
        return pool.assign(Identifier.residentId(number), SubjectKind.PERSON);
    }

    private void write(String dataset, String id, String number, int daysAgo, Map<String, Value> more) {
        Map<String, Value> fields = new HashMap<>(more);
        fields.put("residentId", Value.of(number));
        pool.write(List.of(PoolRecord.of(person(number), dataset, id, NOW.minus(Duration.ofDays(daysAgo)), fields)));
    }

    private void survey(Instant now) throws Exception {
        var time = new CityTime(Clock.fixed(now, ZoneId.of("UTC")), ZoneId.of("Asia/Shanghai"), WorkingDays.read(new BufferedReader(new StringReader(""))));
        Path singles = folder.resolve("singles.tsv");
        Files.writeString(singles, "dataset\twhy\n" + REGISTER + "\tnobody is registered twice\n");
        var id = Uuid7.next(CLOCK);
        assertThat(store.ask(id, "staff:bureau", now, pool.counts().total())).isTrue();
        assertThat(store.ask(Uuid7.next(CLOCK), "staff:bureau", NOW, 1)).as("one at a time").isFalse();
        assertThat(store.claim(NOW, NOW.minusSeconds(60))).contains(id);
        assertThat(store.claim(NOW, NOW.minusSeconds(60))).as("somebody works on it").isEmpty();
        assertThat(store.claim(NOW, NOW.plusSeconds(60))).as("who worked on it died").contains(id);
        store.save(id, SurveySample.survey(pool, singles, time));
        assertThat(store.findRunning()).isEmpty();
    }

    @Test
    void countsGapsWrongValuesRepeatsAgesAndDisagreements() throws Exception {
        String wang = ResidentId.make(990101, LocalDate.of(1990, 1, 1), 123).number();
        String li = ResidentId.make(990101, LocalDate.of(1985, 5, 5), 124).number();
        write(REGISTER, "H-1", wang, 10, Map.of("name", Value.of("王芳"), "birthDate", Value.of(LocalDate.of(1990, 1, 1)), "hukouPlace", Value.of("zhejiang")));
        write(REGISTER, "H-2", li, 30, Map.of("name", Value.of("李梅"), "birthDate", Value.of(LocalDate.of(1985, 5, 6)), "hukouPlace", Value.of("zhejiang")));
        write(REGISTER, "H-3", li, 20, Map.of("name", Value.of("李梅"), "birthDate", Value.of(LocalDate.of(1985, 5, 5))));
        write(PERMITS, "P-1", li, 5, Map.of("hukouPlace", Value.of("other-province"), "issueDate", Value.of(LocalDate.of(2026, 1, 1)),
                "expiryDate", Value.of(LocalDate.of(2025, 1, 1))));
        write("marriage-register", "M-1", wang, 400, Map.of("spouseId", Value.of(li)));
        write("marriage-register", "M-2", wang, 400, Map.of("spouseId", Value.of(li)));
        write("marriage-register", "M-3", li, 400, Map.of("spouseId", Value.of(ResidentId.make(990101, LocalDate.of(1970, 1, 1), 7).number())));
        survey(NOW);

        Map<String, Quality> found = new HashMap<>();
        store.listLatest().forEach(each -> found.put(each.dataset(), each));
        Quality register = found.get(REGISTER);
        assertThat(register.records()).isEqualTo(3);
        assertThat(register.completeness()).hasValue(11 / 24.0);
        assertThat(register.wrong()).as("a birthday other than in the number").isEqualTo(1);
        assertThat(register.repeated()).as("nobody is registered twice").isEqualTo(1);
        assertThat(register.medianAge()).isEqualTo(20);
        assertThat(register.newest()).isEqualTo(NOW.minus(Duration.ofDays(10)));
        assertThat(found.get(PERMITS).wrong()).as("ended before it began").isEqualTo(1);
        assertThat(found.get("marriage-register").repeated()).as("the same under two numbers").isEqualTo(1);
        assertThat(store.listAgreements("marriage-register")).containsExactly(new Agreement("marriage-register", "directory", "spouseId", 3, 2));
        assertThat(store.listAgreements(PERMITS)).containsExactly(new Agreement(REGISTER, PERMITS, "hukouPlace", 1, 0));
        assertThat(store.listFields(PERMITS)).contains(new FieldFigures("expiryDate", 1, 1), new FieldFigures("permitNo", 0, 0));
        assertThat(found.get(PERMITS).agreement()).hasValue(0);
    }

    @Test
    void keepsTheTrendAndDetailsOfTheNewestOnly() throws Exception {
        write(PERMITS, "P-1", ResidentId.make(990101, LocalDate.of(1990, 1, 1), 123).number(), 1, Map.of());
        survey(NOW);
        survey(NOW.plus(Duration.ofDays(7)));
        assertThat(store.listOf(PERMITS, 10)).hasSize(2);
        assertThat(store.listOf(PERMITS, 1)).hasSize(1);
        assertThat(store.listFields(PERMITS)).hasSize(7);
    }

    @Test
    void aFailedSurveyLeavesWhatWasFoundBefore() throws Exception {
        survey(NOW);
        var second = Uuid7.next(CLOCK);
        store.ask(second, "system", NOW, 1);
        store.fail(second, NOW);
        assertThat(store.findRunning()).isEmpty();
        assertThat(store.findNewestAt()).contains(NOW);
        assertThat(store.listLatest()).isEmpty();
    }
}
