package org.fourportals.pool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as key and value of a sorted store.
 * Key: subject (8 bytes), data set (2), record id. Value: version (8, big-endian), state (1), layout (2), fields.
 * Of two values of a key the one whose bytes are greater wins: the greater version; at the same version a deletion; then
 * the newer layout; then whichever bytes are greater, so that every node and every order of delivery agree.
 */
final class RecordCodec {

    static final int SUBJECT = 8;
    static final int PREFIX = SUBJECT + 2;
    private static final int STATE_AT = 8;
    private static final int FIELDS_AT = 11;
    private static final byte PLAIN = 0;
    private static final byte SEALED = 1;
    private static final byte DELETED = 2;

    private final DataSets dataSets;
    private final Layouts layouts;
    private final @Nullable RecordCipher cipher;

    RecordCodec(DataSets dataSets, Layouts layouts, @Nullable RecordCipher cipher) {
        this.dataSets = dataSets;
        this.layouts = layouts;
        this.cipher = cipher;
    }

    int code(String dataset) {
        return layouts.code(dataset);
    }

    String dataset(int code) {
        return layouts.name(code);
    }

    byte[] prefix(SubjectId subject, String dataset) {
        return ByteBuffer.allocate(PREFIX).putLong(subject.number()).putShort((short) layouts.code(dataset)).array();
    }

    byte[] key(SubjectId subject, String dataset, String id) {
        var idBytes = id.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(PREFIX + idBytes.length).put(prefix(subject, dataset)).put(idBytes).array();
    }

    byte[] value(PoolRecord record, byte[] key) {
        if (record.deleted()) {
            return ByteBuffer.allocate(FIELDS_AT).putLong(record.version()).put(DELETED).putShort((short) 0).array();
        }
        var layout = layouts.newest(record.dataset());
        var fields = FieldCodec.encode(layout, record.fields());
        var sealed = cipher != null && dataSets.get(record.dataset()).sensitivity() == Sensitivity.SENSITIVE;
        if (sealed) {
            fields = cipher.seal(boundTo(key, record.version()), fields);
        }
        return ByteBuffer.allocate(FIELDS_AT + fields.length).putLong(record.version()).put(sealed ? SEALED : PLAIN)
                .putShort((short) layout.number()).put(fields).array();
    }

    static boolean deleted(byte[] value) {
        return value[STATE_AT] == DELETED;
    }

    static int datasetCode(byte[] key) {
        return ByteBuffer.wrap(key).getShort(SUBJECT) & 0xffff;
    }

    PoolRecord record(byte[] key, byte[] value) {
        var keys = ByteBuffer.wrap(key);
        var subject = new SubjectId(keys.getLong());
        var dataset = layouts.name(keys.getShort() & 0xffff);
        var id = new String(key, PREFIX, key.length - PREFIX, StandardCharsets.UTF_8);
        var version = ByteBuffer.wrap(value).getLong();
        return new PoolRecord(subject, dataset, id, version, deleted(value), fields(dataset, key, value, version));
    }

    private Map<String, Value> fields(String dataset, byte[] key, byte[] value, long version) {
        if (deleted(value)) {
            return Map.of();
        }
        var layout = layouts.numbered(dataset, ByteBuffer.wrap(value).getShort(STATE_AT + 1) & 0xffff);
        if (value[STATE_AT] == PLAIN) {
            return FieldCodec.decode(layout, ByteBuffer.wrap(value, FIELDS_AT, value.length - FIELDS_AT));
        }
        if (cipher == null) {
            throw new IllegalStateException("the data set " + dataset + " is encrypted and the pool was opened without its key");
        }
        var sealed = Arrays.copyOfRange(value, FIELDS_AT, value.length);
        return FieldCodec.decode(layout, ByteBuffer.wrap(cipher.open(boundTo(key, version), sealed)));
    }

    private static byte[] boundTo(byte[] key, long version) {
        return ByteBuffer.allocate(key.length + 8).put(key).putLong(version).array();
    }
}
