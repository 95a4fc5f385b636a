package org.fourportals.assistant.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import org.fourportals.assistant.Place;

/**
 * What a question wants most likely, given the page: on some pages some wishes are nearer at hand than elsewhere.
 *
 * @param intent  such as `go:upload`; empty for a text without letters
 * @param share   how likely, from 0 to 1
 * @param refuse  how likely it is something that must be declined
 */
public record Wish(String intent, double share, double refuse, String reason) {

    private static final double AT_HAND = 2.0;
    private static final double NAMED = 3.0;

    /** `named` says how surely the question names an affair: 1 is surely. */
    public static Wish of(Map<String, Double> likely, Place place, double named) {
        Map<String, Double> weighed = new HashMap<>();
        likely.forEach((intent, share) -> weighed.put(intent, share * (intent.equals(Utterances.AFFAIR) && named >= 1 ? NAMED : weight(intent, place))));
        double all = weighed.values().stream().mapToDouble(Double::doubleValue).sum();
        double refuse = likely.entrySet().stream().filter(e -> e.getKey().startsWith("refuse:")).mapToDouble(Map.Entry::getValue).sum();
        return new Wish(most(weighed, ""), weighed.getOrDefault(most(weighed, ""), 0.0) / Math.max(all, 1e-9), refuse, most(likely, "refuse:"));
    }

    private static String most(Map<String, Double> weighed, String prefix) {
        return weighed.entrySet().stream().filter(e -> e.getKey().startsWith(prefix)).max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey).orElse("");
    }

    /** Facts of "this" are asked where there is a "this"; uploads and stages where something is under way. */
    private static double weight(String intent, Place place) {
        boolean about = place.affair() != null;
        return switch (place.kind()) {
            case AFFAIR, INTERVIEW -> intent.startsWith("fact:") ? AT_HAND : 1;
            case APPLY -> intent.equals("go:upload") || intent.equals("go:change-answer") || intent.startsWith("fact:") ? AT_HAND : 1;
            case CASE -> intent.equals("go:case-progress") || intent.equals("go:upload") || intent.equals("go:download") || intent.equals("go:delivery") ? AT_HAND : 1;
            case WALLET -> intent.equals("go:wallet") ? AT_HAND : 1;
            case MACHINE, WINDOW -> intent.startsWith("go:") ? AT_HAND : 1;
            case HOME, CASES, CENTRES, OTHER -> !about && intent.equals("fact:what-if") ? 1 / AT_HAND : 1;
        };
    }
}
