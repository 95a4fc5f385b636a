package org.fourportals.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.delivery.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the batches. */
@Component
public class BatchStore {

    private final JdbcClient jdbc;

    BatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long nextNumber() {
        return jdbc.sql("select nextval('delivery.batch_numbers')").query(Long.class).single();
    }

    public void insert(Batch batch) {
        jdbc.sql("insert into delivery.batches (id, number, centre, closed_at, closed_by, items) values (:id, :number, :centre, :at, :by, :items)")
                .param("id", batch.id()).param("number", batch.number()).param("centre", batch.centre()).param("at", Timestamp.from(batch.closedAt()))
                .param("by", batch.closedBy()).param("items", batch.items()).update();
    }

    public Optional<Batch> find(UUID id) {
        return jdbc.sql("select * from delivery.batches where id = :id").param("id", id).query(BatchStore::read).optional();
    }

    /** The newest of a centre. */
    public List<Batch> listAt(String centre, int limit) {
        return jdbc.sql("select * from delivery.batches where centre = :centre order by closed_at desc limit :limit").param("centre", centre)
                .param("limit", limit).query(BatchStore::read).list();
    }

    private static Batch read(ResultSet row, int number) throws SQLException {
        return new Batch(row.getObject("id", UUID.class), row.getLong("number"), row.getString("centre"), row.getTimestamp("closed_at").toInstant(),
                row.getString("closed_by"), row.getInt("items"));
    }
}
