package org.fourportals.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import org.fourportals.TestPostgres;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Portal;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.base.WorkingDays;
import org.fourportals.catalogue.internal.DraftStore;
import org.fourportals.catalogue.internal.EditionStore;
import org.fourportals.catalogue.internal.VersionStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The room's parts over one database, with a clock that tests move; each act in its own transaction, as the desk does it. */
final class Workbench {

    static final Actor LI = editor("li");
    static final Actor WANG = editor("wang");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final DataSource source;
    private final Path folder;
    private final TransactionTemplate transaction;
    private final MovingClock clock = new MovingClock();
    final List<List<String>> cameIntoForce = new ArrayList<>();
    final JdbcClient sql;
    final Catalogue catalogue;
    final Editions editions;
    final SaveDraft save;
    final PublishDraft publish;
    final DismissDraft dismiss;
    final RollBack rollBack;
    final WithdrawEdition withdraw;

    private static final class MovingClock extends Clock {

        private Instant now = TODAY.atTime(9, 0).toInstant(ZoneOffset.ofHours(8));

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    Workbench(Path folder) {
        this(folder, TestPostgres.fresh());
    }

    private Workbench(Path folder, DataSource source) {
        this.folder = folder;
        this.source = source;
        sql = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        CityTime time = new CityTime(clock, ZoneId.of("Asia/Shanghai"), noHolidays());
        VersionStore versions = new VersionStore(sql, clock);
        DraftStore drafts = new DraftStore(sql);
        EditionStore store = new EditionStore(sql);
        catalogue = new Catalogue(folder, versions, time::today, event -> cameIntoForce.add(event.affairs()));
        editions = new Editions(catalogue, drafts, store, versions, time);
        Publishing publishing = new Publishing(catalogue, editions, store, versions, time);
        save = new SaveDraft(catalogue, drafts, time);
        publish = new PublishDraft(drafts, publishing);
        dismiss = new DismissDraft(drafts);
        rollBack = new RollBack(versions, publishing);
        withdraw = new WithdrawEdition(store, publishing, time);
    }

    /** The same house after a restart. */
    Workbench again() {
        return new Workbench(folder, source);
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    <Q> EditOutcome act(Actor actor, Operation<Q, EditOutcome> operation, Q request) {
        return transaction.execute(status -> {
            EditOutcome outcome = operation.perform(actor, request);
            if (outcome instanceof Refusal) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    EditOutcome save(Actor editor, int revision, String text) {
        return act(editor, save, new SaveDraft.Request("baby-card", revision, text, "note"));
    }

    EditOutcome publish(Actor editor, int revision, LocalDate from) {
        return act(editor, publish, new PublishDraft.Request("baby-card", revision, from, "The law changed"));
    }

    String inForce() {
        return catalogue.findPlan("baby-card").orElseThrow().version();
    }

    private static WorkingDays noHolidays() {
        try {
            return WorkingDays.read(new BufferedReader(new StringReader("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Actor editor(String name) {
        return new Actor.Staff(name, new Text(name, name), Set.of(Role.EDITOR), "data-resources", null, Portal.OFFICE, null);
    }
}
