package org.fourportals.intake;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.intake.internal.ConnectorStore;
import org.springframework.stereotype.Component;

/**
 * Takes the changed columns of a source as right, as somebody saw them: the connector goes on. Refuses {@link ApproveColumns.Different} where
 * others differ by now, or none, and {@link ApproveColumns.Needed} where a column is gone that only a corrected file can replace.
 */
@Component
public final class ApproveColumns implements Operation<ApproveColumns.Request, ApproveColumns.Result> {

    private final Connectors connectors;
    private final ConnectorStore store;

    ApproveColumns(Connectors connectors, ConnectorStore store) {
        this.connectors = connectors;
        this.store = store;
    }

    /** @param seen the columns that were shown when somebody said yes, as {@link ApproveColumns#seal} writes them */
    public record Request(String connector, String seen) {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    public record Approved() implements Result {
    }

    public record Different() implements Result, Refusal {
    }

    public record Needed() implements Result, Refusal {
    }

    /** Names what is approved. */
    public static String seal(ColumnChange change) {
        return Integer.toHexString(change.hashCode());
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
        Optional<ColumnChange> change = connector.flatMap(connectors::change);
        if (change.isEmpty() || !seal(change.get()).equals(request.seen())) {
            return new Different();
        }
        if (!change.get().canBeApproved()) {
            return new Needed();
        }
        Map<String, String> found = connectors.health(connector.orElseThrow()).found();
        return found != null && store.accept(request.connector(), found) ? new Approved() : new Different();
    }
}
