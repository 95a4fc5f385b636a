package org.fourportals.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A real Kafka broker, a process of its own in KRaft mode over a folder, to be killed and started again. */
final class TestBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private TestBroker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static TestBroker start(Path folder) throws IOException, InterruptedException {
        TestBroker broker = new TestBroker(Files.createDirectories(folder), freePort());
        int controller = freePort();
        Files.writeString(folder.resolve("server.properties"), """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d
                advertised.listeners=PLAINTEXT://localhost:%d
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@localhost:%d
                log.dirs=%s
                offsets.topic.replication.factor=1
                message.max.bytes=4000000
                auto.create.topics.enable=false
                """.formatted(broker.port, controller, broker.port, controller, folder.resolve("logs")));
        Files.writeString(folder.resolve("logback.xml"), "<configuration><root level=\"OFF\"/></configuration>");
        int formatted = broker.run("kafka.tools.StorageTool", "format", "-t", Uuid.randomUuid().toString(), "-c", folder.resolve("server.properties").toString()).waitFor();
        if (formatted != 0) {
            throw new IllegalStateException("The broker's folder could not be made: " + Files.readString(folder.resolve("broker.log")));
        }
        broker.startAgain();
        return broker;
    }

    String address() {
        return "localhost:" + port;
    }

    void startAgain() throws IOException, InterruptedException {
        process = run("kafka.Kafka", folder.resolve("server.properties").toString());
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (Admin admin = admin()) {
            while (true) {
                try {
                    admin.describeCluster().nodes().get(2, TimeUnit.SECONDS);
                    return;
                } catch (ExecutionException | java.util.concurrent.TimeoutException notYet) {
                    if (System.nanoTime() > until) {
                        throw new IllegalStateException("The broker did not come up", notYet);
                    }
                }
            }
        }
    }

    /** As a power cut would. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    void createTopic(String name, int partitions) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(Map.of("max.message.bytes", "4000000")))).all().get();
        }
    }

    /** Forgets all messages of a partition before an offset, as time does. */
    void forget(String topic, int partition, long before) throws Exception {
        try (Admin admin = admin()) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(before))).all().get();
        }
    }

    /** Sends messages to a partition; null is a message without content. */
    void send(String topic, int partition, List<byte @Nullable []> messages) {
        Map<String, Object> settings = Map.of("bootstrap.servers", address(), "max.request.size", 5_000_000, "acks", "all");
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            messages.forEach(message -> producer.send(new ProducerRecord<>(topic, partition, null, message)));
            producer.flush();
        }
    }

    void sendTexts(String topic, int partition, String... messages) {
        List<byte @Nullable []> bytes = new ArrayList<>();
        for (String message : messages) {
            bytes.add(message.getBytes(StandardCharsets.UTF_8));
        }
        send(topic, partition, bytes);
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", address(), "request.timeout.ms", 3_000, "default.api.timeout.ms", 10_000));
    }

    private Process run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + folder.resolve("logback.xml"), "-cp", System.getProperty("java.class.path"), program));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile())).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
