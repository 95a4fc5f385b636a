package org.fourportals.certificate;

/**
 * A certificate's number: the letter Z, two digits of the year, eight digits in turn and a check character by ISO 7064 MOD 37-2 over all
 * before it, written {@code Z26-0000-0123-K}. The letter keeps it apart from a case's number.
 */
record CertificateNumber(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    static CertificateNumber of(int year, long serial) {
        if (serial < 1 || serial > 99_999_999) {
            throw new IllegalArgumentException("No certificate number for serial " + serial);
        }
        String plain = "Z%02d%08d".formatted(year % 100, serial);
        return new CertificateNumber(plain.substring(0, 3) + "-" + plain.substring(3, 7) + "-" + plain.substring(7) + "-" + check(plain));
    }

    private static char check(String plain) {
        int sum = 0;
        for (char c : plain.toCharArray()) {
            sum = (sum + ALPHABET.indexOf(c)) * 2 % 37;
        }
        return ALPHABET.charAt((38 - sum) % 37);
    }
}
