package org.fourportals.search.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * Reads Chinese aloud in pinyin without tones, and cuts typed pinyin into syllables. It knows only the syllables of the words it was
 * given, so that hardly an English word is taken for pinyin.
 */
public final class Pinyin {

    private final Set<String> syllables = new HashSet<>();
    private int longest;

    public Pinyin(Collection<String> texts) {
        for (String text : texts) {
            syllables.addAll(syllables(text));
        }
        syllables.removeIf(s -> s.length() < 2 && !s.equals("e"));
        longest = syllables.stream().mapToInt(String::length).max().orElse(0);
    }

    /** The syllables of the Chinese characters of a text; everything else is left out. */
    static List<String> syllables(String text) {
        var found = new ArrayList<String>();
        text.codePoints().filter(Words::isHan).filter(Character::isBmpCodePoint).forEach(c -> {
            String syllable = syllable((char) c);
            if (!syllable.isEmpty()) {
                found.add(syllable);
            }
        });
        return found;
    }

    /** The commonest reading, {@code ü} written {@code v}; empty where there is none. */
    static String syllable(char c) {
        String[] readings = switch (c) { // the first reading listed is not the one these words have
            case '行' -> new String[] {"xing"};
            case '车' -> new String[] {"che"};
            case '证' -> new String[] {"zheng"};
            case '会' -> new String[] {"hui"};
            case '参' -> new String[] {"can"};
            default -> PinyinHelper.toHanyuPinyinStringArray(c);
        };
        return readings == null || readings.length == 0 ? "" : readings[0].replaceAll("[0-9]", "").replace("u:", "v");
    }

    /** Overlapping pairs, joined by an underline. */
    static List<String> pairs(List<String> syllables) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i + 1 < syllables.size(); i++) {
            pairs.add(syllables.get(i) + "_" + syllables.get(i + 1));
        }
        return pairs;
    }

    /** First letters of the syllables, as people type them: {@code jzz} for 居住证. */
    static String initials(String text) {
        return syllables(text).stream().map(s -> s.substring(0, 1)).collect(Collectors.joining());
    }

    /** The word as syllables, the fewest there can be; empty if it is no pinyin. */
    List<String> cut(String word) {
        int length = word.length();
        var fewest = new int[length + 1];
        var from = new int[length + 1];
        Arrays.fill(fewest, Integer.MAX_VALUE);
        fewest[0] = 0;
        for (int end = 1; end <= length; end++) {
            for (int start = Math.max(0, end - longest); start < end; start++) {
                if (fewest[start] != Integer.MAX_VALUE && fewest[start] + 1 < fewest[end]
                        && syllables.contains(word.substring(start, end))) {
                    fewest[end] = fewest[start] + 1;
                    from[end] = start;
                }
            }
        }
        if (length == 0 || fewest[length] == Integer.MAX_VALUE) {
            return List.of();
        }
        var cut = new ArrayList<String>();
        for (int end = length; end > 0; end = from[end]) {
            cut.addFirst(word.substring(from[end], end));
        }
        return cut;
    }
}
