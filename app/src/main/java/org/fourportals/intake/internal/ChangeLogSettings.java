package org.fourportals.intake.internal;

import java.util.List;
import java.util.Properties;

import io.debezium.connector.postgresql.PostgresConnector;
import org.fourportals.intake.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The settings of the reader of a PostgreSQL's log: one table, by the publication that the department made, nothing left out and nothing tried again by itself. */
final class ChangeLogSettings {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ChangeLogSettings() {
    }

    /**
     * @param from        where to go on; without an offset all rows are read first
     * @param placeholder what stands for a long value that an update left as it was
     * @param marks       the prefix of marks put into the log
     */
    static Properties of(Source.Changes source, String password, @Nullable ChangeCursor from, String placeholder, String marks) {
        Properties settings = new Properties();
        settings.setProperty("name", source.slot());
        settings.setProperty("connector.class", PostgresConnector.class.getName());
        settings.setProperty("topic.prefix", source.slot());
        settings.setProperty("offset.storage", KeptPosition.class.getName());
        settings.setProperty("offset.flush.interval.ms", "0");
        if (from != null && from.offset() != null) {
            settings.setProperty(KeptPosition.KEY, JSON.writeValueAsString(List.of(source.slot(), java.util.Objects.requireNonNull(from.partition()))));
            settings.setProperty(KeptPosition.VALUE, JSON.writeValueAsString(from.offset()));
        }
        server(source, password, settings);
        reading(settings);
        settings.setProperty("unavailable.value.placeholder", placeholder);
        settings.setProperty("message.prefix.include.list", marks);
        return settings;
    }

    private static void server(Source.Changes source, String password, Properties settings) {
        settings.setProperty("database.hostname", source.host());
        settings.setProperty("database.port", Integer.toString(source.port()));
        settings.setProperty("database.dbname", source.database());
        settings.setProperty("database.user", source.user());
        settings.setProperty("database.password", password);
        for (String option : source.options().split("&")) {
            String[] parts = option.split("=", 2);
            if (parts.length == 2) {
                settings.setProperty((parts[0].equals("sslmode") ? "database." : "driver.") + parts[0], parts[1]);
            }
        }
        settings.setProperty("plugin.name", "pgoutput");
        settings.setProperty("slot.name", source.slot());
        settings.setProperty("slot.max.retries", "0");
        settings.setProperty("publication.name", source.publication());
        settings.setProperty("publication.autocreate.mode", "disabled");
        settings.setProperty("table.include.list", source.table().replace(".", "\\."));
    }

    private static void reading(Properties settings) {
        settings.setProperty("snapshot.mode", "initial");
        settings.setProperty("skipped.operations", "none");
        settings.setProperty("tombstones.on.delete", "false");
        settings.setProperty("max.batch.size", "1000");
        settings.setProperty("max.queue.size", "4000");
        settings.setProperty("max.queue.size.in.bytes", Integer.toString(32 << 20));
        settings.setProperty("poll.interval.ms", "20");
        settings.setProperty("status.update.interval.ms", "5000");
        settings.setProperty("errors.max.retries", "0");
        settings.setProperty("event.processing.failure.handling.mode", "fail");
        settings.setProperty("decimal.handling.mode", "string");
        settings.setProperty("binary.handling.mode", "base64");
        settings.setProperty("interval.handling.mode", "string");
        settings.setProperty("hstore.handling.mode", "json");
        settings.setProperty("time.precision.mode", "adaptive_time_microseconds");
        settings.setProperty("datatype.propagate.source.type", ".+");
        settings.setProperty("field.name.adjustment.mode", "none");
    }
}
