package org.fourportals.pool.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.fourportals.pool.identifier.Fault.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credit codes by GB 32100, held against codes that well-known companies print on their bills. */
class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @CsvSource({"91330100799655058B", "9144030071526726XG", "'9133 0100 7996 5505 8b'", "９１３３０１００７９９６５５０５８Ｂ"})
    void readsCodesAsPeopleTypeThem(String typed) {
        assertThat(CreditCode.fault(typed)).isEmpty();
        assertThat(CreditCode.of(typed).code()).startsWith("91").hasSize(18);
        assertThat(CreditCode.of(typed).demo()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'',EMPTY", "9133010079965505,LENGTH", "91330100799655058BB,LENGTH", "91330100799655O58B,CHARACTERS", "9133010079965505!B,CHARACTERS",
        "91A30100799655058B,CHARACTERS", "91330100799655058C,CHECK_CHARACTER", "''' OR 1=1 -- xxxxx',LENGTH"})
    void saysWhatIsWrong(String typed, What what) {
        var fault = CreditCode.fault(typed).orElseThrow();
        assertThat(fault.what()).isEqualTo(what);
        assertThat(fault.zh()).endsWith("。");
        assertThat(fault.en()).matches("[\\x20-\\x7e]+\\.");
        assertThatThrownBy(() -> CreditCode.of(typed)).hasMessage(fault.en());
    }

    @Test
    void findsEverySingleWrongCharacter() {
        var random = new Random(5);
        for (var round = 0; round < 300; round++) {
            var right = CreditCode.make('9', '2', 999_990, random.nextInt(1_000_000)).code();
            assertThat(CreditCode.of(right.toLowerCase(java.util.Locale.ROOT)).demo()).isTrue();
            for (var i = 0; i < 18; i++) {
                for (var character : ALPHABET.toCharArray()) {
                    var wrong = right.substring(0, i) + character + right.substring(i + 1);
                    assertThat(CreditCode.fault(wrong).isEmpty()).as(wrong).isEqualTo(wrong.equals(right));
                }
            }
        }
    }
}
