package org.fourportals.pool;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.metadata.token.Token;
import com.datastax.oss.driver.api.core.metadata.token.TokenRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes a whole table once, token range by token range, so that each part is asked of the nodes that hold it. */
final class CassandraScan {

    private static final int AT_ONCE = 4;

    private final CassandraStore store;
    private final PreparedStatement within;

    private CassandraScan(CassandraStore store, PreparedStatement within) {
        this.store = store;
        this.within = within;
    }

    static CassandraScan of(CassandraStore store, String columns, String table, String partition) {
        return new CassandraScan(store, store.prepare("SELECT %s FROM %s WHERE token(%s) > ? AND token(%s) <= ?".formatted(columns, table, partition, partition)));
    }

    /** One row after the other, those of a partition together. */
    void each(Consumer<Row> reader) {
        ranges().forEach(range -> pass(range, reader));
    }

    /** Several ranges at once; the reader is called by several threads. */
    void eachAtOnce(Consumer<Row> reader) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var parts = ranges().stream().map(range -> (Callable<Void>) () -> {
                pass(range, reader);
                return null;
            }).toList();
            for (var part : threads.invokeAll(parts)) {
                part.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while passing over the pool", e);
        } catch (ExecutionException e) {
            throw CassandraStore.failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private List<TokenRange> ranges() {
        var tokens = store.session().getMetadata().getTokenMap().orElseThrow(() -> new IllegalStateException("the cluster tells no tokens"));
        var ranges = new ArrayList<TokenRange>();
        tokens.getTokenRanges().forEach(range -> ranges.addAll(range.unwrap()));
        Collections.sort(ranges);
        return ranges;
    }

    private void pass(TokenRange range, Consumer<Row> reader) {
        Token from = range.getStart();
        var statement = within.boundStatementBuilder().setToken(0, from).setToken(1, range.getEnd()).setRoutingToken(range.getEnd()).build();
        @Nullable CompletionStage<AsyncResultSet> next = store.executeAsync(statement);
        while (next != null) {
            try {
                var page = next.toCompletableFuture().join();
                // The next page comes while this one is read.
                next = page.hasMorePages() ? page.fetchNextPage() : null;
                page.currentPage().forEach(reader);
            } catch (CompletionException e) {
                throw CassandraStore.failure(e);
            }
        }
    }
}
