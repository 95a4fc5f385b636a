package org.fourportals.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemNumberTest {

    /** Worked out by hand: weights 8 6 4 2 3 5 9 7; what is left of eleven, where 10 is written 0 and 11 is written 5. */
    @ParameterizedTest
    @CsvSource({"12345678, RB123456785GB", "47312482, RB473124829GB", "0, RB000000005GB", "2, RB000000028GB", "8, RB000000080GB"})
    void hasTheCheckDigitOfTheStandard(long serial, String number) {
        assertThat(ItemNumber.of("RB", serial, "GB").value()).isEqualTo(number);
    }

    @Test
    void readsWhatPeopleTypeAndScan() {
        assertThat(ItemNumber.parse(" rb 1234 5678 5 gb ")).contains(new ItemNumber("RB123456785GB"));
        assertThat(new ItemNumber("RB123456785GB").grouped()).isEqualTo("RB 1234 5678 5 GB");
        assertThat(ItemNumber.parse(new ItemNumber("RB123456785GB").grouped())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RB123456784GB", "RB123456785G", "R1123456785GB", "１２３４５６７８９０１２３", "RB123456785GB0", "RB12345678５GB"})
    void refusesAnythingElse(String typed) {
        assertThat(ItemNumber.parse(typed)).isEmpty();
        assertThatThrownBy(() -> new ItemNumber(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Two remainders share the check digits 0 and 5 with others: the standard's check finds most slips, not all. */
    @Test
    void findsNineOfTenSingleSlipsAndSwapsOfNeighbours() {
        int slips = 0;
        int found = 0;
        for (long serial = 0; serial < 99_999_999; serial += 7_654_321) {
            String right = ItemNumber.of("EA", serial, "CN").value();
            for (int at = 2; at < 10; at++) {
                char was = right.charAt(at);
                List<String> wrong = new ArrayList<>(List.of(right.substring(0, at) + (was == '9' ? '0' : (char) (was + 1)) + right.substring(at + 1)));
                if (at < 9 && was != right.charAt(at + 1)) {
                    wrong.add(right.substring(0, at) + right.charAt(at + 1) + was + right.substring(at + 2));
                }
                slips += wrong.size();
                found += (int) wrong.stream().filter(number -> ItemNumber.parse(number).isEmpty()).count();
            }
        }
        assertThat(found / (double) slips).isGreaterThan(0.9);
    }
}
