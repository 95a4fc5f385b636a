package org.fourportals.pool.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.fourportals.pool.identifier.Fault.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identity numbers by GB 11643; the examples of the standard itself are right, and every single slip is found. */
class ResidentIdTest {

    @Test
    void knowsTheExamplesOfTheStandard() {
        var man = ResidentId.of("11010519491231002X");
        assertThat(man.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(man.female()).isTrue();
        assertThat(man.demo()).isFalse();
        assertThat(ResidentId.of("440524188001010014").female()).isFalse();
        assertThat(ResidentId.make(110105, LocalDate.of(1949, 12, 31), 2)).isEqualTo(man);
    }

    @ParameterizedTest
    @CsvSource({"11010519491231002x", "' 110105 19491231 002X '", "１１０１０５１９４９１２３１００２Ｘ", "'110105\u300019491231\u00a0002X'", "'\ufeff11010519491231002X'"})
    void forgivesHowPeopleType(String typed) {
        assertThat(ResidentId.of(typed).number()).isEqualTo("11010519491231002X");
    }

    @ParameterizedTest
    @CsvSource({"'',EMPTY", "'   ',EMPTY", "1101051949123100,LENGTH", "11010519491231002X1,LENGTH", "1101O519491231002X,CHARACTERS",
        "11010519491X31002X,CHARACTERS", "01010519491231002X,CHARACTERS", "110105194902300021,DATE", "110105194913010021,DATE",
        "110105000000000021,DATE", "110105194912310021,CHECK_CHARACTER", "٣٣٠١٠٥١٩٤٩١٢٣١٠٠٢١,CHARACTERS", "110105-19491231-02,CHARACTERS",
        "' <script>alert(1)',LENGTH", "'<script>alert(12);',CHARACTERS", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00,CHARACTERS"})
    void saysWhatIsWrong(String typed, What what) {
        assertThat(ResidentId.fault(typed)).hasValueSatisfying(fault -> {
            assertThat(fault.what()).isEqualTo(what);
            assertThat(fault.zh()).matches("(?s).*[\u4e00-\u9fff].*").endsWith("。");
            assertThat(fault.en()).matches("[\\x20-\\x7e]+\\.");
        });
        assertThatThrownBy(() -> ResidentId.of(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void looksAtHugeInputOnlyOnce() {
        assertThat(ResidentId.fault("1".repeat(50_000_000)).orElseThrow().what()).isEqualTo(What.LENGTH);
    }

    @Test
    void findsADateOfBirthAfterToday() {
        var today = LocalDate.of(2026, 11, 22);
        assertThat(ResidentId.fault(ResidentId.make(999_990, today, 1).number(), today)).isEmpty();
        assertThat(ResidentId.fault(ResidentId.make(999_990, today.plusDays(1), 1).number(), today).orElseThrow().what()).isEqualTo(What.FUTURE);
        assertThat(ResidentId.fault("110105194912310021", today).orElseThrow().what()).isEqualTo(What.CHECK_CHARACTER);
    }

    @Test
    void findsEverySingleWrongCharacterAndEverySwapOfNeighbours() {
        var random = new Random(11);
        for (var round = 0; round < 300; round++) {
            var right = ResidentId.make(999_900 + random.nextInt(100), LocalDate.of(1930, 1, 1).plusDays(random.nextInt(35_000)), random.nextInt(1_000)).number();
            assertThat(ResidentId.fault(right)).isEmpty();
            for (var i = 0; i < 18; i++) {
                for (var character : "0123456789X".toCharArray()) {
                    var wrong = right.substring(0, i) + character + right.substring(i + 1);
                    assertThat(ResidentId.fault(wrong).isEmpty()).as(wrong).isEqualTo(wrong.equals(right));
                }
                if (i < 17) {
                    var swapped = right.substring(0, i) + right.charAt(i + 1) + right.charAt(i) + right.substring(i + 2);
                    assertThat(ResidentId.fault(swapped).isEmpty()).as(swapped).isEqualTo(swapped.equals(right));
                }
            }
        }
    }
}
