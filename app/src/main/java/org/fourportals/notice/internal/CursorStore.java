package org.fourportals.notice.internal;

import java.util.Optional;

import org.fourportals.base.FeedCursor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far other rooms' events have been listened to. */
@Component
public class CursorStore {

    private final JdbcClient jdbc;

    CursorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it is just now; another node may be about to move it. */
    public FeedCursor get(String source) {
        return jdbc.sql("select transaction, number from notice.cursors where source = :source").param("source", source)
                .query((row, n) -> new FeedCursor(row.getLong("transaction"), row.getLong("number"))).single();
    }

    /** Keeps it from every other node until the transaction ends; empty while another has it. */
    public Optional<FeedCursor> findFree(String source) {
        return jdbc.sql("select transaction, number from notice.cursors where source = :source for update skip locked")
                .param("source", source).query((row, n) -> new FeedCursor(row.getLong("transaction"), row.getLong("number"))).optional();
    }

    public void keep(String source, FeedCursor upTo) {
        jdbc.sql("update notice.cursors set transaction = :transaction, number = :number where source = :source")
                .param("transaction", upTo.transaction()).param("number", upTo.number()).param("source", source).update();
    }
}
