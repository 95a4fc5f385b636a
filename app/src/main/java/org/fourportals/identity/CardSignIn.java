package org.fourportals.identity;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

import org.fourportals.base.CityTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Sign-in at a machine with an identity number and its code. Five wrong codes lock the number for fifteen minutes, and a machine with
 * thirty failures in that time is locked too, so that codes cannot be tried out.
 */
@Component
public class CardSignIn {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int TRIES_PER_CARD = 5;
    private static final int TRIES_PER_DEVICE = 30;
    /** Compared with where no account fits, so that the time taken does not tell. */
    private final String decoy;

    private final Accounts accounts;
    private final SubjectVault vault;
    private final PasswordEncoder passwords;
    private final JdbcClient jdbc;
    private final CityTime time;

    CardSignIn(Accounts accounts, SubjectVault vault, PasswordEncoder passwords, JdbcClient jdbc, CityTime time) {
        this.accounts = accounts;
        this.vault = vault;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.time = time;
        this.decoy = passwords.encode("no such card");
    }

    /** What became of an attempt. */
    public sealed interface Attempt {
        /** The card and code belong together. */
        record SignedIn(Account account) implements Attempt {
        }

        /** They do not; which of the two is wrong is not said. */
        record Wrong() implements Attempt {
        }

        /** Too many failures; may be tried again then. */
        record Locked(Instant until) implements Attempt {
        }
    }

    public Attempt attempt(String device, String cardNumber, String code) {
        byte[] index = vault.blindIndex("resident-id", cardNumber);
        Instant now = time.now();
        Instant since = now.minus(WINDOW);
        if (failures("card_index", index, since) >= TRIES_PER_CARD
                || failures("device", device, since) >= TRIES_PER_DEVICE) {
            return new Attempt.Locked(now.plus(WINDOW));
        }
        var holder = accounts.findByCard(index);
        boolean right = passwords.matches(code, holder.map(Accounts.CardHolder::codeHash).orElse(decoy));
        jdbc.sql("insert into identity.card_attempts values (:device, :card, :at, :succeeded)")
                .param("device", device).param("card", index).param("at", Timestamp.from(now))
                .param("succeeded", right && holder.isPresent()).update();
        return right && holder.isPresent() ? new Attempt.SignedIn(holder.get().account()) : new Attempt.Wrong();
    }

    private int failures(String whose, Object value, Instant since) {
        return jdbc.sql("select count(*) from identity.card_attempts where not succeeded and at > :since and " + whose + " = :value")
                .param("since", Timestamp.from(since)).param("value", value).query(Integer.class).single();
    }
}
