package org.fourportals.pool;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Which identifier leads to which subject, and back. The first to write an identifier's line wins, by a light-weight transaction;
 * who comes second gets the first one's subject. The way back is written before and only proposes: it is held against the line.
 * A line never changes, so what was read once is remembered.
 */
final class CassandraDirectory {

    private static final int REMEMBERED = 100_000;

    private final CassandraStore store;
    private final CassandraSerials serials;
    private final Object numbering = new Object();
    private final PreparedStatement find;
    private final PreparedStatement claim;
    private final PreparedStatement propose;
    private final PreparedStatement withdraw;
    private final PreparedStatement back;
    private final Map<Identifier, SubjectId> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Identifier, SubjectId> eldest) {
            return size() > REMEMBERED;
        }
    });

    CassandraDirectory(CassandraStore store) {
        this.store = store;
        serials = new CassandraSerials(store);
        find = store.prepare("SELECT subject FROM directory WHERE type = ? AND name = ?");
        claim = store.prepare("INSERT INTO directory (type, name, subject) VALUES (?, ?, ?) IF NOT EXISTS");
        propose = store.prepare("INSERT INTO identifiers (subject, type, name) VALUES (?, ?, ?)");
        withdraw = store.prepare("DELETE FROM identifiers WHERE subject = ? AND type = ? AND name = ?");
        back = store.prepare("SELECT type, name FROM identifiers WHERE subject = ?");
    }

    Optional<SubjectId> subjectOf(Identifier identifier) {
        return Optional.ofNullable(subjectsOf(List.of(identifier)).get(identifier));
    }

    Map<Identifier, SubjectId> subjectsOf(Collection<Identifier> identifiers) {
        var known = new ConcurrentHashMap<Identifier, SubjectId>();
        var window = new CassandraWindow(store);
        for (var identifier : new LinkedHashSet<>(identifiers)) {
            var subject = remembered.get(identifier);
            if (subject != null) {
                known.put(identifier, subject);
            } else {
                window.send(find.bind(code(identifier), identifier.value()), answer -> {
                    var row = answer.one();
                    if (row != null) {
                        known.put(identifier, remember(identifier, new SubjectId(row.getLong("subject"))));
                    }
                });
            }
        }
        window.await();
        return known;
    }

    private SubjectId remember(Identifier identifier, SubjectId subject) {
        remembered.put(identifier, subject);
        return subject;
    }

    Map<Identifier, SubjectId> assignAll(Collection<Identifier> identifiers) {
        var assigned = subjectsOf(identifiers);
        if (!assigned.keySet().containsAll(identifiers)) {
            // Callers of one program wait for each other; only those of different programs compete in the cluster.
            synchronized (numbering) {
                assigned.putAll(number(identifiers));
            }
        }
        return assigned;
    }

    private Map<Identifier, SubjectId> number(Collection<Identifier> identifiers) {
        var assigned = subjectsOf(identifiers);
        var missing = new LinkedHashMap<Identifier, SubjectId>();
        for (var identifier : new LinkedHashSet<>(identifiers)) {
            if (!assigned.containsKey(identifier)) {
                var kind = identifier.type().kind();
                missing.put(identifier, SubjectId.of(kind, serials.next(kind)));
            }
        }
        assigned.putAll(claim(missing));
        return assigned;
    }

    /** Claims identifiers for subjects; answers to whom each leads now. */
    private Map<Identifier, SubjectId> claim(Map<Identifier, SubjectId> wanted) {
        var window = new CassandraWindow(store);
        wanted.forEach((identifier, subject) -> window.send(propose.bind(subject.number(), code(identifier), identifier.value())));
        window.await();
        var owners = new ConcurrentHashMap<Identifier, SubjectId>();
        wanted.forEach((identifier, subject) -> window.send(claim.bind(code(identifier), identifier.value(), subject.number()), answer -> {
            var row = answer.wasApplied() ? null : answer.one();
            var owner = row == null ? subject : new SubjectId(row.getLong("subject"));
            owners.put(identifier, remember(identifier, owner));
        }));
        window.await();
        owners.forEach((identifier, owner) -> {
            var subject = wanted.get(identifier);
            if (subject != null && !owner.equals(subject)) {
                window.send(withdraw.bind(subject.number(), code(identifier), identifier.value()));
            }
        });
        window.await();
        return owners;
    }

    /** @return those that lead to another subject and were left as they are */
    List<Identifier> identifyAll(Map<Identifier, SubjectId> identifiers) {
        identifiers.forEach((identifier, subject) -> identifier.type().require(subject.kind()));
        for (var subject : new LinkedHashSet<>(identifiers.values())) {
            if (identifiersOf(subject).isEmpty()) {
                throw new IllegalArgumentException(subject + " was never assigned");
            }
        }
        return adopt(identifiers);
    }

    /** As {@link #identifyAll}, for subjects numbered elsewhere: from now on no new subject gets their numbers. */
    List<Identifier> adopt(Map<Identifier, SubjectId> identifiers) {
        identifiers.forEach((identifier, subject) -> identifier.type().require(subject.kind()));
        serials.reserve(identifiers.values());
        var owners = subjectsOf(identifiers.keySet());
        var unknown = new LinkedHashMap<>(identifiers);
        unknown.keySet().removeAll(owners.keySet());
        owners.putAll(claim(unknown));
        var taken = new ArrayList<>(identifiers.keySet());
        taken.removeIf(identifier -> identifiers.get(identifier).equals(owners.get(identifier)));
        return taken;
    }

    /** In the order of their types. */
    List<Identifier> identifiersOf(SubjectId subject) {
        var proposed = new ArrayList<Identifier>();
        for (var row : store.execute(back.bind(subject.number()))) {
            proposed.add(new Identifier(IdentifierType.ofCode(row.getByte("type")), String.valueOf(row.getString("name"))));
        }
        var owners = subjectsOf(proposed);
        proposed.removeIf(identifier -> !subject.equals(owners.get(identifier)));
        return proposed;
    }

    /** Passes all of it once. */
    void each(BiConsumer<Identifier, SubjectId> reader) {
        CassandraScan.of(store, "type, name, subject", "directory", "type, name").each(row ->
                reader.accept(new Identifier(IdentifierType.ofCode(row.getByte("type")), String.valueOf(row.getString("name"))),
                        new SubjectId(row.getLong("subject"))));
    }

    private static byte code(Identifier identifier) {
        return (byte) identifier.type().code();
    }
}
