package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.fourportals.base.Text;
import org.fourportals.casework.FormCheck.Problem;
import org.fourportals.catalogue.AffairPlan.Choice;
import org.fourportals.catalogue.AffairPlan.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "person-name, 林晓月, ",
        "person-name, 阿依古丽·买买提, ",
        "person-name, O'Brien Mary-Jane, ",
        "person-name, 𠮷野家, ",
        "person-name, <script>alert(1)</script>, NOT_A_NAME",
        "person-name, Robert'); drop table, NOT_A_NAME",
        "person-name, 12345, NOT_A_NAME",
        "resident-id, 99999019950318006 9, ",
        "resident-id, 999990199503180068, NOT_A_RESIDENT_ID",
        "resident-id, 999990199502300062, NOT_A_RESIDENT_ID",
        "resident-id, 123, NOT_A_RESIDENT_ID",
        "credit-code, 123456789012345670, NOT_A_CREDIT_CODE",
        "phone, 138 0000-1111, ",
        "phone, 0571-88880000, ",
        "phone, 110, NOT_A_PHONE",
        "email, a@b.cn, ",
        "email, a@b, NOT_AN_EMAIL",
        "date, 2026-02-30, NOT_A_DATE",
        "date, 0000-00-00, NOT_A_DATE",
        "date, 2026-11-22, ",
        "number, 3, ",
        "number, 3.5, NOT_A_NUMBER",
        "number, 1e9, NOT_A_NUMBER",
        "money, 3.50, ",
        "money, 3.505, NOT_A_NUMBER",
        "bank-account, 6222 0202 0000 1234 567, ",
        "bank-account, 1, NOT_AN_ACCOUNT",
        "yes-no, maybe, NOT_AN_OPTION",
        "choice, b, ",
        "choice, z, NOT_AN_OPTION"})
    void saysWhatIsWrong(String type, String typed, Problem expected) {
        assertThat(FormCheck.check(field(type, true), typed, TODAY).orElse(null)).isEqualTo(expected);
    }

    @Test
    void asksForWhatIsRequiredAndLeavesTheRest() {
        assertThat(FormCheck.check(field("text", true), "  ", TODAY)).contains(Problem.MISSING);
        assertThat(FormCheck.check(field("text", true), null, TODAY)).contains(Problem.MISSING);
        assertThat(FormCheck.check(field("text", false), "", TODAY)).isEmpty();
    }

    @Test
    void countsCharactersAsPeopleDoAndRefusesInvisibleOnes() {
        assertThat(FormCheck.check(field("text", true), "𠮷".repeat(200), TODAY)).isEmpty();
        assertThat(FormCheck.check(field("text", true), "𠮷".repeat(201), TODAY)).contains(Problem.TOO_LONG);
        assertThat(FormCheck.check(field("text", true), "a\u0000b", TODAY)).contains(Problem.CONTROL_CHARACTERS);
    }

    private static Field field(String type, boolean required) {
        Text text = new Text("栏目", "field");
        return new Field("field", type, text, null, required, null, null, null, null, null, false, false,
                List.of(new Choice("a", text, null), new Choice("b", text, null)));
    }
}
