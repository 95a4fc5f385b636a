package org.fourportals.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.intake.internal.KeptRows;
import org.fourportals.intake.internal.KeptRows.Kept;
import org.fourportals.intake.internal.Loading;
import org.fourportals.intake.internal.Loading.LeftOut;
import org.fourportals.intake.internal.Loading.Loaded;
import org.fourportals.intake.internal.RejectedRows;
import org.fourportals.intake.internal.Row;
import org.fourportals.intake.internal.RowMapping;
import org.fourportals.intake.internal.RowMapping.Version;
import org.fourportals.pool.DataSet;
import org.fourportals.pool.Pool;
import org.springframework.stereotype.Component;

/**
 * Tries a connector's rejected rows again, by its file and the codes as they are now. What fits comes into the pool, where the newest version
 * still wins; what does not keeps its reason of today. Whoever is killed in the middle tries the same once more, which changes nothing.
 * Refuses {@link RetryRejected.Nothing} where no row can be tried.
 */
@Component
public final class RetryRejected implements Operation<RetryRejected.Request, RetryRejected.Result> {

    private static final int MOST = 20_000;
    private static final int PORTION = 1_000;

    private final Connectors connectors;
    private final KeptRows kept;
    private final RejectedRows rejected;
    private final Pool pool;
    private final CityTime time;

    RetryRejected(Connectors connectors, KeptRows kept, RejectedRows rejected, Pool pool, CityTime time) {
        this.connectors = connectors;
        this.kept = kept;
        this.rejected = rejected;
        this.pool = pool;
        this.time = time;
    }

    /** @param reason only rows with this word; empty for all */
    public record Request(String connector, String reason) {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    /** @param untried could not be taken apart, so only a new delivery helps */
    public record Tried(int accepted, int refused, int untried) implements Result {
    }

    public record Nothing() implements Result, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.BUREAU);
    }

    @Override
    public Class<Result> results() {
        return Result.class;
    }

    @Override
    public Result perform(Actor actor, Request request) {
        Optional<Connector> connector = connectors.find(request.connector());
        if (connector.isEmpty()) {
            return new Nothing();
        }
        List<UUID> tried = new ArrayList<>();
        int accepted = 0;
        List<Kept> rows = kept.take(request.connector(), request.reason(), tried, PORTION);
        while (!rows.isEmpty() && tried.size() < MOST) {
            rows.forEach(row -> tried.add(row.id()));
            accepted += load(connector.get(), rows);
            rows = kept.take(request.connector(), request.reason(), tried, PORTION);
        }
        if (tried.isEmpty()) {
            return new Nothing();
        }
        kept.counted(request.connector(), accepted);
        return new Tried(accepted, tried.size() - accepted, kept.hopeless(request.connector(), request.reason()));
    }

    /** @return how many fitted */
    private int load(Connector connector, List<Kept> rows) {
        DataSet dataset = pool.dataSets().get(connector.dataset());
        RowMapping mapping = new RowMapping(connector, dataset, time.zone());
        Loaded loaded = new Loading(pool, dataset).load(rows.stream().map(row -> mapping.understand(row.row())).toList());
        Map<Row, UUID> ids = new IdentityHashMap<>();
        rows.forEach(row -> ids.put(row.row(), row.id()));
        for (LeftOut again : loaded.leftOut()) {
            kept.refused(java.util.Objects.requireNonNull(ids.get(again.refused().row())), again);
        }
        kept.righted(loaded.written().stream().map(version -> java.util.Objects.requireNonNull(ids.get(version.row()))).toList());
        Map<String, Long> newest = new HashMap<>();
        for (Version version : loaded.written()) {
            newest.merge(version.id(), version.version(), Math::max);
        }
        newest.forEach((id, version) -> rejected.right(connector.id(), id, version));
        return loaded.written().size();
    }
}
