package org.fourportals.bureau;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.PreDestroy;
import org.fourportals.base.CityTime;
import org.fourportals.base.Uuid7;
import org.fourportals.bureau.internal.QualityStore;
import org.fourportals.sharing.DataSetSurvey;
import org.fourportals.sharing.DataSetSurvey.Agreement;
import org.fourportals.sharing.DataSetSurvey.FieldFigures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds out every week, and when the bureau asks, how good the data sets are: one pass over the pool on a thread of its own, one at a time whatever the
 * number of nodes. A pass whose node died is begun again by another.
 */
@Component
public class QualitySurveys {

    private static final Logger LOG = LoggerFactory.getLogger(QualitySurveys.class);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration SILENT = Duration.ofMinutes(5);
    private static final Duration SIGN = Duration.ofSeconds(5);
    private static final int TREND = 26;

    private final DataSetSurvey survey;
    private final QualityStore store;
    private final CityTime time;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("quality-survey").factory());
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean stopping;

    QualitySurveys(DataSetSurvey survey, QualityStore store, CityTime time) {
        this.survey = survey;
        this.store = store;
        this.time = time;
    }

    /** A survey that goes on. @param share from 0 to 1, as far as it can be known */
    public record Running(Instant askedAt, long passed, double share) {
    }

    /** False if one goes on already. */
    boolean ask(String by) {
        return store.ask(Uuid7.next(time.clock()), by, time.now(), survey.expected());
    }

    public Optional<Running> findRunning() {
        return store.findRunning().map(one -> new Running(one.askedAt(), one.passed(), Math.min(0.99, (double) one.passed() / Math.max(1, one.expected()))));
    }

    /** Every data set that held records when last surveyed, by its id; empty if none ever was. */
    public List<Quality> listLatest() {
        return store.listLatest();
    }

    /** How a data set was found, the newest first; about half a year. */
    public List<Quality> listTrend(String dataset) {
        return store.listOf(dataset, TREND);
    }

    /** Of the newest survey. */
    public List<FieldFigures> listFields(String dataset) {
        return store.listFields(dataset);
    }

    /** Of the newest survey, those that agree least first. */
    public List<Agreement> listAgreements(String dataset) {
        return store.listAgreements(dataset);
    }

    /** Begins what was asked for, or is due, unless somebody is at it. */
    @Scheduled(initialDelay = 20, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void work() {
        if (store.findNewestAt().orElse(Instant.MIN).isBefore(time.now().minus(WEEK))) {
            ask("system");
        }
        Optional<UUID> next = working.get() ? Optional.empty() : store.claim(time.now(), time.now().minus(SILENT));
        if (next.isPresent() && working.compareAndSet(false, true)) {
            worker.execute(() -> run(next.get()));
        }
    }

    private void run(UUID id) {
        try {
            Instant[] sign = {time.now()};
            store.save(id, survey.survey(passed -> {
                if (stopping) {
                    throw new CancellationException();
                }
                if (time.now().isAfter(sign[0].plus(SIGN))) {
                    sign[0] = time.now();
                    store.sign(id, passed, sign[0]);
                }
            }));
        } catch (CancellationException e) {
            LOG.info("The survey of the data sets will be begun again");
        } catch (RuntimeException e) {
            LOG.warn("The survey of the data sets failed", e);
            store.fail(id, time.now());
        } finally {
            working.set(false);
        }
    }

    /** Returns once nothing is being done. */
    void awaitEnd() throws InterruptedException, ExecutionException {
        worker.submit(() -> {
        }).get();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        worker.close();
    }
}
