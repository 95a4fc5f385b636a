package org.fourportals.pool;

import static org.fourportals.pool.RocksStore.Table.DIRECTORY;
import static org.fourportals.pool.RocksStore.Table.IDENTIFIERS;
import static org.fourportals.pool.RocksStore.Table.META;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * Which identifier leads to which subject, and back. New subjects are numbered in turn under one lock; number and
 * identifier become durable in the same write, so a number is never given twice, not even after a killed process.
 */
final class RocksDirectory {

    private final RocksStore store;
    private final Object numbering = new Object();

    RocksDirectory(RocksStore store) {
        this.store = store;
    }

    Optional<SubjectId> subjectOf(Identifier identifier) {
        return store.run(() -> find(identifier));
    }

    private Optional<SubjectId> find(Identifier identifier) throws RocksDBException {
        return Optional.ofNullable(store.get(DIRECTORY, key(identifier)))
                .map(bytes -> new SubjectId(ByteBuffer.wrap(bytes).getLong()));
    }

    Map<Identifier, SubjectId> subjectsOf(Collection<Identifier> identifiers) {
        return store.run(() -> {
            var known = HashMap.<Identifier, SubjectId>newHashMap(identifiers.size());
            for (var identifier : identifiers) {
                find(identifier).ifPresent(subject -> known.put(identifier, subject));
            }
            return known;
        });
    }

    Map<Identifier, SubjectId> assignAll(Collection<Identifier> identifiers) {
        synchronized (numbering) {
            var assigned = subjectsOf(identifiers);
            return assigned.size() == identifiers.size() ? assigned : store.run(() -> number(identifiers, assigned));
        }
    }

    private Map<Identifier, SubjectId> number(Collection<Identifier> identifiers, Map<Identifier, SubjectId> assigned)
            throws RocksDBException {
        var serials = new HashMap<SubjectKind, Long>();
        try (var batch = new WriteBatch()) {
            for (var identifier : new LinkedHashSet<>(identifiers)) {
                if (!assigned.containsKey(identifier)) {
                    var kind = identifier.type().kind();
                    var serial = (serials.containsKey(kind) ? serials.get(kind) : lastSerial(kind)) + 1;
                    serials.put(kind, serial);
                    var subject = SubjectId.of(kind, serial);
                    put(batch, subject, identifier);
                    assigned.put(identifier, subject);
                }
            }
            for (var serial : serials.entrySet()) {
                batch.put(store.table(META), serialKey(serial.getKey()), bytes(serial.getValue()));
            }
            store.write(batch);
        }
        return assigned;
    }

    /** @return those that lead to another subject and were left as they are */
    List<Identifier> identifyAll(Map<Identifier, SubjectId> identifiers) {
        synchronized (numbering) {
            return store.run(() -> {
                var taken = new ArrayList<Identifier>();
                try (var batch = new WriteBatch()) {
                    for (var entry : identifiers.entrySet()) {
                        requireAssigned(entry.getKey(), entry.getValue());
                        var known = find(entry.getKey());
                        if (known.isEmpty()) {
                            put(batch, entry.getValue(), entry.getKey());
                        } else if (!known.get().equals(entry.getValue())) {
                            taken.add(entry.getKey());
                        }
                    }
                    if (batch.count() > 0) {
                        store.write(batch);
                    }
                }
                return taken;
            });
        }
    }

    /** Takes in identifiers under numbers given elsewhere; from now on no new subject gets these numbers. */
    void adopt(Map<Identifier, SubjectId> identifiers) {
        synchronized (numbering) {
            store.run(() -> {
                var serials = new HashMap<SubjectKind, Long>();
                try (var batch = new WriteBatch()) {
                    for (var entry : identifiers.entrySet()) {
                        if (find(entry.getKey()).isEmpty()) {
                            put(batch, entry.getValue(), entry.getKey());
                        }
                        serials.merge(entry.getValue().kind(), entry.getValue().number() & SubjectId.LARGEST_SERIAL, Math::max);
                    }
                    for (var serial : serials.entrySet()) {
                        var last = Math.max(serial.getValue(), lastSerial(serial.getKey()));
                        batch.put(store.table(META), serialKey(serial.getKey()), bytes(last));
                    }
                    store.write(batch);
                }
                return true;
            });
        }
    }

    /** Passes all of it once. */
    void each(BiConsumer<Identifier, SubjectId> reader) {
        store.run(() -> {
            try (var iterator = store.iterator(DIRECTORY)) {
                for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
                    var key = iterator.key();
                    reader.accept(new Identifier(IdentifierType.ofCode(key[0]), new String(key, 1, key.length - 1, StandardCharsets.UTF_8)),
                            new SubjectId(ByteBuffer.wrap(iterator.value()).getLong()));
                }
                iterator.status();
            }
            return true;
        });
    }

    private void requireAssigned(Identifier identifier, SubjectId subject) throws RocksDBException {
        identifier.type().require(subject.kind());
        if ((subject.number() & SubjectId.LARGEST_SERIAL) > lastSerial(subject.kind())) {
            throw new IllegalArgumentException(subject + " was never assigned");
        }
    }

    List<Identifier> identifiersOf(SubjectId subject) {
        return store.run(() -> {
            var found = new ArrayList<Identifier>();
            var prefix = bytes(subject.number());
            try (var iterator = store.iterator(IDENTIFIERS)) {
                for (iterator.seek(prefix); iterator.isValid() && RocksStore.startsWith(iterator.key(), prefix); iterator.next()) {
                    var key = iterator.key();
                    found.add(new Identifier(IdentifierType.ofCode(key[8]), new String(key, 9, key.length - 9, StandardCharsets.UTF_8)));
                }
                iterator.status();
            }
            return found;
        });
    }

    private long lastSerial(SubjectKind kind) throws RocksDBException {
        var bytes = store.get(META, serialKey(kind));
        return bytes == null ? 0 : ByteBuffer.wrap(bytes).getLong();
    }

    private void put(WriteBatch batch, SubjectId subject, Identifier identifier) throws RocksDBException {
        var key = key(identifier);
        var number = bytes(subject.number());
        batch.put(store.table(DIRECTORY), key, number);
        batch.put(store.table(IDENTIFIERS), ByteBuffer.allocate(8 + key.length).put(number).put(key).array(), new byte[0]);
    }

    private static byte[] key(Identifier identifier) {
        var value = identifier.value().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + value.length).put((byte) identifier.type().code()).put(value).array();
    }

    private static byte[] serialKey(SubjectKind kind) {
        return ("serial/" + kind.word()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(8).putLong(number).array();
    }
}
