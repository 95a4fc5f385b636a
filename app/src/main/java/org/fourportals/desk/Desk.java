package org.fourportals.desk;

import java.util.Optional;
import java.util.UUID;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one door behind every portal. It authorises the caller, gives a repeated call its first answer, runs the operation in one
 * transaction with its audit entry, and rolls back what was refused or only tried out; what was read meanwhile stays logged.
 */
@Component
public class Desk {

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditLog audit;
    private final CityTime time;

    Desk(PlatformTransactionManager transactions, JdbcClient jdbc, JsonMapper json, AuditLog audit, CityTime time) {
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.time = time;
    }

    /** The caller's roles do not allow this operation at all: a bug of a page or an attack, never something a page offers. */
    public static final class Forbidden extends RuntimeException {
        Forbidden(Actor actor, Operation<?, ?> operation) {
            super(actor.id() + " may not " + operation.name());
        }
    }

    /**
     * Performs the operation.
     *
     * @param key idempotency key: a second call by the same actor with the same key gets the first answer and changes nothing
     * @return the operation's result; if it is a {@link Refusal} nothing was changed
     * @throws Forbidden if no role of the actor allows the operation
     */
    public <Q, R> R perform(Actor actor, Operation<Q, R> operation, Q request, UUID key) {
        return run(actor, operation, request, key, false);
    }

    /** Performs an operation whose repetition changes nothing anyway, such as keeping what was typed. */
    public <Q, R> R perform(Actor actor, Operation<Q, R> operation, Q request) {
        return run(actor, operation, request, null, false);
    }

    /** What the operation would answer; changes nothing. */
    public <Q, R> R tryOut(Actor actor, Operation<Q, R> operation, Q request) {
        return run(actor, operation, request, null, true);
    }

    private <Q, R> R run(Actor actor, Operation<Q, R> operation, Q request, @Nullable UUID key, boolean dry) {
        if (operation.allowed().stream().noneMatch(actor::is)) {
            throw new Forbidden(actor, operation);
        }
        try (AuditLog.Reads reads = audit.remember()) {
            boolean committed = false;
            try {
                R result = inTransaction(actor, operation, request, key, dry);
                committed = !dry && !(result instanceof Refusal);
                return result;
            } finally {
                if (!committed) {
                    transaction.executeWithoutResult(status -> reads.writeAgain());
                }
            }
        }
    }

    private <Q, R> R inTransaction(Actor actor, Operation<Q, R> operation, Q request, @Nullable UUID key, boolean dry) {
        return transaction.execute(status -> {
            if (key != null) {
                Optional<R> first = claim(actor, operation, key);
                if (first.isPresent()) {
                    return first.get();
                }
            }
            R result = operation.perform(actor, request);
            if (dry || result instanceof Refusal) {
                status.setRollbackOnly();
                return result;
            }
            audit.recordAct(actor, operation.name(), request instanceof AboutCase about ? about.caseId() : null,
                    result.getClass().getSimpleName());
            if (key != null) {
                keep(actor, operation, key, result);
            }
            return result;
        });
    }

    /** A request that concerns one case, so that the audit entry can name it. */
    public interface AboutCase {
        UUID caseId();
    }

    /** Inserts the key or waits for the transaction that holds it; the answer if that one has committed. */
    private <Q, R> Optional<R> claim(Actor actor, Operation<Q, R> operation, UUID key) {
        int claimed = jdbc.sql("""
                insert into desk.answers (actor, operation, key, at, type, answer)
                values (:actor, :operation, :key, :at, '', 'null') on conflict do nothing
                """).param("actor", actor.id()).param("operation", operation.name()).param("key", key)
                .param("at", java.sql.Timestamp.from(time.now())).update();
        if (claimed == 1) {
            return Optional.empty();
        }
        Stored stored = jdbc.sql("""
                select type, answer::text from desk.answers where actor = :actor and operation = :operation and key = :key
                """).param("actor", actor.id()).param("operation", operation.name()).param("key", key).query(Stored.class).single();
        return Optional.of(json.readValue(stored.answer(), variant(operation, stored.type())));
    }

    private <Q, R> void keep(Actor actor, Operation<Q, R> operation, UUID key, R result) {
        jdbc.sql("""
                update desk.answers set type = :type, answer = :answer::jsonb
                where actor = :actor and operation = :operation and key = :key
                """).param("type", result.getClass().getName()).param("answer", json.writeValueAsString(result))
                .param("actor", actor.id()).param("operation", operation.name()).param("key", key).update();
    }

    /** Only a declared variant of the operation's result is ever made from what was stored. */
    private static <R> Class<? extends R> variant(Operation<?, R> operation, String type) {
        Class<R> results = operation.results();
        Class<?>[] permitted = results.isSealed() ? results.getPermittedSubclasses() : new Class<?>[] {results};
        for (Class<?> candidate : permitted) {
            if (candidate.getName().equals(type)) {
                return candidate.asSubclass(results);
            }
        }
        throw new IllegalStateException(operation.name() + " has no result " + type);
    }

    private record Stored(String type, String answer) {
    }
}
