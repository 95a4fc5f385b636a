package org.fourportals.intake.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.fourportals.intake.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A topic of Kafka, its messages JSON objects. What was read is known from the connector's own cursor, an offset a partition, kept with the rows; the
 * broker is told nothing, and no group is joined. A batch comes from one partition. Where the broker no longer holds what would come next, reading
 * stops and says what is lost: the connector's {@code again} begins anew with what is still held.
 */
public final class TopicFeed implements Feed {

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final int ROWS = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Source.Topic source;
    private final Clock clock;
    private @Nullable KafkaConsumer<byte[], byte[]> open;
    private Cursor read = new Cursor(Map.of(), 0);
    private Instant newest = Instant.MAX;
    private int turn;

    /** @param offsets the next to be read, by partition @param again of the connector's file when they were read */
    record Cursor(Map<Integer, Long> offsets, long again) {
    }

    public TopicFeed(Source.Topic source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public @Nullable Batch next(@Nullable String written) throws IOException {
        Cursor before = written == null ? new Cursor(Map.of(), source.again()) : JSON.readValue(written, Cursor.class);
        read = before.again() == source.again() ? before : new Cursor(Map.of(), source.again());
        try {
            return next(consumer());
        } catch (KafkaException e) {
            close();
            throw new IOException(source.topic() + " at " + source.brokers() + ": " + e.getMessage(), e);
        }
    }

    private @Nullable Batch next(KafkaConsumer<byte[], byte[]> consumer) throws IOException {
        List<TopicPartition> partitions = partitions(consumer);
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        for (int i = 0; i < partitions.size(); i++) {
            TopicPartition partition = partitions.get((turn + i) % partitions.size());
            long from = read.offsets().getOrDefault(partition.partition(), first.get(partition));
            check(partition, from, first.get(partition), end.get(partition));
            if (from < end.get(partition)) {
                turn = (turn + i + 1) % partitions.size();
                Batch batch = take(consumer, partition, from);
                if (batch != null) {
                    return batch;
                }
            }
        }
        return null;
    }

    private void check(TopicPartition partition, long from, long first, long end) throws IOException {
        if (from < first) {
            throw new IOException("%s: the broker no longer holds messages %d to %d, which were not read; have them sent once more, then raise \"again\" to go on with what is held"
                    .formatted(partition, from, first - 1));
        }
        if (from > end) {
            throw new IOException("%s ends at %d, but %d was read before: the topic was made anew; raise \"again\" to begin with it".formatted(partition, end, from));
        }
    }

    /** Null where there are only marks of transactions. */
    private @Nullable Batch take(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long from) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        List<ConsumerRecord<byte[], byte[]>> messages = consumer.poll(POLL).records(partition);
        long next = consumer.position(partition);
        if (next == from) {
            return null;
        }
        JsonRows rows = JsonRows.ofMessages(messages);
        Map<Integer, Long> offsets = new TreeMap<>(read.offsets());
        offsets.put(partition.partition(), next);
        if (!messages.isEmpty()) {
            newest = Instant.ofEpochMilli(messages.getLast().timestamp());
        }
        return new Batch(source.topic() + "-" + partition.partition(), String.valueOf(source.again()), rows.columns(), rows.rows(),
                JSON.writeValueAsString(new Cursor(offsets, source.again())));
    }

    @Override
    public void committed(Batch batch) {
        read = JSON.readValue(batch.cursor(), Cursor.class);
    }

    @Override
    public Lag lag() throws IOException {
        try {
            KafkaConsumer<byte[], byte[]> consumer = consumer();
            List<TopicPartition> partitions = partitions(consumer);
            Map<TopicPartition, Long> first = new HashMap<>(consumer.beginningOffsets(partitions));
            long waiting = consumer.endOffsets(partitions).entrySet().stream()
                    .mapToLong(end -> end.getValue() - read.offsets().getOrDefault(end.getKey().partition(), first.get(end.getKey()))).sum();
            return waiting == 0 || newest.equals(Instant.MAX) ? new Lag(waiting, Duration.ZERO) : new Lag(waiting, Duration.between(newest, clock.instant()));
        } catch (KafkaException e) {
            close();
            throw new IOException(e);
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) throws IOException {
        List<TopicPartition> partitions = consumer.partitionsFor(source.topic()).stream().map(p -> new TopicPartition(p.topic(), p.partition()))
                .sorted(java.util.Comparator.comparing(TopicPartition::partition)).toList();
        if (partitions.isEmpty()) {
            throw new IOException("There is no topic " + source.topic() + " at " + source.brokers());
        }
        return partitions;
    }

    private KafkaConsumer<byte[], byte[]> consumer() throws IOException {
        KafkaConsumer<byte[], byte[]> consumer = open;
        if (consumer == null) {
            Properties settings = new Properties();
            if (source.properties() != null) {
                try (InputStream file = Files.newInputStream(source.properties())) {
                    settings.load(file);
                }
            }
            settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, source.brokers());
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
            settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
            settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
            settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, ROWS);
            settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
            settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 8_000);
            consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            open = consumer;
        }
        return consumer;
    }

    @Override
    public void close() {
        if (open != null) {
            open.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
            open = null;
        }
    }
}
