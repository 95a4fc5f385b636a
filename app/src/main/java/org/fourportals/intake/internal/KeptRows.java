package org.fourportals.intake.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.identity.SubjectVault;
import org.fourportals.intake.internal.Loading.LeftOut;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rejected rows taken out once more, to be tried again. A row stays locked until the transaction ends, so that nobody tries it at the same time. */
@Component
public class KeptRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final SubjectVault vault;
    private final CityTime time;

    KeptRows(JdbcClient jdbc, SubjectVault vault, CityTime time) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.time = time;
    }

    /** A row as it was kept. */
    public record Kept(UUID id, Row row) {
    }

    private record Sealed(UUID id, long position, long subject, String form, byte[] content) {
    }

    /** How a row is kept: taken apart where it could be, else as it came. */
    static String form(Row row) {
        return switch (row) {
            case Row.Cells _ -> "cells";
            case Row.Ended _ -> "ended";
            case Row.Broken _, Row.Emptied _ -> "raw";
        };
    }

    /** What is sealed of a row. */
    static String content(Row row) {
        return switch (row) {
            case Row.Cells cells -> JSON.writeValueAsString(cells.cells());
            case Row.Ended ended -> JSON.writeValueAsString(ended.cells());
            case Row.Broken _, Row.Emptied _ -> row.raw();
        };
    }

    /**
     * The next rows that have not come right, the oldest version first; those of an erased subject cannot be opened and are left out.
     *
     * @param reason only those with this word; empty for all
     * @param tried  those tried in this go already
     */
    public List<Kept> take(String connector, String reason, List<UUID> tried, int most) {
        List<Kept> kept = new ArrayList<>();
        for (Sealed sealed : jdbc.sql("""
                select id, position, subject, form, sealed as content from intake.rejected_rows
                where connector = :connector and righted_at is null and form <> 'raw' and (:reason = '' or reason = :reason) and not id = any(:tried)
                order by version nulls first, position limit :most for update skip locked
                """).param("connector", connector).param("reason", reason).param("tried", tried.toArray(UUID[]::new)).param("most", most)
                .query(KeptRows::sealed).list()) {
            Row row = open(sealed);
            if (row != null) {
                kept.add(new Kept(sealed.id(), row));
            }
        }
        return kept;
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        return new Sealed(row.getObject("id", UUID.class), row.getLong("position"), row.getLong("subject"), row.getString("form"), row.getBytes("content"));
    }

    private @Nullable Row open(Sealed sealed) {
        try {
            String text = new String(vault.open(new Subject(sealed.subject()), sealed.content()), StandardCharsets.UTF_8);
            Map<String, String> cells = JSON.readValue(text, CELLS);
            return sealed.form().equals("ended") ? new Row.Ended(sealed.position(), text, cells) : new Row.Cells(sealed.position(), text, cells);
        } catch (SubjectVault.ErasedException e) {
            return null;
        }
    }

    public void righted(List<UUID> ids) {
        jdbc.sql("update intake.rejected_rows set righted_at = :now where id = any(:ids)").param("now", time.now().atOffset(ZoneOffset.UTC))
                .param("ids", ids.toArray(UUID[]::new)).update();
    }

    /** It is wrong for this reason now. */
    public void refused(UUID id, LeftOut again) {
        jdbc.sql("update intake.rejected_rows set reason = :reason, arguments = :arguments where id = :id").param("reason", again.refused().reason().word())
                .param("arguments", again.refused().reason().arguments().toArray(String[]::new)).param("id", id).update();
    }

    /** Counts rows that came into the pool later. */
    public void counted(String connector, int written) {
        jdbc.sql("update intake.connectors set rows_written = rows_written + :written where id = :id").param("written", written).param("id", connector).update();
    }

    /** How many have not come right and cannot be tried again, since they could not even be taken apart. */
    public int hopeless(String connector, String reason) {
        return jdbc.sql("""
                select count(*) from intake.rejected_rows
                where connector = :connector and righted_at is null and form = 'raw' and (:reason = '' or reason = :reason)
                """).param("connector", connector).param("reason", reason).query(Integer.class).single();
    }
}
