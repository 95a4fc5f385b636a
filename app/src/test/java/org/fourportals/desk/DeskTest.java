package org.fourportals.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.fourportals.TestCity;
import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Portal;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.identity.Accounts;
import org.fourportals.sharing.Grants;
import org.fourportals.sharing.Sharing;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeskTest {

    private final Desk desk = TestCity.get(Desk.class);
    private final JdbcClient jdbc = TestCity.get(JdbcClient.class);
    private final Actor resident = new Actor.Resident(new Subject(777), "somebody", Portal.WEB, null);
    private final Note note = new Note();

    sealed interface Noted {
    }

    record Written(String text, long count) implements Noted {
    }

    record TooShort() implements Noted, Refusal {
    }

    /** Writes a row, so that a test sees whether it was committed. */
    private final class Note implements Operation<String, Noted> {
        @Override
        public Set<Role> allowed() {
            return Set.of(Role.RESIDENT);
        }

        @Override
        public Class<Noted> results() {
            return Noted.class;
        }

        @Override
        public Noted perform(Actor actor, String text) {
            jdbc.sql("insert into identity.secrets values (:name, ''::bytea)").param("name", text + "/" + UUID.randomUUID()).update();
            return text.length() < 3 ? new TooShort() : new Written(text, count(text));
        }
    }

    /** Reads of the pool, then refuses. */
    private static final class Peep implements Operation<UUID, Noted> {
        @Override
        public Set<Role> allowed() {
            return Set.of(Role.RESIDENT);
        }

        @Override
        public Class<Noted> results() {
            return Noted.class;
        }

        @Override
        public Noted perform(Actor actor, UUID enquiry) {
            Subject read = ((Actor.Resident) actor).subject();
            TestCity.get(Sharing.class).read(new Sharing.Reason(actor, Grants.REPRESENTATION, enquiry), read, "household-register");
            return new TooShort();
        }
    }

    @Test
    void keepsTheEntriesOfWhatARefusedActHasRead() {
        var account = TestCity.get(Accounts.class).findByUsername("wang-meili").orElseThrow();
        Actor reader = new Actor.Resident(account.subject(), account.name().zh(), Portal.WEB, null);
        UUID refused = UUID.randomUUID();
        UUID tried = UUID.randomUUID();
        assertThat(desk.perform(reader, new Peep(), refused)).isInstanceOf(TooShort.class);
        desk.tryOut(reader, new Peep(), tried);
        assertThat(TestCity.get(AuditLog.class).listReads(account.subject(), Long.MAX_VALUE, 10)).extracting(AuditLog.Read::caseId)
                .containsOnlyOnce(refused, tried);
    }

    @Test
    void givesARepeatedCallTheFirstAnswerAndDoesNothingTwice() {
        UUID key = UUID.randomUUID();
        Noted first = desk.perform(resident, note, "repeat", key);
        assertThat(desk.perform(resident, note, "repeat", key)).isEqualTo(first);
        assertThat(count("repeat")).isOne();
    }

    @Test
    void letsOneOfManySimultaneousRepetitionsThrough() throws Exception {
        UUID key = UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Noted>> calls = IntStream.range(0, 16)
                    .<Callable<Noted>>mapToObj(i -> () -> desk.perform(resident, note, "crowd", key)).toList();
            Set<Noted> answers = new java.util.HashSet<>();
            for (Future<Noted> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(1);
        }
        assertThat(count("crowd")).isOne();
    }

    @Test
    void rollsBackARefusalAndLetsTheKeyBeUsedAgain() {
        UUID key = UUID.randomUUID();
        assertThat(desk.perform(resident, note, "ab", key)).isEqualTo(new TooShort());
        assertThat(count("ab")).isZero();
        assertThat(desk.perform(resident, note, "mended", key)).isInstanceOf(Written.class);
    }

    @Test
    void triesOutWithoutATrace() {
        assertThat(desk.tryOut(resident, note, "rehearsal")).isInstanceOf(Written.class);
        assertThat(count("rehearsal")).isZero();
    }

    @Test
    void forbidsWhoMayNotCallIt() {
        Actor visitor = new Actor.Visitor(Portal.WEB, null);
        assertThatThrownBy(() -> desk.perform(visitor, note, "nobody", UUID.randomUUID())).isInstanceOf(Desk.Forbidden.class);
        assertThat(count("nobody")).isZero();
    }

    @Test
    void auditsWhatWasDoneAndTheLogCannotBeChanged() {
        desk.perform(resident, note, "audited", UUID.randomUUID());
        assertThat(jdbc.sql("select count(*) from audit.entries where actor = 'resident:777' and act = 'Note' and outcome = 'Written'")
                .query(Long.class).single()).isPositive();
        assertThatThrownBy(() -> jdbc.sql("update audit.entries set actor = 'nobody'").update()).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from audit.entries").update()).hasMessageContaining("append-only");
    }

    private long count(String text) {
        return jdbc.sql("select count(*) from identity.secrets where name like :name").param("name", text + "/%").query(Long.class).single();
    }
}
