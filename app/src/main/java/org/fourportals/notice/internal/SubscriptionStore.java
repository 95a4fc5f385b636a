package org.fourportals.notice.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.base.Uuid7;
import org.fourportals.identity.SubjectVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The browsers in which people allowed messages. */
@Component
public class SubscriptionStore {

    private static final int MOST = 10;

    private final JdbcClient jdbc;
    private final SubjectVault vault;
    private final JsonMapper json;
    private final CityTime time;

    SubscriptionStore(JdbcClient jdbc, SubjectVault vault, JsonMapper json, CityTime time) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.time = time;
    }

    /** A browser belongs to whoever signed in there last; of one person's the oldest beyond ten are forgotten. */
    public void keep(Subject subject, Subscription subscription) {
        Instant now = time.now();
        jdbc.sql("""
                insert into notice.subscriptions (id, subject, endpoint, sealed, since) values (:id, :subject, :endpoint, :sealed, :now)
                on conflict (endpoint) do update set subject = excluded.subject, sealed = excluded.sealed, since = excluded.since
                """).param("id", Uuid7.next(time.clock())).param("subject", subject.number()).param("endpoint", index(subscription))
                .param("sealed", vault.seal(subject, json.writeValueAsBytes(subscription))).param("now", Timestamp.from(now)).update();
        jdbc.sql("""
                delete from notice.subscriptions where id in (select id from notice.subscriptions where subject = :subject order by since desc, id offset :most)
                """).param("subject", subject.number()).param("most", MOST).update();
    }

    public void forget(Subject subject, Subscription subscription) {
        jdbc.sql("delete from notice.subscriptions where subject = :subject and endpoint = :endpoint").param("subject", subject.number())
                .param("endpoint", index(subscription)).update();
    }

    public boolean has(Subject subject) {
        return jdbc.sql("select exists (select 1 from notice.subscriptions where subject = :subject)").param("subject", subject.number())
                .query(Boolean.class).single();
    }

    public List<Subscription> listOf(Subject subject) {
        return jdbc.sql("select sealed from notice.subscriptions where subject = :subject order by since desc").param("subject", subject.number())
                .query(byte[].class).list().stream().map(sealed -> json.readValue(vault.open(subject, sealed), Subscription.class)).toList();
    }

    private byte[] index(Subscription subscription) {
        return vault.blindIndex("push-endpoint", subscription.endpoint().toString());
    }
}
