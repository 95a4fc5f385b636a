package org.fourportals.intake.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.intake.ColumnChange;
import org.fourportals.intake.Connector;
import org.fourportals.intake.Source;
import org.fourportals.intake.internal.ConnectorStore.Standing;
import org.fourportals.intake.internal.Loading.LeftOut;
import org.fourportals.intake.internal.Loading.Loaded;
import org.fourportals.intake.internal.RowMapping.Refused;
import org.fourportals.intake.internal.RowMapping.Version;
import org.fourportals.pool.DataSet;
import org.fourportals.pool.Pool;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way of all rows: batch by batch into the pool, durably, and only then, in one transaction, the cursor, what was rejected, and the
 * figures. Whoever is killed between the two writes the same once more, which changes nothing.
 */
@Component
public class Run {

    private final Pool pool;
    private final ConnectorStore store;
    private final RejectedRows rejected;
    private final AuditLog audit;
    private final CityTime time;
    private final TransactionTemplate transaction;

    Run(Pool pool, ConnectorStore store, RejectedRows rejected, AuditLog audit, CityTime time, PlatformTransactionManager transactions) {
        this.pool = pool;
        this.store = store;
        this.rejected = rejected;
        this.audit = audit;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What a step came to: rows were read, there are none now, or the connector must not read. */
    public enum Step { READ, NOTHING, HELD }

    /** Reads and commits one batch, if this node may and there is one. */
    public Step step(Connector connector, Feed feed, String node) throws IOException {
        Optional<Standing> standing = store.lease(connector.id(), node);
        if (standing.isEmpty() || standing.get().paused() || connector.text().equals(standing.get().stoppedWith())) {
            return Step.HELD;
        }
        long began = System.nanoTime();
        Batch batch = feed.next(standing.get().cursor());
        if (batch != null && isOpen(connector, batch)) {
            batch = batch.with(columnsWith(standing.get(), batch.columns()));
        }
        if (batch == null) {
            store.looked(connector.id(), feed.lag());
            return Step.NOTHING;
        }
        Set<String> needed = isOpen(connector, batch) ? Set.of() : connector.mapping().needed();
        ColumnChange change = change(connector, standing.get(), batch.columns(), needed);
        if (change.stops()) {
            store.stop(connector.id(), batch.columns(), connector.text());
            return Step.HELD;
        }
        if (standing.get().stoppedWith() != null) {
            store.accept(connector.id(), batch.columns());
        }
        Batch read = batch;
        Loaded loaded = load(connector, read);
        transaction.executeWithoutResult(status -> commit(connector, read, loaded, node, change, began));
        feed.committed(read);
        if (connector.source() instanceof Source.Changes) {
            store.looked(connector.id(), feed.lag());
        }
        return Step.READ;
    }

    /** Whether columns may be absent without being gone: in messages, and where a batch has no rows. */
    private static boolean isOpen(Connector connector, Batch batch) {
        return connector.source() instanceof Source.Topic || batch.columns().isEmpty();
    }

    /** In messages and pushes a value may be absent in any row, so columns that did not come are not missing. */
    private static Map<String, String> columnsWith(Standing standing, Map<String, String> came) {
        Map<String, String> columns = new LinkedHashMap<>(standing.columns());
        columns.putAll(came);
        return columns;
    }

    /** What became of a pushed batch. */
    public sealed interface Pushing {
    }

    public record Pushed(int read, int written, List<Refused> rejected) implements Pushing {
    }

    public record Paused() implements Pushing {
    }

    public record Stopped() implements Pushing {
    }

    public <T> T inTransaction(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(status -> act.get()));
    }

    /**
     * Takes a batch that a department pushes, at whichever node it arrives. To be called in a transaction, which keeps other batches of the
     * connector waiting.
     */
    public Pushing push(Connector connector, String batchId, byte[] content, String node) {
        Standing standing = store.hold(connector.id(), node);
        if (standing.paused()) {
            return new Paused();
        }
        long began = System.nanoTime();
        JsonRows rows = JsonRows.of(content);
        Map<String, String> columns = columnsWith(standing, rows.columns());
        ColumnChange change = change(connector, standing, columns, Set.of());
        if (connector.text().equals(standing.stoppedWith()) || change.stops()) {
            store.stop(connector.id(), columns, connector.text());
            return new Stopped();
        }
        if (standing.stoppedWith() != null) {
            store.accept(connector.id(), columns);
        }
        Batch batch = new Batch(batchId, "", columns, rows.rows(), batchId);
        Loaded loaded = load(connector, batch);
        commit(connector, batch, loaded, node, change, began);
        return new Pushed(batch.rows().size(), loaded.written().size(), loaded.leftOut().stream().map(LeftOut::refused).toList());
    }

    /** A corrected file of the connector begins with the columns as they are now. */
    private static ColumnChange change(Connector connector, Standing standing, Map<String, String> now, Set<String> needed) {
        boolean anew = standing.columns().isEmpty() || standing.stoppedWith() != null && !connector.text().equals(standing.stoppedWith());
        return ColumnChange.between(anew ? now : standing.columns(), now, needed);
    }

    private Loaded load(Connector connector, Batch batch) {
        DataSet dataset = pool.dataSets().get(connector.dataset());
        RowMapping mapping = new RowMapping(connector, dataset, time.zone());
        return new Loading(pool, dataset).load(batch.rows().stream().map(mapping::understand).toList());
    }

    private void commit(Connector connector, Batch batch, Loaded loaded, String node, ColumnChange change, long began) {
        for (LeftOut row : loaded.leftOut()) {
            rejected.keep(connector.id(), batch, row.refused(), row.subject());
        }
        if (rejected.hasOpen(connector.id())) {
            for (Version version : loaded.written()) {
                rejected.right(connector.id(), version.id(), version.version());
            }
        }
        double seconds = Math.max(1e-3, (System.nanoTime() - began) / 1e9);
        store.commit(connector.id(), node, batch, loaded.written().size(), loaded.leftOut().size(), batch.rows().size() / seconds,
                List.copyOf(change.added().keySet()));
        if (batch.rows().isEmpty()) {
            return; // only the place in the source moved
        }
        audit.recordAct(new Actor.Automatic("connector " + connector.id()), "WriteRecords", null,
                "written " + loaded.written().size() + ", rejected " + loaded.leftOut().size());
    }
}
