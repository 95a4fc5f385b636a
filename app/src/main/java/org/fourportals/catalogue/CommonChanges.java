package org.fourportals.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fourportals.catalogue.internal.YamlPlaces;

/**
 * The changes that editors make most, without the text's form: words in both languages, promised days, the fee. Only the values themselves are
 * replaced; every other character of the file, comments too, stays.
 */
public final class CommonChanges {

    private static final int LONGEST = 1_000;
    private static final Set<String> LISTS = Set.of("questions", "grounds", "refusals", "requirements", "stages");
    private static final Set<String> WORDS = Set.of("plain", "ask", "help", "name", "reason", "instead", "why", "check", "checks");

    private CommonChanges() {
    }

    /** What kind of value stands at a place. */
    public enum Kind { WORDS, DAYS, MONEY }

    /**
     * A value that can be changed.
     *
     * @param path  where it stands, such as `questions.hukou.ask.zh`
     * @param group the list it belongs to, such as `questions`; `plain` and `fee` stand alone
     * @param entry the id of its entry in the list; empty where there is none
     */
    public record Place(String path, String group, String entry, Kind kind, String value) {
    }

    /** The places of a text, in its order; none where it is not YAML. */
    public static List<Place> of(String text) {
        return YamlPlaces.of(text).stream().flatMap(found -> place(found.path(), found.value()).stream()).toList();
    }

    private static Optional<Place> place(String path, String value) {
        String[] parts = path.split("\\.");
        if (parts[0].equals("procedure") && parts.length > 1) {
            return place(path, java.util.Arrays.copyOfRange(parts, 1, parts.length), value);
        }
        return place(path, parts, value);
    }

    private static Optional<Place> place(String path, String[] parts, String value) {
        if (parts.length == 2 && parts[0].equals("fee") && parts[1].equals("yuan")) {
            return Optional.of(new Place(path, "fee", "", Kind.MONEY, value));
        }
        if (parts.length == 2 && parts[0].equals("plain") && isLanguage(parts[1])) {
            return Optional.of(new Place(path, "plain", "", Kind.WORDS, value));
        }
        if (parts.length == 3 && parts[0].equals("stages") && parts[2].equals("days")) {
            return Optional.of(new Place(path, "stages", parts[1], Kind.DAYS, value));
        }
        return parts.length == 4 && LISTS.contains(parts[0]) && WORDS.contains(parts[2]) && isLanguage(parts[3])
                ? Optional.of(new Place(path, parts[0], parts[1], Kind.WORDS, value)) : Optional.empty();
    }

    private static boolean isLanguage(String part) {
        return part.equals("zh") || part.equals("en");
    }

    /** Whether a value may stand at a place of this kind. */
    public static boolean fits(Kind kind, String value) {
        return switch (kind) {
            case WORDS -> !value.isBlank() && value.length() <= LONGEST && value.codePoints().noneMatch(CommonChanges::isNoWord);
            case DAYS -> value.matches("\\d{1,3}");
            case MONEY -> value.matches("\\d{1,7}(\\.\\d{1,2})?");
        };
    }

    private static boolean isNoWord(int c) {
        return Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
    }

    /**
     * The text with these values, by path. Throws {@link IllegalArgumentException} for a path that is no place of the text or a value that does
     * not fit it; ask {@link #fits} before.
     */
    public static String apply(String text, Map<String, String> values) {
        Map<String, Place> places = new java.util.HashMap<>();
        of(text).forEach(place -> places.put(place.path(), place));
        List<YamlPlaces.Found> changed = new ArrayList<>();
        for (YamlPlaces.Found found : YamlPlaces.of(text)) {
            String value = values.get(found.path());
            Place place = places.get(found.path());
            if (value != null && place != null && !value.equals(found.value())) {
                if (!fits(place.kind(), value)) {
                    throw new IllegalArgumentException(found.path() + " cannot be " + value);
                }
                changed.add(found);
            }
        }
        values.keySet().stream().filter(path -> !places.containsKey(path)).findFirst().ifPresent(path -> {
            throw new IllegalArgumentException("The text has no place " + path);
        });
        StringBuilder result = new StringBuilder(text);
        changed.stream().sorted(Comparator.comparingInt(YamlPlaces.Found::from).reversed())
                .forEach(found -> result.replace(found.from(), found.to(), YamlPlaces.written(values.get(found.path()))));
        return result.toString();
    }
}
