package org.fourportals.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.identity.SubjectVault;
import org.fourportals.intake.DepartmentRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the results of granted cases into the pool, so that the next affair finds them; and takes back those of revoked ones. Runs after
 * each grant, at start and every minute, for those that were missed; writing one twice changes nothing.
 */
@Component
@EnableScheduling
class PoolResults {

    private static final Logger LOG = LoggerFactory.getLogger(PoolResults.class);
    private static final Actor WRITER = new Actor.Automatic("certificate");

    private final CertificateStore store;
    private final DepartmentRecords records;
    private final CityTime time;
    private final TransactionTemplate transaction;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("pool-results").factory());

    PoolResults(CertificateStore store, DepartmentRecords records, CityTime time, PlatformTransactionManager transactions) {
        this.store = store;
        this.records = records;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Pools what waits, soon and in another thread: the one that granted still holds its connection. */
    Future<?> wake() {
        return worker.submit(this::sweep);
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        wake();
    }

    /** Pools whatever waits; an outage leaves it waiting. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        try {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> poolNext()));
            }
        } catch (RuntimeException e) {
            LOG.warn("Results of cases are waiting for the pool", e);
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    private boolean poolNext() {
        Optional<UUID> next = store.lockPending();
        next.ifPresent(id -> {
            try {
                deliver(store.pending(id));
            } catch (IllegalArgumentException | SubjectVault.ErasedException misfit) {
                giveUp(id, String.valueOf(misfit.getMessage()));
            }
        });
        return next.isPresent();
    }

    private void deliver(CertificateStore.Pending pending) {
        PoolEntry entry = pending.entry();
        Instant revoked = pending.revokedAt();
        Subject subject = new Subject(entry.subject());
        var result = revoked == null ? records.read(subject, entry.dataset(), entry.id(), entry.changed(), entry.fields())
                : records.withdrawn(subject, entry.dataset(), entry.id(), revoked);
        switch (records.write(WRITER, List.of(result))) {
            case DepartmentRecords.AllWritten all -> store.pooled(pending.id(), time.now());
            case DepartmentRecords.SomeRefused refused -> giveUp(pending.id(), refused.misfits().toString());
        }
    }

    /** The catalogue's rule or the data are at fault: trying again would not help, somebody must look. */
    private void giveUp(UUID id, String why) {
        LOG.error("The result of certificate {} does not fit the pool: {}", id, why);
        store.notPoolable(id, why);
    }
}
