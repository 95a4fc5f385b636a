package org.fourportals.casework;

import java.util.Optional;

/**
 * A case's short number as people see and say it: two digits of the year, eight digits in turn, one check character by ISO 7064 MOD 37-2
 * over the digits, written {@code 26-0000-0123-K}. One wrong or swapped character is noticed.
 */
public record CaseNumber(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    public static CaseNumber of(int year, long serial) {
        if (serial < 1 || serial > 99_999_999) {
            throw new IllegalArgumentException("No case number for serial " + serial);
        }
        String digits = "%02d%08d".formatted(year % 100, serial);
        return new CaseNumber(format(digits + check(digits)));
    }

    /** From what somebody typed: spaces, hyphens and small letters are forgiven; empty where the check character does not fit. */
    public static Optional<CaseNumber> parse(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        String plain = typed.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
        if (!plain.matches("[0-9]{10}[0-9A-Z*]") || plain.charAt(10) != check(plain.substring(0, 10))) {
            return Optional.empty();
        }
        return Optional.of(new CaseNumber(format(plain)));
    }

    private static char check(String digits) {
        int sum = 0;
        for (char c : digits.toCharArray()) {
            sum = (sum + ALPHABET.indexOf(c)) * 2 % 37;
        }
        return ALPHABET.charAt((38 - sum) % 37);
    }

    private static String format(String plain) {
        return plain.substring(0, 2) + "-" + plain.substring(2, 6) + "-" + plain.substring(6, 10) + "-" + plain.substring(10);
    }

    @Override
    public String toString() {
        return value;
    }
}
