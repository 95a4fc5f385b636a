package org.fourportals.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Hands all that is kept of subjects to another engine, many subjects at once. */
final class CassandraDossiers {

    private static final int AT_ONCE = 32;
    private static final int LOT = 256;

    private final CassandraStore store;
    private final CassandraRegister register;
    private final CassandraErasures erasures;

    CassandraDossiers(CassandraStore store, CassandraRegister register, CassandraErasures erasures) {
        this.store = store;
        this.register = register;
        this.erasures = erasures;
    }

    void each(Consumer<Dossier> reader) {
        var lot = new ArrayList<SubjectId>();
        CassandraScan.of(store, "DISTINCT subject", "records", "subject").each(row -> {
            lot.add(new SubjectId(row.getLong("subject")));
            if (lot.size() == LOT) {
                of(lot).forEach(reader);
                lot.clear();
            }
        });
        of(lot).forEach(reader);
    }

    /** In the order of the subjects. */
    List<Dossier> of(List<SubjectId> subjects) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var found = new ArrayList<Dossier>();
            for (var dossier : threads.invokeAll(subjects.stream().map(subject -> (Callable<Dossier>) () -> of(subject)).toList())) {
                found.add(dossier.get());
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the pool", e);
        } catch (ExecutionException e) {
            throw CassandraStore.failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private Dossier of(SubjectId subject) {
        return new Dossier(subject, register.newest(subject), erasures.withoutErased(subject, register.versions(subject)));
    }
}
