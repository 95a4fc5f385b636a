package org.fourportals.portal.office;

import java.util.List;

import org.fourportals.portal.kit.Pages;

/** One page of a long list; a page number beyond the list is its nearest. */
record Slice<T>(List<T> items, Pages pages) {

    private static final int SIZE = 50;

    static <T> Slice<T> of(List<T> all, int page) {
        int total = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int current = Math.clamp(page, 1, total);
        return new Slice<>(all.subList((current - 1) * SIZE, Math.min(all.size(), current * SIZE)), Pages.of(current, total));
    }
}
