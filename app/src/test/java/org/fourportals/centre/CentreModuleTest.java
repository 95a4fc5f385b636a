package org.fourportals.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import org.fourportals.TestPostgres;
import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Folders;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.base.WorkingDays;
import org.fourportals.centre.internal.TicketStore;
import org.fourportals.desk.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.support.TestPropertySourceUtils;
import tools.jackson.databind.json.JsonMapper;

/** The room as Spring puts it together, called through the desk. */
class CentreModuleTest {

    private static final Actor KIOSK = new Actor.Device("kiosk-1", "hangzhou");
    private static final Actor CLERK = new Actor.Staff("li", new Text("李", "Li"), Set.of(Role.CLERK), "civil-affairs", "hangzhou",
            Portal.COUNTER, null);

    private final AnnotationConfigApplicationContext room = new AnnotationConfigApplicationContext();

    @BeforeEach
    void open() throws Exception {
        DataSource database = TestPostgres.fresh();
        var time = new CityTime(Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneId.of("UTC")), ZoneId.of("Asia/Shanghai"),
                WorkingDays.read(new BufferedReader(new StringReader(""))));
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(room, "fourportals.data=target/data",
                "fourportals.catalogue=" + CentresTest.CATALOGUE);
        room.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        room.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
        room.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        room.registerBean(CityTime.class, () -> time);
        room.register(Folders.class, AuditLog.class, Desk.class, Centres.class, TicketStore.class, Tickets.class, TakeTicket.class,
                CallNext.class, FinishTicket.class);
        room.refresh();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Desk desk() {
        return room.getBean(Desk.class);
    }

    private TakeTicket.Taken take(UUID key) {
        return desk().perform(KIOSK, room.getBean(TakeTicket.class),
                new TakeTicket.Request("hangzhou", Ticket.Priority.ELDER, "old-age-allowance"), key);
    }

    @Test
    void givesOneTicketHoweverOftenTheButtonIsPressed() {
        UUID key = UUID.randomUUID();
        TakeTicket.Taken first = take(key);
        assertThat(first).isInstanceOf(TakeTicket.TicketTaken.class);
        assertThat(take(key)).isEqualTo(first);
        assertThat(room.getBean(Tickets.class).waiting("hangzhou").people()).isEqualTo(1);
        assertThat(take(UUID.randomUUID())).isNotEqualTo(first);
    }

    @Test
    void callsAndFinishesOnceHoweverOftenTheButtonIsPressed() {
        take(UUID.randomUUID());
        take(UUID.randomUUID());
        UUID key = UUID.randomUUID();
        var called = desk().perform(CLERK, room.getBean(CallNext.class), new CallNext.Request(3), key);
        assertThat(desk().perform(CLERK, room.getBean(CallNext.class), new CallNext.Request(3), key)).isEqualTo(called);
        Ticket ticket = ((CallNext.TicketCalled) called).ticket();
        UUID finish = UUID.randomUUID();
        var request = new FinishTicket.Request(ticket.id(), Ticket.Outcome.SERVED);
        var finished = desk().perform(CLERK, room.getBean(FinishTicket.class), request, finish);
        assertThat(finished).isInstanceOf(FinishTicket.TicketFinished.class);
        assertThat(desk().perform(CLERK, room.getBean(FinishTicket.class), request, finish)).isEqualTo(finished);
        assertThat(room.getBean(Tickets.class).waiting("hangzhou").people()).isEqualTo(1);
    }

    @Test
    void refusesWhoeverIsNotAllowedAtAll() {
        var callNext = room.getBean(CallNext.class);
        assertThatThrownBy(() -> desk().perform(new Actor.Resident(new Subject(7), "王", Portal.COUNTER, null), callNext,
                new CallNext.Request(1), UUID.randomUUID())).isInstanceOf(Desk.Forbidden.class);
        assertThatThrownBy(() -> desk().perform(KIOSK, callNext, new CallNext.Request(1), UUID.randomUUID())).isInstanceOf(Desk.Forbidden.class);
    }

    @Test
    void usesNoNumberForARefusedTicket() {
        var request = new TakeTicket.Request("gongshu", Ticket.Priority.NONE, null);
        assertThat(desk().perform(KIOSK, room.getBean(TakeTicket.class), request, UUID.randomUUID()))
                .isEqualTo(new TakeTicket.NotHere("gongshu"));
        desk().tryOut(KIOSK, room.getBean(TakeTicket.class), new TakeTicket.Request("hangzhou", Ticket.Priority.NONE, null));
        assertThat(((TakeTicket.TicketTaken) take(UUID.randomUUID())).ticket().number()).isEqualTo(1);
    }
}
