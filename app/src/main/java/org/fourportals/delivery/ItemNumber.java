package org.fourportals.delivery;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a postal item by UPU standard S10: two letters for the service, eight digits, a check digit, two letters for the country. It stands on
 * the label as a bar code, and tracking goes by it.
 */
public record ItemNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{9}[A-Z]{2}");
    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
    private static final int SERIALS = 100_000_000;

    public ItemNumber {
        if (!FORM.matcher(value).matches() || value.charAt(10) - '0' != check(value.substring(2, 10))) {
            throw new IllegalArgumentException("No item number of S10: " + value);
        }
    }

    /**
     * @param service two letters, such as {@code EA} for express
     * @param serial  from 0 to 99,999,999
     * @param country two letters of ISO 3166
     */
    public static ItemNumber of(String service, long serial, String country) {
        if (serial < 0 || serial >= SERIALS) {
            throw new IllegalArgumentException("A serial number has eight digits, not " + serial);
        }
        String digits = String.format(Locale.ROOT, "%08d", serial);
        return new ItemNumber(service + digits + check(digits) + country);
    }

    /** As somebody typed or scanned it. */
    public static Optional<ItemNumber> parse(String typed) {
        String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(plain).matches() && plain.charAt(10) - '0' == check(plain.substring(2, 10)) ? Optional.of(new ItemNumber(plain)) : Optional.empty();
    }

    /** In groups, as people read it. */
    public String grouped() {
        return value.substring(0, 2) + " " + value.substring(2, 6) + " " + value.substring(6, 10) + " " + value.charAt(10) + " " + value.substring(11);
    }

    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        int rest = 11 - sum % 11;
        return rest == 10 ? 0 : rest == 11 ? 5 : rest;
    }
}
