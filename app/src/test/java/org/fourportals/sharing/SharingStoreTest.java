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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import org.fourportals.TestPostgres;
import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.base.WorkingDays;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.RocksPool;
import org.fourportals.pool.SubjectId;
import org.fourportals.pool.SubjectKind;
import org.fourportals.pool.Value;
import org.fourportals.sharing.internal.GrantRequestStore;
import org.jspecify.annotations.Nullable;
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
    private static final Actor.Staff MARKET = staff("market", "market-regulation", Role.REVIEWER);
    private static final Actor.Staff POLICE = staff("police", "public-security", Role.REVIEWER);
    private static final Actor.Staff BUREAU = staff("bureau", "data-resources", Role.BUREAU);

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
        context.registerBean(Purposes.class, () -> purpose -> Optional.ofNullable(Map.of(AFFAIR, "public-security", "dog-licence", "public-security",
                "food-business-licence", "market-regulation").get(purpose)));
        context.register(AuditLog.class, Grants.class, Sharing.class, GrantRequestStore.class, GrantRequests.class, AskForGrant.class, DecideGrantRequest.class,
                RevokeGrant.class);
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
        grants.revoke(AFFAIR, PERMITS, "somebody", "no longer needed", CHANGED);
        assertThat(sharing.read(reason(), subject, PERMITS)).as("revoked").isEmpty();
        assertThat(logged()).hasSize(4).allMatch(line -> line.startsWith("refused"));
    }

    private static Actor.Staff staff(String name, String department, Role role) {
        return new Actor.Staff(name, new Text(name, name), Set.of(role), department, null, Portal.OFFICE, null);
    }

    private AskForGrant.Outcome ask(Actor asker, String affair, Set<String> fields, String ground, String reason, @Nullable LocalDate until) {
        return context.getBean(AskForGrant.class).perform(asker, new AskForGrant.Request(affair, PERMITS, fields, ground, reason, until));
    }

    private UUID asked(Set<String> fields, @Nullable LocalDate until) {
        return ((AskForGrant.Asked) ask(MARKET, "food-business-licence", fields, "Food Safety Law, article 35", "so that nobody brings the permit", until)).request();
    }

    private DecideGrantRequest.Outcome decide(Actor by, UUID request, DecideGrantRequest.Decision decision, Set<String> fields, @Nullable LocalDate until, String answer) {
        return context.getBean(DecideGrantRequest.class).perform(by, new DecideGrantRequest.Request(request, decision, fields, until, answer));
    }

    private Optional<List<SharedRecord>> readForLicence() {
        return sharing.read(new Sharing.Reason(CLERK, "food-business-licence", UUID.randomUUID()), subject, PERMITS);
    }

    @Test
    void aDepartmentReadsWhatTheHolderGrantedWhenItAskedAndNoMore() {
        assertThat(readForLicence()).isEmpty();
        UUID request = asked(Set.of("permitNo", "expiryDate", "hukouPlace"), LocalDate.of(2026, 12, 31));
        assertThat(readForLicence()).as("only asked").isEmpty();
        assertThat(context.getBean(GrantRequests.class).listOpen(POLICE)).extracting(GrantRequest::id).containsExactly(request);
        assertThat(context.getBean(GrantRequests.class).listOpen(MARKET)).isEmpty();
        assertThat(context.getBean(GrantRequests.class).find(staff("x", "education", Role.REVIEWER), request)).isEmpty();
        assertThat(decide(POLICE, request, DecideGrantRequest.Decision.GRANT, Set.of("permitNo", "expiryDate"), LocalDate.of(2026, 11, 30), ""))
                .isEqualTo(new DecideGrantRequest.Decided(request, GrantRequest.State.GRANTED));
        assertThat(readForLicence().orElseThrow()).singleElement().satisfies(read -> assertThat(read.fields()).containsOnlyKeys("permitNo", "expiryDate"));
        assertThat(decide(POLICE, request, DecideGrantRequest.Decision.DECLINE, Set.of(), null, "no")).isEqualTo(new DecideGrantRequest.ClosedAlready());

        UUID more = asked(Set.of("hukouPlace"), null);
        decide(POLICE, more, DecideGrantRequest.Decision.GRANT, Set.of("hukouPlace"), null, "as asked");
        assertThat(grants.fields("food-business-licence", PERMITS)).containsExactlyInAnyOrder("permitNo", "expiryDate", "hukouPlace");
        jdbc.sql("update sharing.grants set valid_until = date '2026-11-19' where valid_until is not null").update();
        assertThat(grants.fields("food-business-licence", PERMITS)).as("the first has run out").containsExactly("hukouPlace");

        RevokeGrant revoke = context.getBean(RevokeGrant.class);
        assertThat(revoke.perform(MARKET, new RevokeGrant.Request("food-business-licence", PERMITS, "why not"))).as("not hers").isEqualTo(new RevokeGrant.NotFound());
        assertThat(revoke.perform(POLICE, new RevokeGrant.Request("food-business-licence", PERMITS, " "))).isEqualTo(new RevokeGrant.ReasonNeeded(1_000));
        assertThat(revoke.perform(BUREAU, new RevokeGrant.Request("food-business-licence", PERMITS, "the law was changed"))).isInstanceOf(RevokeGrant.Revoked.class);
        assertThat(revoke.perform(BUREAU, new RevokeGrant.Request("food-business-licence", PERMITS, "twice"))).isEqualTo(new RevokeGrant.NotFound());
        assertThat(readForLicence()).isEmpty();
    }

    @Test
    void refusesWhatADepartmentMayNotAskOrDidNotSay() {
        String longer = "x".repeat(1_001);
        assertThat(ask(MARKET, AFFAIR, Set.of("permitNo"), "law", "why", null)).as("another department's affair").isEqualTo(new AskForGrant.NotYourPurpose());
        assertThat(ask(MARKET, Grants.REPRESENTATION, Set.of("permitNo"), "law", "why", null)).isEqualTo(new AskForGrant.NotYourPurpose());
        assertThat(ask(MARKET, "food-business-licence", Set.of(), "law", "why", null)).isEqualTo(new AskForGrant.NoSuchFields());
        assertThat(ask(MARKET, "food-business-licence", Set.of("permitNo", "secret"), "law", "why", null)).isEqualTo(new AskForGrant.NoSuchFields());
        assertThat(ask(MARKET, "food-business-licence", Set.of("permitNo"), " ", "why", null)).isEqualTo(new AskForGrant.WordsNeeded(true, 300));
        assertThat(ask(MARKET, "food-business-licence", Set.of("permitNo"), "law", longer, null)).isEqualTo(new AskForGrant.WordsNeeded(false, 1_000));
        assertThat(ask(MARKET, "food-business-licence", Set.of("permitNo"), "law", "why", LocalDate.of(2026, 11, 19))).isEqualTo(new AskForGrant.DayGoneBy());
        UUID request = asked(Set.of("permitNo"), LocalDate.of(2026, 12, 31));
        assertThat(ask(MARKET, "food-business-licence", Set.of("expiryDate"), "law", "why", null)).isEqualTo(new AskForGrant.AskedAlready());

        assertThat(decide(MARKET, request, DecideGrantRequest.Decision.GRANT, Set.of("permitNo"), null, "")).as("not the holder").isEqualTo(new DecideGrantRequest.NotFound());
        assertThat(decide(POLICE, request, DecideGrantRequest.Decision.DECLINE, Set.of(), null, " ")).isEqualTo(new DecideGrantRequest.AnswerNeeded(1_000));
        assertThat(decide(POLICE, request, DecideGrantRequest.Decision.DECLINE, Set.of(), null, longer)).isEqualTo(new DecideGrantRequest.AnswerNeeded(1_000));
        assertThat(decide(POLICE, request, DecideGrantRequest.Decision.GRANT, Set.of(), null, "")).isEqualTo(new DecideGrantRequest.NoSuchFields());
        assertThat(decide(POLICE, request, DecideGrantRequest.Decision.GRANT, Set.of("expiryDate"), null, "")).as("not asked for").isEqualTo(new DecideGrantRequest.NoSuchFields());
        assertThat(decide(POLICE, request, DecideGrantRequest.Decision.GRANT, Set.of("permitNo"), null, "")).as("longer than asked").isEqualTo(new DecideGrantRequest.DayGoneBy());
        assertThat(decide(POLICE, request, DecideGrantRequest.Decision.WITHDRAW, Set.of(), null, "")).isEqualTo(new DecideGrantRequest.NotFound());
        assertThat(decide(MARKET, request, DecideGrantRequest.Decision.WITHDRAW, Set.of(), null, "")).isEqualTo(new DecideGrantRequest.Decided(request, GrantRequest.State.WITHDRAWN));
        assertThat(readForLicence()).isEmpty();
    }

    @Test
    void nobodyDecidesWhatSheAskedHerselfAndWhatIsGrantedIsNotAskedAgain() {
        UUID own = ((AskForGrant.Asked) ask(POLICE, AFFAIR, Set.of("permitNo"), "law", "why", null)).request();
        assertThat(decide(POLICE, own, DecideGrantRequest.Decision.GRANT, Set.of("permitNo"), null, "")).isEqualTo(new DecideGrantRequest.OwnRequest());
        assertThat(decide(staff("second", "public-security", Role.REVIEWER), own, DecideGrantRequest.Decision.GRANT, Set.of("permitNo"), null, ""))
                .isInstanceOf(DecideGrantRequest.Decided.class);
        assertThat(ask(POLICE, AFFAIR, Set.of("permitNo"), "law", "why", null)).isEqualTo(new AskForGrant.GrantedAlready());
        assertThat(context.getBean(GrantRequests.class).listPast(POLICE)).extracting(GrantRequest::state).containsExactly(GrantRequest.State.GRANTED);
        assertThat(context.getBean(GrantRequests.class).listPast(BUREAU)).hasSize(1);
        assertThat(context.getBean(GrantRequests.class).listPast(MARKET)).isEmpty();
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
