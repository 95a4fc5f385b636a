package org.fourportals.bureau.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.fourportals.bureau.Saving;
import org.fourportals.circumstances.Share;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was worked out last, in PostgreSQL, schema {@code bureau}. */
@Component
public class SavingStore {

    private static final String COLUMNS = """
            select affair, requirement, dataset, document, precedents, foreseen, circumstances, accepted, cases, examined, people, worked_out_at from bureau.savings
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public SavingStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Optional<Instant> findNewestAt() {
        return jdbc.sql("select worked_out_at from bureau.savings order by worked_out_at desc limit 1")
                .query((row, number) -> row.getTimestamp("worked_out_at").toInstant()).optional();
    }

    public void replace(List<Saving> savings) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from bureau.savings").update();
            savings.forEach(this::insert);
        });
    }

    private void insert(Saving saving) {
        jdbc.sql("""
                insert into bureau.savings (affair, requirement, dataset, document, precedents, foreseen, circumstances, accepted, cases, examined, people, worked_out_at)
                values (:affair, :requirement, :dataset, :document, :precedents, :foreseen, :circumstances, :accepted, :cases, :examined, :people, :at) on conflict do nothing
                """).param("affair", saving.line().affair()).param("requirement", saving.line().requirement()).param("dataset", saving.line().dataset())
                .param("document", saving.document()).param("precedents", saving.precedents().toArray(String[]::new)).param("foreseen", saving.foreseen())
                .param("circumstances", new BigDecimal(saving.circumstances().part())).param("accepted", new BigDecimal(saving.circumstances().whole()))
                .param("cases", saving.cases()).param("examined", saving.examined()).param("people", saving.people()).param("at", Timestamp.from(saving.at())).update();
    }

    /** By people, then what the city's list foresees, then by the share of circumstances. */
    public List<Saving> list() {
        return jdbc.sql(COLUMNS + "order by people desc, foreseen desc, circumstances / greatest(accepted, 1) desc, cardinality(precedents) desc, affair, requirement, dataset")
                .query(SavingStore::read).list();
    }

    public Optional<Saving> find(Saving.Line line) {
        return jdbc.sql(COLUMNS + "where affair = :affair and requirement = :requirement and dataset = :dataset").param("affair", line.affair())
                .param("requirement", line.requirement()).param("dataset", line.dataset()).query(SavingStore::read).optional();
    }

    private static Saving read(ResultSet row, int number) throws SQLException {
        return new Saving(new Saving.Line(row.getString("affair"), row.getString("requirement"), row.getString("dataset")), row.getString("document"),
                List.of((String[]) row.getArray("precedents").getArray()), row.getBoolean("foreseen"),
                new Share(row.getBigDecimal("circumstances").toBigInteger(), row.getBigDecimal("accepted").toBigInteger()), row.getLong("cases"), row.getInt("examined"),
                row.getLong("people"), row.getTimestamp("worked_out_at").toInstant());
    }
}
