package org.fourportals.pool.identifier;

/** What people type instead of the character they mean. */
final class Typed {

    /** Far more than any number with spaces; longer input is not worth looking at character by character. */
    private static final int LONGEST = 60;

    private Typed() {
    }

    /** Without spaces, full-width forms made plain, letters made capital; what is much too long stays as it is. */
    static String plain(String typed) {
        if (typed.length() > LONGEST) {
            return typed;
        }
        var plain = new StringBuilder();
        typed.codePoints().forEach(point -> {
            if (Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x200B || point == 0xFEFF) {
                return;
            }
            var narrow = point >= 0xFF01 && point <= 0xFF5E ? point - 0xFEE0 : point;
            plain.appendCodePoint(narrow >= 'a' && narrow <= 'z' ? narrow - 32 : narrow);
        });
        return plain.toString();
    }
}
