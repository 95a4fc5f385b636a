package org.fourportals.pool;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.InvalidKeyspaceException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The session with a cluster: everything is asked of a majority of the data centre's copies. All statements may be repeated
 * without harm, and one that came to no end in time is repeated, since a node that just died takes its answers with it.
 */
final class CassandraStore implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final CassandraPlace place;
    private final CqlSession session;
    private volatile boolean closed;

    CassandraStore(CassandraPlace place) {
        this.place = place;
        session = connect(place);
        if (!stands(session, place.datacenter())) {
            session.close();
            throw outage("no Cassandra node stands in a data centre called " + place.datacenter(), null);
        }
    }

    private static boolean stands(CqlSession session, String datacenter) {
        return session.getMetadata().getNodes().values().stream().anyMatch(node -> datacenter.equals(node.getDatacenter()));
    }

    private static CqlSession connect(CassandraPlace place) {
        try {
            return builder(place).withKeyspace(place.keyspace()).build();
        } catch (InvalidKeyspaceException e) {
            try (var session = builder(place).build()) {
                if (stands(session, place.datacenter())) {
                    CassandraSchema.createKeyspace(session, place);
                }
            } catch (DriverException refused) {
                throw outage("the keyspace " + place.keyspace() + " is not there and cannot be made", refused);
            }
            return connect(place);
        } catch (DriverException e) {
            throw outage("no Cassandra node of the data centre " + place.datacenter() + " can be reached at " + place.contactPoints().stream()
                    .map(InetSocketAddress::toString).collect(Collectors.joining(", ")), e);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new UncheckedIOException("cannot connect to Cassandra: " + e.getMessage(), new IOException(e));
        }
    }

    private static CqlSessionBuilder builder(CassandraPlace place) {
        // Version 5 of the protocol: the driver misreads the server's answer to light-weight transactions that compete, and drops the connection.
        var config = DriverConfigLoader.programmaticBuilder()
                .withString(DefaultDriverOption.PROTOCOL_VERSION, "V4")
                .withString(DefaultDriverOption.REQUEST_CONSISTENCY, "LOCAL_QUORUM")
                .withString(DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY, "LOCAL_SERIAL")
                .withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, true)
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, PATIENCE)
                .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, PATIENCE)
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, PATIENCE)
                .withDuration(DefaultDriverOption.METADATA_SCHEMA_REQUEST_TIMEOUT, PATIENCE)
                .withStringList(DefaultDriverOption.METADATA_SCHEMA_REFRESHED_KEYSPACES, List.of(place.keyspace()))
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(500))
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(10))
                .withBoolean(DefaultDriverOption.TIMESTAMP_GENERATOR_FORCE_JAVA_CLOCK, true)
                .withInt(DefaultDriverOption.REQUEST_PAGE_SIZE, 2_000)
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                .build();
        var builder = CqlSession.builder().withConfigLoader(config).addContactPoints(place.contactPoints()).withLocalDatacenter(place.datacenter());
        var access = place.access();
        if (access != null && !access.user().isBlank()) {
            builder.withAuthCredentials(access.user(), access.password());
        }
        if (access != null && access.tls()) {
            try {
                builder.withSslContext(SSLContext.getDefault());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("TLS is not there", e);
            }
        }
        return builder;
    }

    CassandraPlace place() {
        return place;
    }

    CqlSession session() {
        return session;
    }

    PreparedStatement prepare(String cql) {
        return attempt(() -> session.prepare(SimpleStatement.newInstance(cql)));
    }

    ResultSet execute(Statement<?> statement) {
        return attempt(() -> session.execute(statement));
    }

    Optional<Row> one(Statement<?> statement) {
        return Optional.ofNullable(execute(statement).one());
    }

    CompletionStage<AsyncResultSet> executeAsync(Statement<?> statement) {
        return again(statement, 1);
    }

    private CompletionStage<AsyncResultSet> again(Statement<?> statement, int attempt) {
        requireOpen();
        return session.executeAsync(statement).exceptionallyCompose(failure -> CassandraPatience.pauseAfter(failure, attempt)
                .map(pause -> CompletableFuture.supplyAsync(() -> again(statement, attempt + 1), CompletableFuture.delayedExecutor(pause.toMillis(), MILLISECONDS))
                        .thenCompose(answer -> answer))
                .orElseGet(() -> CompletableFuture.failedFuture(failure)));
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the pool is closed");
        }
    }

    private <T> T attempt(Supplier<T> work) {
        for (var attempt = 1; ; attempt++) {
            requireOpen();
            try {
                return work.get();
            } catch (DriverException e) {
                LockSupport.parkNanos(CassandraPatience.pauseAfter(e, attempt).orElseThrow(() -> failure(e)).toNanos());
            }
        }
    }

    /** What callers of the pool get to see. */
    static RuntimeException failure(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case DriverException e -> outage("the pool cannot be read or written", e);
            case RuntimeException e -> e;
            default -> new UncheckedIOException("the pool cannot be read or written", new IOException(cause));
        };
    }

    private static UncheckedIOException outage(String what, @Nullable Throwable cause) {
        return new UncheckedIOException(what + (cause == null ? "" : ": " + cause.getMessage()), new IOException(cause));
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            session.close();
        }
    }
}
