package org.fourportals.pool;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends many statements without waiting for each, but never more at once than the cluster can swallow. */
final class CassandraWindow {

    private static final int AT_ONCE = 128;

    private final CassandraStore store;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    CassandraWindow(CassandraStore store) {
        this.store = store;
    }

    void send(Statement<?> statement) {
        send(statement, answer -> { });
    }

    /** @param then takes the answer, from another thread. Throws the failure of an earlier statement */
    void send(Statement<?> statement, Consumer<AsyncResultSet> then) {
        places.acquireUninterruptibly();
        try {
            throwFailure();
            store.executeAsync(statement).whenComplete((answer, failed) -> {
                try {
                    if (failed == null) {
                        then.accept(answer);
                    } else {
                        failure.compareAndSet(null, failed);
                    }
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                } finally {
                    places.release();
                }
            });
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
    }

    /** On return everything sent is done; the first failure is thrown. */
    void await() {
        places.acquireUninterruptibly(AT_ONCE);
        places.release(AT_ONCE);
        throwFailure();
    }

    private void throwFailure() {
        var failed = failure.get();
        if (failed != null) {
            throw CassandraStore.failure(failed);
        }
    }
}
