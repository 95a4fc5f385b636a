package org.fourportals.notice;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import org.fourportals.base.Subject;
import org.fourportals.base.Text;

/**
 * Something one person is to be told. Rooms whose events are listened to are translated into it, one listener a room.
 *
 * @param event the event's own id, with its room; the same event, person and kind is told once however often it is brought
 * @param words what fills the gaps of the kind's sentences, by name; line breaks and other control characters become spaces, and each is cut at 200
 * @param path  of the page it leads to, without a portal's prefix
 */
public record Occasion(String event, Subject recipient, NoticeKind kind, Map<String, Text> words, String path, Instant at) {

    private static final int LONGEST = 200;

    public Occasion {
        words = words.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, word -> new Text(plain(word.getValue().zh()), plain(word.getValue().en()))));
    }

    private static String plain(String word) {
        String line = word.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.isEmpty() ? "–" : line.codePoints().limit(LONGEST).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
