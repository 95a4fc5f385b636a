package org.fourportals.intake.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import org.fourportals.intake.Source;
import org.fourportals.intake.internal.Feed.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * The server whose log is read, asked whether its changes can be told without a gap: what is wrong is said in words that name what the
 * department has to do.
 */
final class ChangeServer implements AutoCloseable {

    private static final String SECONDS = "20";
    private static final Duration SLOT_PATIENCE = Duration.ofSeconds(15);

    private static final Duration SLOT_POLL = Duration.ofMillis(100);

    private static final String STATE = """
            select current_setting('wal_level') as level, c.oid as relation, c.relreplident as identity, p.oid as publication, r.oid as membership,
                p.pubinsert and p.pubupdate and p.pubdelete and p.pubtruncate as whole,
                exists (select from pg_publication_tables t where t.pubname = p.pubname and (t.schemaname || '.' || t.tablename) = asked.name) as published
            from (select ? as name, ? as publication) asked left join pg_class c on c.oid = to_regclass(asked.name)
                left join pg_publication p on p.pubname = asked.publication left join pg_publication_rel r on r.prpubid = p.oid and r.prrelid = c.oid
            """;
    private static final String SLOT = "select active, wal_status, confirmed_flush_lsn - '0/0'::pg_lsn as flushed from pg_replication_slots where slot_name = ?";

    private final Source.Changes source;
    private @Nullable Connection open;
    /** Tells our marks from those of a reading before, which may come by once more. */
    private final String marker = UUID.randomUUID() + ":";
    private long marks;

    ChangeServer(Source.Changes source) {
        this.source = source;
    }

    /** Which table is read by which publication. @throws Unreadable where its changes are not told in full */
    String table() throws SQLException {
        try (PreparedStatement select = connection().prepareStatement(STATE)) {
            select.setString(1, source.table());
            select.setString(2, source.publication());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                require(row.getString("level").equals("logical"), "wal-level", row.getString("level"));
                require(row.getLong("relation") != 0, "no-table", source.table());
                require(row.getLong("publication") != 0, "no-publication", source.publication(), source.table());
                require(row.getBoolean("published"), "not-published", source.publication(), source.table());
                require(row.getBoolean("whole"), "publishes-less", source.publication());
                require(row.getString("identity").equals("f"), "identity", source.table());
                return row.getLong("relation") + "/" + row.getLong("publication") + "/" + row.getLong("membership");
            }
        }
    }

    private static void require(boolean holds, String word, Object... arguments) {
        if (!holds) {
            throw Unreadable.of(word, arguments);
        }
    }

    /** Waits until nobody reads by the slot any more. Refuses where it no longer holds what comes after a place in the log. */
    void holds(long position) throws SQLException {
        long until = System.nanoTime() + SLOT_PATIENCE.toNanos();
        try (PreparedStatement select = connection().prepareStatement(SLOT)) {
            select.setString(1, source.slot());
            boolean active = true;
            while (active) {
                try (ResultSet row = select.executeQuery()) {
                    require(row.next(), "no-slot", source.slot());
                    require(!"lost".equals(row.getString("wal_status")), "log-lost", source.slot());
                    require(row.getLong("flushed") <= position, "slot-moved", source.slot());
                    active = row.getBoolean("active");
                }
                require(!active || System.nanoTime() < until, "slot-busy", source.slot());
                LockSupport.parkNanos(active ? SLOT_POLL.toNanos() : 0); // a killed node's connection ends soon
            }
        }
    }

    /** Takes the slot away, once nobody reads by it, so that a new one begins with the rows. @return whether there was one */
    boolean dropSlot() throws SQLException {
        long until = System.nanoTime() + SLOT_PATIENCE.toNanos();
        while (true) {
            try (PreparedStatement drop = connection().prepareStatement("select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = ?")) {
                drop.setString(1, source.slot());
                try (ResultSet dropped = drop.executeQuery()) {
                    return dropped.next();
                }
            } catch (SQLException e) {
                if (!"55006".equals(e.getSQLState())) {
                    throw e;
                }
                require(System.nanoTime() < until, "slot-busy", source.slot());
                LockSupport.parkNanos(SLOT_POLL.toNanos());
            }
        }
    }

    /** What marks of ours begin with. */
    String prefix() {
        return "fourportals." + source.slot();
    }

    String marker() {
        return marker;
    }

    /** Puts a mark into the log: whoever reads it has read all that was committed before. */
    long mark() throws SQLException {
        marks++;
        try (PreparedStatement emit = connection().prepareStatement("select pg_logical_emit_message(true, ?, ?)")) {
            emit.setString(1, prefix());
            emit.setString(2, marker + marks);
            emit.executeQuery().close();
        }
        return marks;
    }

    /** Where the log ends, in bytes. */
    long end() throws SQLException {
        try (PreparedStatement select = connection().prepareStatement("select pg_current_wal_lsn() - '0/0'::pg_lsn"); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    String password() {
        try {
            return Files.readString(source.passwordFile()).strip();
        } catch (IOException e) {
            throw Unreadable.of("password-file", source.passwordFile().getFileName());
        }
    }

    /** What a database says, in our words where we have them, without the values that some put behind it. */
    Unreadable said(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return Unreadable.of("password", source.user());
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return Unreadable.of("unreachable", source.host() + ":" + source.port());
        }
        return Unreadable.of(state.equals("42501") ? "rights" : "database", source.user(), state + " " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }

    private Connection connection() throws SQLException {
        Connection connection = open;
        if (connection == null || connection.isClosed()) {
            Properties properties = new Properties();
            properties.put("user", source.user());
            properties.put("password", password());
            properties.put("connectTimeout", SECONDS);
            properties.put("socketTimeout", SECONDS);
            connection = DriverManager.getConnection(source.url(), properties);
            open = connection;
        }
        return connection;
    }

    @Override
    public void close() throws IOException {
        try {
            if (open != null) {
                open.close();
                open = null;
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
