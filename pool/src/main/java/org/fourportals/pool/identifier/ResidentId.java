package org.fourportals.pool.identifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A citizen's identity number by GB 11643: region (6), date of birth (8), sequence (3, odd for men) and the check
 * character of ISO 7064 MOD 11-2. Written with a capital X. The regions from {@value #FIRST_DEMO_REGION} on belong to
 * nobody: no province is numbered 99; demo people live there.
 */
public record ResidentId(String number) {

    /** First of the regions that are nobody's (999900 to 999999). */
    public static final int FIRST_DEMO_REGION = 999_900;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** @throws IllegalArgumentException saying what is wrong; forms ask {@link #fault} instead */
    public ResidentId {
        var fault = check(number);
        if (fault != null) {
            throw fault.asException();
        }
    }

    /**
     * Reads a number as people type it: spaces around and within, full-width digits and a small x are forgiven.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static ResidentId of(String typed) {
        return new ResidentId(Typed.plain(typed));
    }

    /** What is wrong with what somebody typed; empty if it is an identity number. */
    public static Optional<Fault> fault(String typed) {
        return Optional.ofNullable(check(Typed.plain(typed)));
    }

    /** As {@link #fault(String)}; a date of birth after today is wrong as well. */
    public static Optional<Fault> fault(String typed, LocalDate today) {
        return fault(typed).or(() -> of(typed).birthDate().isAfter(today)
                ? Optional.of(new Fault(Fault.What.FUTURE, "身份证号码中的出生日期晚于今天，请核对第 7 至 14 位。",
                        "The date of birth in this identity number lies in the future: check characters 7 to 14."))
                : Optional.empty());
    }

    /**
     * The number of someone born on a day.
     *
     * @param sequence 0 to 999, odd for men
     */
    public static ResidentId make(int region, LocalDate born, int sequence) {
        if (region < 100_000 || region > 999_999 || sequence < 0 || sequence > 999) {
            throw new IllegalArgumentException("a region has six digits and a sequence at most three");
        }
        var body = "%06d%04d%02d%02d%03d".formatted(region, born.getYear(), born.getMonthValue(), born.getDayOfMonth(), sequence);
        return new ResidentId(body + checkOf(body));
    }

    public LocalDate birthDate() {
        return dateIn(number);
    }

    public boolean female() {
        return (number.charAt(16) - '0') % 2 == 0;
    }

    public String region() {
        return number.substring(0, 6);
    }

    /** Whether it lies in a region that is nobody's. */
    public boolean demo() {
        return Integer.parseInt(region()) >= FIRST_DEMO_REGION;
    }

    private static @Nullable Fault check(String number) {
        if (number.isEmpty()) {
            return new Fault(Fault.What.EMPTY, "请填写身份证号码。", "Enter an identity number.");
        }
        if (number.length() != 18) {
            return new Fault(Fault.What.LENGTH, "身份证号码应为 18 位，您填写了 " + number.length() + " 位。",
                    "An identity number has 18 characters; this has " + number.length() + ".");
        }
        for (var i = 0; i < 18; i++) {
            var character = number.charAt(i);
            if ((character < '0' || character > '9') && !(i == 17 && character == 'X') || i == 0 && character == '0') {
                return new Fault(Fault.What.CHARACTERS, "身份证号码第 " + (i + 1) + " 位不对：应为数字，只有最后一位可以是 X。",
                        "Character " + (i + 1) + " of this identity number is wrong: only digits, and X at the end, may appear.");
            }
        }
        if (!hasDate(number)) {
            return new Fault(Fault.What.DATE, "身份证号码中的出生日期不存在，请核对第 7 至 14 位。",
                    "The date of birth in this identity number does not exist: check characters 7 to 14.");
        }
        if (number.charAt(17) != checkOf(number)) {
            return new Fault(Fault.What.CHECK_CHARACTER, "身份证号码的校验位不符，请逐位核对，其中至少有一位填错了。",
                    "This identity number contradicts its check character: at least one character is mistyped.");
        }
        return null;
    }

    private static boolean hasDate(String number) {
        try {
            return dateIn(number).getYear() >= 1800;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate dateIn(String number) {
        return LocalDate.of(Integer.parseInt(number, 6, 10, 10), Integer.parseInt(number, 10, 12, 10),
                Integer.parseInt(number, 12, 14, 10));
    }

    private static char checkOf(String body) {
        var sum = 0;
        for (var i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    @Override
    public String toString() {
        return number;
    }
}
