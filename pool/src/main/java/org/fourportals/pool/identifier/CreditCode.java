package org.fourportals.pool.identifier;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's unified social credit code by GB 32100: registering department (1), kind (1), region (6),
 * organisation code (9, by GB 11714) and a check character, of digits and the letters that cannot be mistaken for digits
 * (no I, O, S, V, Z). Demo organisations are registered in a region that is nobody's, as are demo people.
 */
public record CreditCode(String code) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** @throws IllegalArgumentException saying what is wrong; forms ask {@link #fault} instead */
    public CreditCode {
        var fault = check(code);
        if (fault != null) {
            throw fault.asException();
        }
    }

    /**
     * Reads a code as people type it: spaces, full-width characters and small letters are forgiven.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static CreditCode of(String typed) {
        return new CreditCode(Typed.plain(typed));
    }

    /** What is wrong with what somebody typed; empty if it is a credit code. */
    public static Optional<Fault> fault(String typed) {
        return Optional.ofNullable(check(Typed.plain(typed)));
    }

    /**
     * The code of an organisation.
     *
     * @param department registering department: 9 market regulation, 5 civil affairs, 1 state organs
     * @param kind 1 enterprise, 2 individual business, 3 farmers' cooperative
     * @param serial 0 to 999,999; becomes the organisation code MA000000 and its own check character
     */
    public static CreditCode make(char department, char kind, int region, int serial) {
        if (region < 100_000 || region > 999_999 || serial < 0 || serial > 999_999) {
            throw new IllegalArgumentException("a region has six digits and a serial at most six");
        }
        var organisation = "MA%06d".formatted(serial);
        var body = "" + department + kind + region + organisation + organisationCheck(organisation);
        return new CreditCode(body + checkOf(body));
    }

    /** Whether it was registered in a region that is nobody's. */
    public boolean demo() {
        return Integer.parseInt(code, 2, 8, 10) >= ResidentId.FIRST_DEMO_REGION;
    }

    private static @Nullable Fault check(String code) {
        if (code.isEmpty()) {
            return new Fault(Fault.What.EMPTY, "请填写统一社会信用代码。", "Enter a unified social credit code.");
        }
        if (code.length() != 18) {
            return new Fault(Fault.What.LENGTH, "统一社会信用代码应为 18 位，您填写了 " + code.length() + " 位。",
                    "A unified social credit code has 18 characters; this has " + code.length() + ".");
        }
        for (var i = 0; i < 18; i++) {
            var character = code.charAt(i);
            if (ALPHABET.indexOf(character) < 0 || i >= 2 && i < 8 && character > '9') {
                return new Fault(Fault.What.CHARACTERS,
                        "统一社会信用代码第 " + (i + 1) + " 位不对：只含数字和大写字母（没有 I、O、S、V、Z），第 3 至 8 位只能是数字。",
                        "Character " + (i + 1) + " of this credit code is wrong: digits and capital letters without I, O, S, V, Z; "
                                + "characters 3 to 8 are digits.");
            }
        }
        if (code.charAt(17) != checkOf(code)) {
            return new Fault(Fault.What.CHECK_CHARACTER, "统一社会信用代码的校验位不符，请逐位核对，其中至少有一位填错了。",
                    "This credit code contradicts its check character: at least one character is mistyped.");
        }
        return null;
    }

    private static char checkOf(String body) {
        var sum = 0;
        for (var i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** GB 11714: letters count from A = 10; 10 is written X and 11 is written 0. */
    private static char organisationCheck(String organisation) {
        var sum = 0;
        for (var i = 0; i < 8; i++) {
            sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        return "0123456789X0".charAt(11 - sum % 11);
    }

    @Override
    public String toString() {
        return code;
    }
}
