package org.fourportals.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import org.fourportals.TestPostgres;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A department's own database with one table. */
final class Tables {

    private Tables() {
    }

    /** Makes it, and leaves its password in the data folder. */
    static JdbcConnectionDetails create(Path data) throws IOException {
        DataSource theirs = TestPostgres.fresh();
        JdbcConnectionDetails details = TestPostgres.details(theirs);
        JdbcClient.create(theirs).sql("""
                create table readers (no bigint primary key, person text, reader text, since date, state text, gone boolean not null default false,
                    changed timestamptz)
                """).update();
        Files.writeString(data.resolve("password"), details.getPassword() + "\n");
        return details;
    }

    static String connector(JdbcConnectionDetails details, int overlap, int fetch) {
        return """
                id: readers
                department: culture-tourism
                dataset: library-readers
                record-id: no
                subject: {resident-id: person}
                version: changed
                fields: {readerNo: reader, registeredDate: since, readerStatus: state}
                deleted: {column: gone, value: "true"}
                table: {url: "%s", user: %s, password-file: password, name: readers, watermark: changed, key: no, overlap: %d, fetch: %d}
                """.formatted(details.getJdbcUrl().replaceAll("\\?.*", ""), details.getUsername(), overlap, fetch);
    }
}
