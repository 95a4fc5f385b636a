package org.fourportals.sharing;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.fourportals.base.CityTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What departments have granted: for which purpose which fields of which data set may be read, on what ground, until when. */
@Component
public class Grants {

    /** The purpose of finding out who may act for whom. */
    public static final String REPRESENTATION = "representation";

    private final JdbcClient jdbc;
    private final CityTime time;

    Grants(JdbcClient jdbc, CityTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Grants these fields, in place of those granted before; a grant that was revoked stays revoked. */
    public void grant(String purpose, String dataset, Set<String> fields, String ground) {
        jdbc.sql("""
                insert into sharing.grants (purpose, dataset, fields, ground, granted_at)
                values (:purpose, :dataset, :fields, :ground, :at)
                on conflict (purpose, dataset) do update set fields = excluded.fields, ground = excluded.ground
                """).param("purpose", purpose).param("dataset", dataset)
                .param("fields", new TreeSet<>(fields).toArray(String[]::new)).param("ground", ground)
                .param("at", Timestamp.from(time.now())).update();
    }

    public void revoke(String purpose, String dataset) {
        jdbc.sql("update sharing.grants set revoked_at = :at where purpose = :purpose and dataset = :dataset")
                .param("purpose", purpose).param("dataset", dataset).param("at", Timestamp.from(time.now())).update();
    }

    /** One grant. */
    public record Grant(String purpose, String dataset, List<String> fields, String ground) {
    }

    /** The grants in force for a data set. */
    public List<Grant> listFor(String dataset) {
        return jdbc.sql("""
                select purpose, dataset, fields, ground from sharing.grants
                where dataset = :dataset and revoked_at is null and (valid_until is null or valid_until >= :today) order by purpose
                """).param("dataset", dataset).param("today", time.today())
                .query((row, n) -> new Grant(row.getString(1), row.getString(2), List.of((String[]) row.getArray(3).getArray()),
                        row.getString(4))).list();
    }

    /** The fields granted today; empty where there is no grant. */
    Set<String> fields(String purpose, String dataset) {
        LocalDate today = time.today();
        return jdbc.sql("""
                select fields from sharing.grants where purpose = :purpose and dataset = :dataset
                    and revoked_at is null and (valid_until is null or valid_until >= :today)
                """).param("purpose", purpose).param("dataset", dataset).param("today", today)
                .query((row, n) -> Set.of((String[]) row.getArray(1).getArray())).optional().orElse(Set.of());
    }
}
