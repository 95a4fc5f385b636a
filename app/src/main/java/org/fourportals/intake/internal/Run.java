package org.fourportals.intake.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.intake.ColumnChange;
import org.fourportals.intake.Connector;
import org.fourportals.intake.internal.ConnectorStore.Standing;
import org.fourportals.intake.internal.Loading.LeftOut;
import org.fourportals.intake.internal.Loading.Loaded;
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
        if (batch == null) {
            store.looked(connector.id(), feed.lag());
            return Step.NOTHING;
        }
        Map<String, String> seen = standing.get().stoppedWith() == null ? standing.get().columns() : batch.columns();
        ColumnChange change = ColumnChange.between(seen.isEmpty() ? batch.columns() : seen, batch.columns(), connector.mapping().needed());
        if (change.stops()) {
            store.stop(connector.id(), batch.columns(), connector.text());
            return Step.HELD;
        }
        if (standing.get().stoppedWith() != null) {
            store.accept(connector.id(), batch.columns());
        }
        load(connector, batch, node, List.copyOf(change.added().keySet()), began);
        feed.committed(batch);
        return Step.READ;
    }

    private Loaded load(Connector connector, Batch batch, String node, List<String> extra, long began) {
        DataSet dataset = pool.dataSets().get(connector.dataset());
        RowMapping mapping = new RowMapping(connector, dataset, time.zone());
        Loaded loaded = new Loading(pool, dataset).load(batch.rows().stream().map(mapping::understand).toList());
        transaction.executeWithoutResult(status -> {
            for (LeftOut row : loaded.leftOut()) {
                rejected.keep(connector.id(), batch.source(), row.refused(), row.subject());
            }
            if (rejected.hasOpen(connector.id())) {
                for (Version version : loaded.written()) {
                    rejected.right(connector.id(), version.id(), version.version());
                }
            }
            double seconds = Math.max(1e-3, (System.nanoTime() - began) / 1e9);
            store.commit(connector.id(), node, batch, loaded.written().size(), loaded.leftOut().size(), batch.rows().size() / seconds, extra);
            audit.recordAct(new Actor.Automatic("connector " + connector.id()), "WriteRecords", null,
                    "written " + loaded.written().size() + ", rejected " + loaded.leftOut().size());
        });
        return loaded;
    }
}
