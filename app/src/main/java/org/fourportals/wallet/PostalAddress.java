package org.fourportals.wallet;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where something is brought to.
 *
 * @param name     who takes it, 2 to 40 characters
 * @param phone    mainland mobile (11 digits) or landline with area code, as digits
 * @param district id of a district or county of the city
 * @param line     street, building, flat: 4 to 100 characters
 */
public record PostalAddress(String name, String phone, String district, String line) {

    private static final String MOBILE = "1[3-9][0-9]{9}";
    private static final String LANDLINE = "0[0-9]{9,11}";

    /** What of it can be wrong. */
    public enum Part { NAME, PHONE, DISTRICT, LINE }

    /** As people type it: spaces, hyphens and the country's code in a phone, line breaks and control characters anywhere. */
    public static PostalAddress typed(String name, String phone, String district, String line) {
        String digits = phone.replaceAll("[\\s\\-()（）]", "").replaceFirst("^(\\+|00)?86(?=1)", "");
        return new PostalAddress(plain(name), digits, district.strip(), plain(line));
    }

    /** What cannot be used to bring something; the district is for the city to know. */
    public Set<Part> faults() {
        Set<Part> faults = new LinkedHashSet<>();
        if (!isLong(name, 2, 40) || !name.codePoints().allMatch(c -> Character.isLetter(c) || " ·.'’-".indexOf(c) >= 0)) {
            faults.add(Part.NAME);
        }
        if (!phone.matches(MOBILE) && !phone.matches(LANDLINE)) {
            faults.add(Part.PHONE);
        }
        if (district.isEmpty() || district.length() > 60) {
            faults.add(Part.DISTRICT);
        }
        if (!isLong(line, 4, 100)) {
            faults.add(Part.LINE);
        }
        return faults;
    }

    /** The phone as others may see it. */
    public String maskedPhone() {
        return phone.length() < 8 ? "****" : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }

    private static boolean isLong(String text, int least, int most) {
        int length = text.codePointCount(0, text.length());
        return length >= least && length <= most;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }
}
