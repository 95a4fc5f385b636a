package org.fourportals.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.fourportals.TestCity;
import org.fourportals.identity.CardSignIn.Attempt;
import org.junit.jupiter.api.Test;

class CardSignInTest {

    private static final String CARD = "999990198102200108";
    private final CardSignIn signIn = TestCity.get(CardSignIn.class);

    @Test
    void signsInWithTheRightCode() {
        assertThat(signIn.attempt("K-right", "999990199703300117", "246810"))
                .isInstanceOfSatisfying(Attempt.SignedIn.class, s -> assertThat(s.account().username()).isEqualTo("ma-chao"));
    }

    @Test
    void doesNotSayWhetherTheCardOrTheCodeIsWrong() {
        assertThat(signIn.attempt("K-wrong", "999990199703300117", "000000")).isEqualTo(new Attempt.Wrong());
        assertThat(signIn.attempt("K-wrong", "no such card", "246810")).isEqualTo(new Attempt.Wrong());
        assertThat(signIn.attempt("K-wrong", "' or 1=1 --", "x".repeat(60))).isEqualTo(new Attempt.Wrong());
    }

    @Test
    void locksACardAfterFiveWrongCodesForAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn.attempt("K-" + i, CARD, "111111")).isEqualTo(new Attempt.Wrong());
        }
        assertThat(signIn.attempt("K-9", CARD, "246810")).isInstanceOf(Attempt.Locked.class);
        TestCity.clock().advance(Duration.ofMinutes(16));
        assertThat(signIn.attempt("K-9", CARD, "246810")).isInstanceOf(Attempt.SignedIn.class);
    }
}
