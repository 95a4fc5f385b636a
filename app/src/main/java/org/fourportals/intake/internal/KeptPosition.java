package org.fourportals.intake.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.MemoryOffsetBackingStore;

/** Tells the reader of a log where to go on: the place that stands in the connector's cursor. What it writes here is forgotten; the cursor is kept with the rows. */
public final class KeptPosition extends MemoryOffsetBackingStore {

    /** Settings that hold key and value, as the reader writes them itself. */
    static final String KEY = "fourportals.position.key";
    static final String VALUE = "fourportals.position.value";

    @Override
    public void configure(WorkerConfig config) {
        Map<String, String> settings = config.originalsStrings();
        if (settings.containsKey(KEY)) {
            data.put(bytes(settings.get(KEY)), bytes(settings.get(VALUE)));
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Set<Map<String, Object>> connectorPartitions(String connector) {
        return Set.of();
    }
}
