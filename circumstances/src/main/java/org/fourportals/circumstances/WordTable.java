package org.fourportals.circumstances;

import java.util.Arrays;
import java.util.List;

/** Finds the place of a word in a fixed list by its hash, without boxing a number; the list is small and read very often. */
final class WordTable {

    private static final int SPARE = 4;

    private final String[] words;
    private final int[] places;

    WordTable(List<String> list) {
        int size = Integer.highestOneBit(Math.max(1, list.size() * SPARE)) * 2;
        words = new String[size];
        places = new int[size];
        Arrays.fill(words, "");
        Arrays.fill(places, -1);
        for (int place = 0; place < list.size(); place++) {
            int at = slot(list.get(place));
            while (places[at] >= 0 && !words[at].equals(list.get(place))) {
                at = at + 1 & size - 1;
            }
            if (places[at] < 0) {
                words[at] = list.get(place);
                places[at] = place;
            }
        }
    }

    /** The word's place in the list, -1 if it is not there. */
    int place(String word) {
        int at = slot(word);
        while (places[at] >= 0) {
            if (words[at].equals(word)) {
                return places[at];
            }
            at = at + 1 & words.length - 1;
        }
        return -1;
    }

    private int slot(String word) {
        int hash = word.hashCode();
        return (hash ^ hash >>> 15) & words.length - 1;
    }
}
