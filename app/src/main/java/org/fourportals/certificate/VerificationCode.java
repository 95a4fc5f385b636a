package org.fourportals.certificate;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The code by which a stranger verifies a certificate: 140 random bits as 28 characters of Crockford's base 32, which has no letters that
 * look like digits. Who has the code has the paper; nobody guesses one.
 */
record VerificationCode(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 28;
    private static final int LONGEST_TYPED = 80;

    static VerificationCode fresh() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new VerificationCode(code.toString());
    }

    /** From what somebody typed or scanned: spaces, hyphens, small letters and O, I, L for 0, 1, 1 are forgiven. */
    static Optional<VerificationCode> parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).replace('O', '0').replaceAll("[IL]", "1");
        boolean wellFormed = plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return wellFormed ? Optional.of(new VerificationCode(plain)) : Optional.empty();
    }

    /** In groups of four, as printed. */
    String grouped() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
