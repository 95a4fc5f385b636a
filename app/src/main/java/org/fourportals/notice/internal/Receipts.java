package org.fourportals.notice.internal;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.CityTime;
import org.fourportals.notice.Channel;
import org.fourportals.notice.Sending;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What channels say afterwards of messages they took. Only the first final word on a message counts, however often and in whatever order they come; one
 * that comes before we noted the message is kept until we do.
 */
@Component
public class Receipts {

    private final JdbcClient jdbc;
    private final SendingStore sendings;
    private final Routes routes;
    private final CityTime time;
    private final TransactionTemplate transaction;

    Receipts(JdbcClient jdbc, SendingStore sendings, Routes routes, CityTime time, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.sendings = sendings;
        this.routes = routes;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Receipt(boolean arrived, String said) {
    }

    /** A final word on a message. */
    public void take(Channel channel, String outsideId, boolean arrived, String said) {
        transaction.executeWithoutResult(status -> {
            lock(channel, outsideId);
            int fresh = jdbc.sql("""
                    insert into notice.receipts (channel, outside_id, arrived, said, at) values (:channel, :id, :arrived, :said, :at) on conflict do nothing
                    """).param("channel", channel.name()).param("id", outsideId).param("arrived", arrived).param("said", said.replace("\0", ""))
                    .param("at", Timestamp.from(time.now())).update();
            if (fresh == 1) {
                apply(channel, outsideId);
            }
        });
    }

    /** In the transaction that notes that a message was taken: applies what was said of it already. */
    void noted(Channel channel, String outsideId) {
        lock(channel, outsideId);
        apply(channel, outsideId);
    }

    /** Whoever notes a message and whoever takes its receipt follow one another. */
    private void lock(Channel channel, String outsideId) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('receipt:' || :channel || ':' || :id, 0))").param("channel", channel.name())
                .param("id", outsideId).query(Integer.class).single();
    }

    private void apply(Channel channel, String outsideId) {
        Optional<Receipt> receipt = jdbc.sql("select arrived, said from notice.receipts where channel = :channel and outside_id = :id")
                .param("channel", channel.name()).param("id", outsideId).query(Receipt.class).optional();
        if (receipt.isEmpty()) {
            return;
        }
        Sending.State state = receipt.get().arrived ? Sending.State.DELIVERED : Sending.State.FAILED;
        jdbc.sql("update notice.sendings set state = :state where channel = :channel and outside_id = :id and state = 'SENT' returning id")
                .param("state", state.name()).param("channel", channel.name()).param("id", outsideId).query(UUID.class).list().forEach(sending -> {
                    sendings.prove(sending, time.now(), receipt.get().arrived ? "arrived" : "not delivered", receipt.get().said);
                    if (state == Sending.State.FAILED) {
                        sendings.find(sending).ifPresent(failed -> routes.forward(failed.notice()));
                    }
                });
    }
}
