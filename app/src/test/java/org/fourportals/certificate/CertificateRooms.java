package org.fourportals.certificate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.fourportals.TestPostgres;
import org.fourportals.audit.AuditLog;
import org.fourportals.base.CityTime;
import org.fourportals.base.Folders;
import org.fourportals.base.Subject;
import org.fourportals.base.WorkingDays;
import org.fourportals.casework.events.CaseGranted;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.internal.VersionStore;
import org.fourportals.certificate.internal.CertificatePdf;
import org.fourportals.base.CityFont;
import org.fourportals.certificate.internal.CityKeys;
import org.fourportals.identity.SubjectVault;
import org.fourportals.identity.internal.KeyConnections;
import org.fourportals.identity.internal.MasterKey;
import org.fourportals.intake.DepartmentRecords;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.Pool;
import org.fourportals.pool.RocksPool;
import org.fourportals.pool.SubjectKind;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The rooms certificate and intake with all they rest on: a real database, a real pool, the city's tables with one affair; only the clock is set. */
final class CertificateRooms implements AutoCloseable {

    static final String AFFAIR = "residence-permit-renewal";
    static final Instant NOW = Instant.parse("2026-11-20T17:30:00Z");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String RESIDENT_ID = "990101199001011230";
    private static final String FILE = """
            affair: residence-permit-renewal
            plain: {zh: 签注居住证。, en: Renew a permit.}
            about: self
            laws: [permit-law]
            questions:
              - id: moved
                type: yes-no
                ask: {zh: 搬家了吗？, en: Did you move?}
            grounds:
              - {id: any, when: 'true', name: {zh: 都行, en: Any}}
            requirements:
              - id: old-permit
                name: {zh: 居住证, en: Permit}
                when: 'moved'
                why: {zh: 要看, en: We look at it}
                evidence: [original, {declaration: {zh: 我声明, en: I declare}}]
                check: {zh: 看, en: Look}
              - id: word
                name: {zh: 声明, en: Statement}
                when: 'not(moved)'
                why: {zh: 要声明, en: We need it}
                evidence: [{declaration: {zh: 我声明, en: I declare}}]
                check: {zh: 看, en: Look}
            form:
              - section: {zh: 居住证, en: Permit}
                fields:
                  - {id: permitNo, type: text, label: {zh: 证号, en: Permit number}}
                  - id: hukouPlace
                    type: choice
                    label: {zh: 户籍地, en: Registered in}
                    options: [{id: zhejiang, zh: 浙江省内, en: Zhejiang}, {id: other-province, zh: 外省, en: Another province}]
                  - {id: since, type: date, label: {zh: 居住起始, en: Living here since}}
                  - {id: remarks, type: long-text, label: {zh: 备注, en: Remarks}, required: false}
            procedure:
              instant: 'true'
              stages:
                - {id: decide, kind: decide, by: [public-security], days: 0, name: {zh: 决定, en: Decide}, checks: {zh: 全部, en: All}}
            fee: {yuan: 0}
            result:
              name: {zh: 已签注的浙江省居住证, en: Renewed Zhejiang residence permit}
              kind: certificate
              valid-months: 12
              shows: [permitNo, hukouPlace, since, remarks]
              says:
                zh: 该居住证已完成年度签注，在有效期内持证人享有居住证规定的公共服务和便利。
                en: This residence permit has been renewed for the year, and its holder is entitled to the services that go with it.
              record:
                dataset: residence-permits
                of: subject
                fields: {residentId: subject.id, permitNo: form.permitNo, hukouPlace: form.hukouPlace, issueDate: today, expiryDate: today + 12 months, pointsTotal: 7}
            """;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final SettableClock clock = new SettableClock();
    private Subject subject = new Subject(0);

    /** Opens them over a fresh database. */
    static CertificateRooms open(Path folder) throws IOException {
        CertificateRooms rooms = new CertificateRooms();
        Path city = city(folder.resolve("city"));
        DataSource source = TestPostgres.fresh();
        Pool pool = RocksPool.open(folder.resolve("pool"), DataSets.read(city.resolve("datasets.tsv")), rooms.clock, new byte[32]);
        var context = rooms.context;
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test",
                Map.of("fourportals.data", folder.toString(), "fourportals.catalogue", city.toString())));
        WorkingDays days = WorkingDays.read(new BufferedReader(new StringReader("")));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(JdbcConnectionDetails.class, () -> TestPostgres.details(source));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(Clock.class, () -> rooms.clock);
        context.registerBean(CityTime.class, () -> new CityTime(rooms.clock, ZONE, days));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(Pool.class, () -> pool);
        context.register(Folders.class, MasterKey.class, KeyConnections.class, SubjectVault.class, AuditLog.class, VersionStore.class, Catalogue.class, DepartmentRecords.class,
                CityKeys.class, CityFont.class, CertificatePdf.class, Certificates.class, CertificateStore.class, IssueCertificate.class, PoolResults.class,
                RevokeCertificate.class);
        context.refresh();
        rooms.subject = new Subject(pool.assign(Identifier.residentId(validId()), SubjectKind.PERSON).number());
        return rooms;
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Subject subject() {
        return subject;
    }

    void setTime(Instant now) {
        clock.now = now;
    }

    /** A granted case of this holder; more or other form values by `form`. */
    CaseGranted granted(UUID caseId, String holder, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(Map.of("permitNo", "P-1", "hukouPlace", "other-province", "since", "2024-02-29"));
        all.putAll(form);
        return new CaseGranted(caseId, "26-0000-0123-K", AFFAIR, get(Catalogue.class).findPlan(AFFAIR).orElseThrow().version(), subject, holder,
                subject, holder, all, Map.of("moved", "no"), Map.of("subject.residentId", validId()), clock.instant(), "public-security");
    }

    /** Grants as casework does: publishes within a transaction, which then commits or not; then waits for the pool. */
    void grant(CaseGranted granted, boolean commit) throws Exception {
        new TransactionTemplate(get(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            context.publishEvent(granted);
            if (!commit) {
                status.setRollbackOnly();
            }
        });
        awaitPool();
    }

    /** The worker takes one thing after the other: when this one is done, so are those before. */
    void awaitPool() throws Exception {
        get(PoolResults.class).wake().get();
    }

    void publish(Object event) {
        context.publishEvent(event);
    }

    static String validId() {
        return org.fourportals.pool.identifier.ResidentId.of(RESIDENT_ID).toString();
    }

    @Override
    public void close() {
        context.close();
    }

    private static Path city(Path folder) throws IOException {
        Path real = Path.of("../catalogue");
        Files.createDirectories(folder.resolve("affairs/public-security"));
        for (String table : new String[] {"affairs.tsv", "departments.tsv", "datasets.tsv", "life_events.tsv", "documents.tsv", "codes.yaml"}) {
            Files.copy(real.resolve(table), folder.resolve(table));
        }
        Files.writeString(folder.resolve("laws.yaml"), "permit-law: {zh: 居住证暂行条例, en: Interim Regulations on Residence Permits}\n");
        Files.writeString(folder.resolve("affairs/public-security/" + AFFAIR + ".yaml"), FILE);
        return folder;
    }

    private static final class SettableClock extends Clock {
        private volatile Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
