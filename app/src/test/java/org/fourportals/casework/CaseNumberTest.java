package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

class CaseNumberTest {

    @Test
    void forgivesHowPeopleTypeIt() {
        String number = CaseNumber.of(2026, 123).value();
        assertThat(number).matches("26-0000-0123-[0-9A-Z*]");
        assertThat(CaseNumber.parse(" " + number.toLowerCase().replace("-", " ") + " ")).map(CaseNumber::value).contains(number);
    }

    @Test
    void noticesEveryWrongDigitAndEverySwapOfNeighbours() {
        long seed = RandomGenerator.getDefault().nextLong();
        RandomGenerator random = new java.util.Random(seed);
        for (int round = 0; round < 500; round++) {
            String plain = CaseNumber.of(2026, random.nextLong(1, 100_000_000)).value().replace("-", "");
            for (int i = 0; i < 10; i++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    if (digit != plain.charAt(i)) {
                        String wrong = plain.substring(0, i) + digit + plain.substring(i + 1);
                        assertThat(CaseNumber.parse(wrong)).as("seed %d: %s for %s", seed, wrong, plain).isEmpty();
                    }
                }
                if (i < 9 && plain.charAt(i) != plain.charAt(i + 1)) {
                    String swapped = plain.substring(0, i) + plain.charAt(i + 1) + plain.charAt(i) + plain.substring(i + 2);
                    assertThat(CaseNumber.parse(swapped)).as("seed %d: %s for %s", seed, swapped, plain).isEmpty();
                }
            }
        }
    }

    @Test
    void refusesWhatIsNoNumber() {
        for (String typed : new String[] {"", " ", "26-0000-0123", "'; drop table cases --", "２６０００００１２３K", "1".repeat(100_000)}) {
            assertThat(CaseNumber.parse(typed)).isEmpty();
        }
        assertThatThrownBy(() -> CaseNumber.of(2026, 100_000_000)).isInstanceOf(IllegalArgumentException.class);
    }
}
