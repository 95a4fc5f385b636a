package org.fourportals.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mandates people have given, in force, over or revoked. */
@Component
public class Mandates {

    private static final String COLUMNS = "id, principal, principal_name, agent, agent_name, affairs, valid_from, valid_until, given_at, revoked_at";

    private final JdbcClient jdbc;

    Mandates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those this subject has given, newest first. */
    public List<Mandate> listGivenBy(Subject principal) {
        return jdbc.sql("select " + COLUMNS + " from identity.mandates where principal = :subject order by given_at desc")
                .param("subject", principal.number()).query(Mandates::read).list();
    }

    /** Those this subject holds, newest first. */
    public List<Mandate> listHeldBy(Subject agent) {
        return jdbc.sql("select " + COLUMNS + " from identity.mandates where agent = :subject order by given_at desc")
                .param("subject", agent.number()).query(Mandates::read).list();
    }

    Optional<Mandate> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from identity.mandates where id = :id for update")
                .param("id", id).query(Mandates::read).optional();
    }

    void insert(Mandate mandate) {
        jdbc.sql("""
                insert into identity.mandates (id, principal, principal_name, agent, agent_name, affairs, valid_from, valid_until, given_at)
                values (:id, :principal, :principalName, :agent, :agentName, :affairs, :from, :until, :at)
                """).param("id", mandate.id()).param("principal", mandate.principal().number())
                .param("principalName", mandate.principalName()).param("agent", mandate.agent().number())
                .param("agentName", mandate.agentName()).param("affairs", mandate.affairs().toArray(String[]::new))
                .param("from", mandate.validFrom()).param("until", mandate.validUntil())
                .param("at", Timestamp.from(mandate.givenAt())).update();
    }

    void revoke(UUID id, java.time.Instant at) {
        jdbc.sql("update identity.mandates set revoked_at = :at where id = :id and revoked_at is null")
                .param("id", id).param("at", Timestamp.from(at)).update();
    }

    private static Mandate read(ResultSet row, int number) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new Mandate(row.getObject("id", UUID.class), new Subject(row.getLong("principal")), row.getString("principal_name"),
                new Subject(row.getLong("agent")), row.getString("agent_name"), List.of((String[]) row.getArray("affairs").getArray()),
                row.getObject("valid_from", java.time.LocalDate.class), row.getObject("valid_until", java.time.LocalDate.class),
                row.getTimestamp("given_at").toInstant(), revoked == null ? null : revoked.toInstant());
    }
}
