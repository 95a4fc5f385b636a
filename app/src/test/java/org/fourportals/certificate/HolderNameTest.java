package org.fourportals.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolderNameTest {

    @ParameterizedTest
    @CsvSource({"张三,张*", "张小芳,张*芳", "欧阳小芳,欧**芳", "𠮷田,𠮷*", "𠮷田𠮷,𠮷*𠮷", "Maria Lopez,M**** L****", "X,*", "X Y,* *"})
    void showsEnoughToCompareAndNoMore(String name, String masked) {
        assertThat(HolderName.masked(name)).isEqualTo(masked);
    }

    @Test
    void numbersDifferFromCaseNumbersAndNoticeSlips() {
        assertThat(CertificateNumber.of(2026, 123).value()).matches("Z26-0000-0123-[0-9A-Z*]");
        assertThat(org.fourportals.casework.CaseNumber.parse(CertificateNumber.of(2026, 123).value())).isEmpty();
        assertThat(CertificateNumber.of(2026, 123).value().substring(13)).isNotEqualTo(CertificateNumber.of(2026, 132).value().substring(13));
    }

    @Test
    void codesAreOfFullLengthAndDiffer() {
        Set<String> codes = new HashSet<>(IntStream.range(0, 1000).mapToObj(i -> VerificationCode.fresh().value()).toList());
        assertThat(codes).hasSize(1000).allMatch(code -> VerificationCode.parse(code).isPresent());
    }
}
