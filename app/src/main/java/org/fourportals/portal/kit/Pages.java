package org.fourportals.portal.kit;

import java.util.ArrayList;
import java.util.List;

/** Where one is in a long list: page {@code current} of {@code total}, counted from one; the query parameter is called {@code parameter}. */
public record Pages(int current, int total, String parameter) {

    public Pages {
        if (total < 1 || current < 1 || current > total) {
            throw new IllegalArgumentException("Page " + current + " of " + total);
        }
    }

    public static Pages of(int current, int total) {
        return new Pages(current, total, "page");
    }

    /** The numbers to show; zero stands for a gap. */
    public List<Integer> numbers() {
        List<Integer> shown = new ArrayList<>();
        int last = 0;
        for (int number = 1; number <= total; number++) {
            if (number == 1 || number == total || Math.abs(number - current) <= 1) {
                if (number - last > 1) {
                    shown.add(0);
                }
                shown.add(number);
                last = number;
            }
        }
        return shown;
    }
}
