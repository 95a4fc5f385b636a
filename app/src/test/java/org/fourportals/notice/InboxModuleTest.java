package org.fourportals.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.casework.Case;
import org.fourportals.identity.Accounts;
import org.fourportals.portal.Browser;
import org.fourportals.portal.counter.FoodLicence;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From what happens in other rooms to the inbox, in the whole system. */
class InboxModuleTest {

    private final Inbox inbox = TestCity.get(Inbox.class);
    private final JdbcClient jdbc = TestCity.get(JdbcClient.class);
    private final CaseNews cases = TestCity.get(CaseNews.class);

    private List<Notice> about(Subject person, String path) {
        return inbox.listOf(person, 500, 0).stream().filter(notice -> notice.path().equals(path)).toList();
    }

    private static Subject subject(String username) {
        return Objects.requireNonNull(TestCity.get(Accounts.class).findByUsername(username).orElseThrow().subject());
    }

    private void listen() {
        cases.listen();
        // A round of the system's own may hold the cursor just now; with it locked here, that one is over.
        jdbc.sql("select source from notice.cursors for update").query(String.class).list();
        cases.listen();
    }

    @Test
    void aCaseHandedInIsToldOnceToWhoeverIsBehindIt() {
        Case submitted = new FoodLicence().handedIn();
        Subject agent = submitted.representative() == null ? submitted.applicant() : submitted.representative();
        listen();
        List<Notice> told = about(agent, "/cases/" + submitted.id());
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.CASE_SUBMITTED);
            assertThat(notice.words().get("number").en()).isEqualTo(submitted.number());
            assertThat(notice.readAt()).isNull();
        });
        jdbc.sql("update notice.cursors set transaction = 3, number = 0").update();
        listen();
        assertThat(about(agent, "/cases/" + submitted.id())).as("heard again from the beginning").isEqualTo(told);
    }

    @Test
    void whatAnUnfinishedActBeforeItHoldsBackIsNotLost() {
        var first = new TransactionTemplate(TestCity.get(PlatformTransactionManager.class));
        Case later = first.execute(status -> {
            jdbc.sql("select pg_current_xact_id()::text").query(String.class).single();
            Thread other = Thread.ofVirtual().start(() -> handedIn = new FoodLicence().handedIn());
            join(other);
            Thread listener = Thread.ofVirtual().start(this::listen);
            join(listener);
            assertThat(about(agentOf(handedIn), "/cases/" + handedIn.id())).as("an older act is still under way").isEmpty();
            return handedIn;
        });
        listen();
        assertThat(about(agentOf(later), "/cases/" + later.id())).hasSize(1);
    }

    private volatile Case handedIn;

    private static Subject agentOf(Case about) {
        return about.representative() == null ? about.applicant() : about.representative();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theInboxShowsWhatIsNewAndOnlyOnesOwn() {
        Subject self = subject("he-jing");
        Occasion occasion = new Occasion("test:" + UUID.randomUUID(), self, NoticeKind.BOOKING_TOMORROW, Map.of("centre", new Text("西湖大厅", "<b>Xihu</b>"),
                "time", new Text("09:00", "09:00"), "date", new Text("今天", "today"), "address", new Text("路", "Road")), "/bookings", Instant.now());
        TestCity.get(Telling.class).tell(occasion);
        assertThat(TestCity.get(Telling.class).tell(occasion)).as("twice").isFalse();
        Notice notice = inbox.listOf(self, 1, 0).getFirst();
        Browser browser = new Browser().signIn("he-jing", "/notices");
        assertThat(browser.get("/").body()).contains("fp-bell__count");
        assertThat(browser.get("/m/notices").body()).contains("&lt;b&gt;Xihu&lt;/b&gt;", "Mark all as read", "/m/notices/" + notice.id());
        Browser other = new Browser().signIn("ma-chao", "/notices");
        assertThat(other.get("/notices").body()).doesNotContain("Xihu");
        assertThat(other.post("/notices/" + notice.id()).body()).contains("This notice cannot be found");
        assertThat(other.post("/notices/not-an-id").statusCode()).isEqualTo(404);
        assertThat(other.get("/notices?page=99999999999").statusCode()).isEqualTo(200);
        assertThat(inbox.find(self, notice.id()).orElseThrow().readAt()).isNull();
        assertThat(browser.post("/notices/" + notice.id()).uri().getPath()).isEqualTo("/bookings");
        assertThat(inbox.find(self, notice.id()).orElseThrow().readAt()).isNotNull();
        browser.get("/notices");
        assertThat(browser.post("/notices/read").body()).contains("All marked as read").doesNotContain("fp-bell__count");
        assertThat(new Browser().signIn("bureau", "/notices").get("/notices").statusCode()).isEqualTo(403);
    }

    @Test
    void remindsOfTomorrowsAppointmentOnceAndNotOfOneBookedToday() {
        CityTime time = TestCity.get(CityTime.class);
        Subject self = subject("wu-haiyan");
        UUID early = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        for (UUID id : List.of(early, late)) {
            jdbc.sql("insert into centre.bookings (id, subject, centre, day, begins, booked_at) values (:id, :subject, 'fuyang', :day, '10:00', :at)").param("id", id)
                    .param("subject", self.number()).param("day", time.today().plusDays(1))
                    .param("at", Timestamp.from(id.equals(early) ? time.now().minusSeconds(200_000) : time.now())).update();
        }
        TestCity.get(VisitReminders.class).remind();
        TestCity.get(VisitReminders.class).remind();
        assertThat(about(self, "/bookings/" + early)).singleElement().extracting(notice -> notice.words().get("time").en()).isEqualTo("10:00");
        assertThat(about(self, "/bookings/" + late)).isEmpty();
        jdbc.sql("delete from centre.bookings where id in (:early, :late)").param("early", early).param("late", late).update();
    }

    @Test
    void warnsTheApplicantOnTheWorkingDayBeforeTheDeadline() {
        CityTime time = TestCity.get(CityTime.class);
        Case submitted = new FoodLicence().handedIn();
        jdbc.sql("update casework.cases set deadline = :day where id = :id").param("day", time.workingDays().after(time.today(), 1)).param("id", submitted.id()).update();
        cases.warn();
        cases.warn();
        assertThat(about(agentOf(submitted), "/cases/" + submitted.id()).stream().filter(notice -> notice.kind() == NoticeKind.DEADLINE_NEAR)).hasSize(1);
    }

    @Test
    void aClerkOrAMachineHasNoInbox() {
        assertThat(inbox.unread(new Actor.Device("kiosk-1", "fuyang"))).isZero();
        assertThat(inbox.unread(new Actor.Visitor(Portal.WEB, null))).isZero();
    }
}
