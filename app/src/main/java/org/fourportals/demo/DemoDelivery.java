package org.fourportals.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;

import org.fourportals.base.CityTime;
import org.fourportals.base.Folders;
import org.fourportals.pool.identifier.ResidentId;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** At the first start of a demo: a connector by which the library delivers its readers, with a few rows that are wrong, and one that waits for pushes. */
@Component
@ConditionalOnProperty("fourportals.demo")
class DemoDelivery implements ApplicationRunner {

    private static final int ROWS = 300;
    private static final int REGION = 999_990; // of nobody
    private static final int FIRST_READER = 500;
    private static final String CONNECTOR = """
            id: library-readers
            department: culture-tourism
            dataset: library-readers
            record-id: readerNo
            subject: {resident-id: residentId}
            version: changed
            folder: {path: library-readers}
            """;
    private static final String PUSHED = """
            id: dog-licences
            department: urban-management
            dataset: dog-licences
            record-id: dogLicenceNo
            subject: {resident-id: residentId}
            version: changed
            push: signed
            """;

    private final Folders folders;
    private final CityTime time;

    DemoDelivery(Folders folders, CityTime time) {
        this.folders = folders;
        this.time = time;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        Path connector = Files.createDirectories(folders.data().resolve("connectors")).resolve("library-readers.yaml");
        if (Files.exists(connector)) {
            return;
        }
        Path inbox = Files.createDirectories(folders.data().resolve("intake/library-readers/inbox"));
        Path file = inbox.resolve("readers.csv.part");
        Files.writeString(file, readers());
        Files.setLastModifiedTime(file, FileTime.from(time.now().minus(Duration.ofMinutes(1))));
        Files.move(file, inbox.resolve("readers.csv"));
        Files.writeString(connector.resolveSibling("dog-licences.yaml"), PUSHED);
        Files.writeString(connector, CONNECTOR);
    }

    private String readers() {
        LocalDate today = time.today();
        StringBuilder rows = new StringBuilder("residentId,readerNo,registeredDate,readerStatus,changed\n");
        for (int i = 0; i < ROWS; i++) {
            ResidentId reader = ResidentId.make(REGION, LocalDate.of(1950 + i % 60, 1 + i % 12, 1 + i % 28), FIRST_READER + i);
            LocalDate registered = today.minusDays(40 + i * 7L);
            rows.append(switch (i) {
                case 17, 203 -> "%s,HZ%06d,0000-00-00,valid,%s\n".formatted(reader, i, registered);
                case 58 -> "%s,HZ%06d,%s\n".formatted(reader, i, registered);
                case 121 -> "%s9,HZ%06d,%s,valid,%s\n".formatted(reader.toString().substring(1), i, registered, registered);
                case 249 -> "%s,HZ%06d,%s,unknown,%s\n".formatted(reader, i, registered, registered);
                default -> "%s,HZ%06d,%s,%s,%s\n".formatted(reader, i, registered, i % 29 == 0 ? "lost" : "valid", registered);
            });
        }
        return rows.toString();
    }
}
