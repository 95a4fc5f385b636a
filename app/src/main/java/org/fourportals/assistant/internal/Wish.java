package org.fourportals.assistant.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.fourportals.assistant.Place;

/**
 * What a question wants most likely, given the page: on some pages some wishes are nearer at hand than elsewhere.
 *
 * @param intent  such as `go:upload`; empty for a text without letters
 * @param share   how likely among what need not be declined, from 0 to 1
 * @param refuse  how likely it is something that must be declined, by words and meaning alone
 * @param reason  why it would be declined, such as `promise`
 */
public record Wish(String intent, double share, double refuse, String reason) {

    private static final String REFUSE = "refuse:";
    private static final double AT_HAND = 2.0;

    /** The better an affair is named, the less something else is meant, unless words speak for it. */
    private static final double LESS = 12;

    /** What search says of an affair that is surely named, beside what the words say. */
    private static final double FOUND = 0.6;

    /** From this on a fact is asked for whether or not words speak for it. */
    private static final double PLAIN = 0.35;

    /** And from this on a part of the product. */
    private static final double PLAIN_PART = 0.8;

    /** Where an affair is so surely named, words that speak for a part of the product may be those of the affair. */
    private static final double SURELY = 0.8;
    private static final double SAID_PART = 0.6;

    /** From this on a question is declined that names no affair, and so much more it takes where it surely names one. */
    private static final double DECLINED = 0.36;
    private static final double NAMED = 0.3;

    /** What affairs themselves are about, such as courts and hospitals, takes more where one is named. */
    private static final Set<String> ABOUT_LIFE = Set.of("legal", "medical");
    private static final double NAMED_OF_LIFE = 0.5;

    /** So much less it takes where words speak for a reason to decline. */
    private static final double GUARDED = 0.12;

    private static final Patterns CUES = new Patterns("/assistant/cues.tsv");

    /** What is asked, and how surely it names an affair. */
    private record Asked(String question, Place place, double named) {
    }

    /**
     * @param likely how likely each intent is by its words and meaning
     * @param named  how surely the question names an affair: 1 is surely
     */
    public static Wish of(String question, Map<String, Double> likely, Place place, double named) {
        Asked asked = new Asked(question, place, named);
        double fact = likely.entrySet().stream().filter(e -> isPlainFact(e.getKey())).mapToDouble(Map.Entry::getValue).sum();
        Map<String, Double> weighed = new HashMap<>();
        likely.forEach((intent, share) -> {
            if (!intent.startsWith(REFUSE)) {
                weighed.put(intent, weigh(intent, share * weight(intent, place), asked));
            }
        });
        weighed.merge(Utterances.AFFAIR, named * FOUND * (1 - fact), Double::sum);
        double all = Math.max(weighed.values().stream().mapToDouble(Double::doubleValue).sum(), 1e-9);
        double refuse = likely.entrySet().stream().filter(e -> e.getKey().startsWith(REFUSE)).mapToDouble(Map.Entry::getValue).sum();
        String most = likely.isEmpty() ? "" : most(weighed, "");
        return new Wish(most, weighed.getOrDefault(most, 0.0) / all, refuse, most(likely, REFUSE).replace(REFUSE, ""));
    }

    /** Something that is told of an affair in a word: then naming the affair says only of which. */
    private static boolean isPlainFact(String intent) {
        return intent.startsWith("fact:") && !intent.equals("fact:what-if") && !intent.equals("fact:start");
    }

    /** What is left of an intent where an affair is named. */
    private static double weigh(String intent, double share, Asked asked) {
        return isMeantAnyway(intent, share, asked) ? share : share / (1 + asked.named * LESS);
    }

    /** Whether an intent keeps its weight though an affair is named: it is that of the affair, it is plain, or words speak for it. */
    private static boolean isMeantAnyway(String intent, double share, Asked asked) {
        if (intent.equals(Utterances.AFFAIR)) {
            return true;
        }
        boolean said = CUES.speak(intent, asked.question).orElse(false);
        if (intent.startsWith("fact:")) {
            return said || asked.place.affair() != null || isPlainFact(intent) && share >= PLAIN;
        }
        return share >= PLAIN_PART || said && (asked.named < SURELY || share >= SAID_PART);
    }

    /**
     * Whether it must be declined.
     *
     * @param named   how surely it names an affair
     * @param guarded whether its words speak for a reason to decline
     */
    public boolean isToBeDeclined(double named, boolean guarded) {
        return refuse >= DECLINED + named * (ABOUT_LIFE.contains(reason) ? NAMED_OF_LIFE : NAMED) - (guarded ? GUARDED : 0);
    }

    private static String most(Map<String, Double> weighed, String prefix) {
        return weighed.entrySet().stream().filter(e -> e.getKey().startsWith(prefix)).max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey).orElse("");
    }

    public boolean wantsAnAffair() {
        return intent.equals(Utterances.AFFAIR) || intent.equals("fact:what-if");
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
