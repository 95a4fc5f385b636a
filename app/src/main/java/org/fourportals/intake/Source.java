package org.fourportals.intake;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** Where a connector finds its rows. */
public sealed interface Source {

    /** Batches that the department pushes itself, signed with a key of its own. */
    record Push() implements Source {
    }

    /** Where the city looks by itself. */
    sealed interface Pulled extends Source {

        /** How long to wait after nothing was found before looking again. */
        default Duration pause() {
            return switch (this) {
                case Folder _ -> Duration.ofSeconds(1);
                case Table _ -> Duration.ofSeconds(30);
                case Topic _, Changes _ -> Duration.ofSeconds(2);
            };
        }
    }

    /**
     * Files put into {@code inbox} under a folder, moved to {@code done} or {@code failed} when read.
     *
     * @param encoding {@code auto}, or the name of a charset
     */
    record Folder(Path folder, String encoding, char delimiter) implements Pulled {
    }

    /**
     * A table of a department's database, pulled by the column that says when a row changed.
     *
     * @param passwordFile holds the password and nothing else, so that no connector's file does
     * @param watermark a time or a number that grows whenever a row changes
     * @param key tells rows with the same watermark apart
     * @param overlap how far back each pass begins, in seconds or counts of the watermark
     * @param fetch rows read in one go
     */
    record Table(String url, String user, Path passwordFile, String table, String watermark, String key, long overlap, int fetch) implements Pulled {
    }

    /**
     * A topic of Kafka with a JSON object a message.
     *
     * @param brokers    hosts with ports, separated by commas
     * @param properties of the client, such as how it proves who it is; null for none
     * @param again      raised by an officer to read once more all that the brokers hold
     */
    record Topic(String brokers, String topic, @Nullable Path properties, long again) implements Pulled {
    }

    /**
     * The changes of a table of a department's PostgreSQL, taken from its log: first all rows, then every change to them.
     *
     * @param passwordFile holds the password and nothing else
     * @param table        with its schema
     * @param slot         by which that server keeps what was not read yet; ours alone
     * @param publication  made by the department, with the table in it
     * @param again        raised by an officer to begin once more with all rows
     */
    record Changes(String host, int port, String database, String options, String user, Path passwordFile, String table, String slot, String publication, long again)
            implements Pulled {

        public String url() {
            return "jdbc:postgresql://" + host + ":" + port + "/" + database + (options.isEmpty() ? "" : "?" + options);
        }
    }
}
