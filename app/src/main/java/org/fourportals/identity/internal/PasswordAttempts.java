package org.fourportals.identity.internal;

import java.sql.Timestamp;
import java.time.Duration;

import org.fourportals.base.CityTime;
import org.fourportals.identity.SubjectVault;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.stereotype.Component;

/** Counts wrong passwords: ten lock a username for a quarter of an hour, so that passwords cannot be tried out. */
@Component
class PasswordAttempts {

    private static final String PLACE = "password";
    private static final int TRIES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final SubjectVault vault;
    private final CityTime time;

    PasswordAttempts(JdbcClient jdbc, SubjectVault vault, CityTime time) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.time = time;
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent failure) {
        jdbc.sql("insert into identity.card_attempts (device, card_index, at, succeeded) values (:place, :index, :at, false)")
                .param("place", PLACE).param("index", index(failure.getAuthentication().getName()))
                .param("at", Timestamp.from(time.now())).update();
    }

    boolean isLocked(String username) {
        return jdbc.sql("""
                select count(*) from identity.card_attempts
                where card_index = :index and device = :place and not succeeded and at > :since
                """).param("index", index(username)).param("place", PLACE).param("since", Timestamp.from(time.now().minus(WINDOW)))
                .query(Integer.class).single() >= TRIES;
    }

    private byte[] index(String username) {
        return vault.blindIndex("username", username);
    }
}
