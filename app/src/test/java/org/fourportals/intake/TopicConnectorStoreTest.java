package org.fourportals.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourportals.intake.FolderConnectorStoreTest.id;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.fourportals.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A department's topic on a real broker. */
class TopicConnectorStoreTest {

    @TempDir
    private static Path brokerFolder;
    private static TestBroker broker;

    @TempDir
    private Path data;
    private IntakeRoom room;

    @BeforeAll
    static void startBroker() throws IOException, InterruptedException {
        broker = TestBroker.start(brokerFolder);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void open() throws IOException {
        room = new IntakeRoom(data, TestPostgres.details(TestPostgres.fresh()));
    }

    @AfterEach
    void close() {
        room.close();
    }

    static String connector(TestBroker broker, int again) {
        return connector(broker, "readers", again);
    }

    private static String connector(TestBroker broker, String topic, int again) {
        return """
                id: readers
                department: culture-tourism
                dataset: library-readers
                record-id: readerNo
                subject: {resident-id: residentId}
                version: changed
                deleted: {column: state, value: D}
                topic: {brokers: "%s", name: %s, again: %d}
                """.formatted(broker.address(), topic, again);
    }

    static String message(int person, String reader, String registered, String changed) {
        return "{\"residentId\": \"%s\", \"readerNo\": \"%s\", \"registeredDate\": \"%s\", \"readerStatus\": \"valid\", \"changed\": \"%s\"}"
                .formatted(id(person), reader, registered, changed);
    }

    private void read(Connector connector) {
        room.connectors().readAll(connector);
    }

    @Test
    void readsEveryMessageOnceWhateverTheirOrderAndHowOftenTheyCome() throws Exception {
        broker.createTopic("order", 3);
        Connector connector = room.connector(connector(broker, "order", 0));
        List<String> messages = new ArrayList<>(IntStream.range(0, 2_500).mapToObj(i -> message(i % 900 + 1, "R-" + i, "2026-01-01", "2026-11-02")).toList());
        messages.addAll(IntStream.range(0, 500).mapToObj(i -> message(i % 900 + 1, "R-" + i, "2020-01-01", "2026-11-01")).toList());
        messages.addAll(messages.subList(0, 300));
        Collections.shuffle(messages, new java.util.Random(20_261_124L));
        for (int partition = 0; partition < 3; partition++) {
            broker.sendTexts("order", partition, messages.subList(partition * 1_100, (partition + 1) * 1_100).toArray(String[]::new));
        }
        read(connector);
        assertThat(room.records()).hasSize(2_500);
        assertThat(room.recordsOf(id(1), "library-readers")).allSatisfy(r -> assertThat(r.date("registeredDate")).as("the newest wins").isEqualTo("2026-01-01"));
        read(connector);
        assertThat(room.health("readers").read()).as("read once").isEqualTo(3_300);
        broker.sendTexts("order", 1, message(1, "R-0", "2026-01-01", "2026-11-03").replace("}", ", \"state\": \"D\"}"));
        read(connector);
        assertThat(room.recordsOf(id(1), "library-readers")).noneMatch(r -> r.id().equals("R-0"));
    }

    @Test
    void leavesOutWhatIsNoRowAndSaysWhichAndWhy() throws Exception {
        broker.createTopic("hostile", 1);
        Connector connector = room.connector(connector(broker, "hostile", 0));
        List<byte @Nullable []> messages = new ArrayList<>();
        messages.add(bytes(message(1, "R-1", "2026-01-01", "2026-11-01")));
        messages.add(null);
        messages.add(bytes("{\"residentId\": "));
        messages.add(bytes("[1, 2]"));
        messages.add(new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        messages.add(bytes("{\"residentId\": \"" + "x".repeat(1_100_000) + "\"}"));
        messages.add(bytes(message(2, "R-2", "0000-00-00", "2026-11-01")));
        messages.add(bytes(message(3, "R-3", "2026-01-01", "2026-11-01").replace("\n", " ")));
        broker.send("hostile", 0, messages);
        read(connector);
        assertThat(room.records()).hasSize(2);
        assertThat(room.rejected("readers")).extracting(row -> row.position() + " " + row.reason().word())
                .containsExactlyInAnyOrder("1 no-content", "2 not-json", "3 not-json", "4 not-utf8", "5 too-long", "6 date");
    }

    @Test
    void saysWhatIsLostAndGoesOnWhenToldTo() throws Exception {
        broker.createTopic("short", 1);
        Connector connector = room.connector(connector(broker, "short", 0));
        broker.sendTexts("short", 0, texts(0, 10));
        read(connector);
        broker.sendTexts("short", 0, texts(10, 30));
        broker.forget("short", 0, 20);
        read(connector);
        assertThat(room.health("readers").failure()).contains("no longer holds messages 10 to 19");
        assertThat(room.records()).as("nothing is skipped in silence").hasSize(10);
        Connector told = room.connector(connector(broker, "short", 1));
        read(told);
        assertThat(room.records()).hasSize(20);
    }

    @Test
    void getsOverABrokerThatWasKilled() throws Exception {
        broker.createTopic("outage", 2);
        Connector connector = room.connector(connector(broker, "outage", 0));
        broker.sendTexts("outage", 0, texts(0, 40));
        read(connector);
        assertThat(room.records()).hasSize(40);
        broker.sendTexts("outage", 1, texts(40, 80));
        broker.kill();
        read(connector);
        assertThat(room.health("readers").failure()).isNotBlank();
        broker.startAgain();
        read(connector);
        assertThat(room.records()).hasSize(80);
    }

    @Test
    void saysThatATopicIsNotThere() throws Exception {
        Connector connector = room.connector(connector(broker, "nowhere", 0));
        read(connector);
        assertThat(room.health("readers").failure()).isNotBlank();
    }

    private static String[] texts(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> message(i % 900 + 1, "R-" + i, "2026-01-01", "2026-11-01")).toArray(String[]::new);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
