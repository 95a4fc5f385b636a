package org.fourportals.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.fourportals.base.CityTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What departments have granted: for which purpose which fields of which data set may be read, on what ground, until when. */
@Component
public class Grants {

    /** The purpose of finding out who may act for whom. */
    public static final String REPRESENTATION = "representation";

    private static final String IN_FORCE = "revoked_at is null and (valid_until is null or valid_until >= :today) ";

    private final JdbcClient jdbc;
    private final CityTime time;

    Grants(JdbcClient jdbc, CityTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Grants these fields as a city begins with them, in place of those it began with before; what was revoked stays revoked. */
    public void grant(String purpose, String dataset, Set<String> fields, String ground) {
        jdbc.sql("""
                insert into sharing.grants (purpose, dataset, fields, ground, granted_at)
                values (:purpose, :dataset, :fields, :ground, :at)
                on conflict (purpose, dataset) where request is null do update set fields = excluded.fields, ground = excluded.ground
                """).param("purpose", purpose).param("dataset", dataset)
                .param("fields", new TreeSet<>(fields).toArray(String[]::new)).param("ground", ground)
                .param("at", Timestamp.from(time.now())).update();
    }

    /** Grants what was asked, or some of it, beside what is granted already. */
    void grant(GrantRequest request, Set<String> fields, @Nullable LocalDate until) {
        jdbc.sql("""
                insert into sharing.grants (purpose, dataset, fields, ground, granted_at, valid_until, request)
                values (:purpose, :dataset, :fields, :ground, :at, :until, :request)
                """).param("purpose", request.purpose()).param("dataset", request.dataset()).param("fields", new TreeSet<>(fields).toArray(String[]::new))
                .param("ground", request.ground()).param("at", Timestamp.from(time.now())).param("until", until).param("request", request.id()).update();
    }

    /** Ends all that is granted for this purpose of this data set. */
    void revoke(String purpose, String dataset, String by, String reason, Instant at) {
        jdbc.sql("""
                update sharing.grants set revoked_at = :at, revoked_by = :by, revoked_reason = :reason
                where purpose = :purpose and dataset = :dataset and revoked_at is null
                """).param("purpose", purpose).param("dataset", dataset).param("by", by).param("reason", reason).param("at", Timestamp.from(at)).update();
    }

    /** One grant. @param ground a law of the affair by its id, or in words */
    public record Grant(String purpose, String dataset, List<String> fields, String ground, Instant since, @Nullable LocalDate until) {
    }

    /** The grants in force for a data set. */
    public List<Grant> listFor(String dataset) {
        return jdbc.sql("select purpose, dataset, fields, ground, granted_at, valid_until from sharing.grants where dataset = :dataset and " + IN_FORCE
                + "order by purpose").param("dataset", dataset).param("today", time.today()).query(Grants::read).list();
    }

    /** The grants in force for one purpose of a data set: that which the city began with, and those that were asked for. */
    public List<Grant> list(String purpose, String dataset) {
        return jdbc.sql("select purpose, dataset, fields, ground, granted_at, valid_until from sharing.grants where purpose = :purpose and dataset = :dataset and "
                + IN_FORCE).param("purpose", purpose).param("dataset", dataset).param("today", time.today()).query(Grants::read).list();
    }

    /** The fields granted today; empty where there is no grant. */
    Set<String> fields(String purpose, String dataset) {
        return list(purpose, dataset).stream().flatMap(grant -> grant.fields().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The fields granted to a purpose today, by data set; only those of which some are. */
    Map<String, Set<String>> fields(String purpose) {
        return jdbc.sql("select purpose, dataset, fields, ground, granted_at, valid_until from sharing.grants where purpose = :purpose and " + IN_FORCE)
                .param("purpose", purpose).param("today", time.today()).query(Grants::read).list().stream().filter(grant -> !grant.fields().isEmpty())
                .collect(Collectors.groupingBy(Grant::dataset, Collectors.flatMapping(grant -> grant.fields().stream(), Collectors.toUnmodifiableSet())));
    }

    private static Grant read(ResultSet row, int number) throws SQLException {
        return new Grant(row.getString("purpose"), row.getString("dataset"), List.of((String[]) row.getArray("fields").getArray()), row.getString("ground"),
                row.getTimestamp("granted_at").toInstant(), row.getObject("valid_until", LocalDate.class));
    }
}
