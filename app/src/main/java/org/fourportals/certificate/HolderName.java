package org.fourportals.certificate;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Names shown to strangers: enough to compare with the paper in hand, too little to learn it. */
final class HolderName {

    private HolderName() {
    }

    /** 张三 → 张*, 张小芳 → 张*芳, Maria Lopez → M**** L****; characters of four bytes count as one. */
    static String masked(String name) {
        return Arrays.stream(name.strip().split("\\s+")).map(HolderName::maskedPart).collect(Collectors.joining(" "));
    }

    private static String maskedPart(String part) {
        int[] characters = part.codePoints().toArray();
        boolean han = characters.length > 2 && Character.isIdeographic(characters[characters.length - 1]);
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            boolean shown = i == 0 && characters.length > 1 || han && i == characters.length - 1;
            masked.appendCodePoint(shown ? characters[i] : '*');
        }
        return masked.toString();
    }
}
