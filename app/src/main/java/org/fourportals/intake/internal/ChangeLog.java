package org.fourportals.intake.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * A running reader of a database's log. It gives what it read in portions and reads on when a portion was let go; the database may forget
 * only what was let go as safe.
 */
final class ChangeLog {

    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private final SynchronousQueue<List<RecordChangeEvent<SourceRecord>>> portions = new SynchronousQueue<>();
    private final Semaphore letGo = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable RecordChangeEvent<SourceRecord> safe;
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;

    private ChangeLog(Properties settings) {
        engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class)).using(settings).notifying(this::hand).using((success, message, error) -> {
            failure = success ? null : error == null ? new IOException(message) : error;
        }).build();
    }

    static ChangeLog start(Properties settings) {
        ChangeLog log = new ChangeLog(settings);
        Thread.ofPlatform().daemon().name("changes-" + settings.getProperty("name")).start(() -> {
            try {
                log.engine.run();
            } finally {
                log.ended.countDown();
            }
        });
        return log;
    }

    private void hand(List<RecordChangeEvent<SourceRecord>> records, DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        boolean taken = false;
        while (!closed && !taken) {
            taken = portions.offer(records, 100, TimeUnit.MILLISECONDS);
        }
        if (taken) {
            letGo.acquire();
        }
        RecordChangeEvent<SourceRecord> last = safe;
        if (!closed && last != null) {
            safe = null;
            committer.markProcessed(last);
            committer.markBatchFinished();
        }
    }

    /** The next portion; null if none came in time. @throws IOException where the log ended */
    @Nullable List<RecordChangeEvent<SourceRecord>> poll(Duration patience) throws IOException {
        try {
            List<RecordChangeEvent<SourceRecord>> portion = portions.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (portion == null && ended.getCount() == 0) {
                throw new IOException(said(failure), failure);
            }
            return portion;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** What lies deepest says most. */
    private static String said(@Nullable Throwable failure) {
        Throwable deepest = failure;
        while (deepest != null && deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest == null ? "the log ended" : String.valueOf(deepest.getMessage()).lines().findFirst().orElse("the log ended");
    }

    /** Lets the portion go. @param upTo with which all before it is safe; null if nothing more became safe */
    void letGo(@Nullable RecordChangeEvent<SourceRecord> upTo) {
        if (upTo != null) {
            safe = upTo;
        }
        letGo.release();
    }

    void close() throws IOException {
        closed = true;
        letGo.release();
        try {
            engine.close();
        } catch (IllegalStateException e) {
            // it ended by itself
        }
        try {
            if (!ended.await(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("The reader of the log does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
