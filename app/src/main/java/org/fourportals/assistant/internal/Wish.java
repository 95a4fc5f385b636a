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
 * @param share   how likely, from 0 to 1
 * @param refuse  how likely it is something that must be declined
 * @param alone   the same by words and meaning alone, whatever affair is named
 * @param reason  why it would be declined, such as `promise`
 */
public record Wish(String intent, double share, double refuse, double alone, String reason) {

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

    private static final double REFUSED = 0.69;
    private static final double OUTWEIGHS = 0.45;

    /** So much is declined whatever is named, but for what affairs themselves are about. */
    private static final double MOST = 0.9;
    private static final Set<String> ABOUT_LIFE = Set.of("legal", "medical");

    private static final Patterns CUES = new Patterns("/assistant/cues.tsv");

    /** What is asked, and how surely it names an affair. */
    private record Asked(String question, Place place, double named, boolean guarded) {
    }

    /**
     * @param likely  how likely each intent is by its words and meaning
     * @param named   how surely the question names an affair: 1 is surely
     * @param guarded whether its words speak for a reason to decline whatever affair is named
     */
    public static Wish of(String question, Map<String, Double> likely, Place place, double named, boolean guarded) {
        Asked asked = new Asked(question, place, named, guarded);
        double fact = likely.entrySet().stream().filter(e -> isPlainFact(e.getKey())).mapToDouble(Map.Entry::getValue).sum();
        Map<String, Double> weighed = new HashMap<>();
        likely.forEach((intent, share) -> weighed.put(intent, weigh(intent, share * weight(intent, place), asked)));
        weighed.merge(Utterances.AFFAIR, named * FOUND * (1 - fact), Double::sum);
        double all = Math.max(weighed.values().stream().mapToDouble(Double::doubleValue).sum(), 1e-9);
        double refuse = refusal(weighed);
        String most = most(weighed, "");
        return new Wish(most, weighed.getOrDefault(most, 0.0) / all, refuse / all, refusal(likely), most(likely, REFUSE).replace(REFUSE, ""));
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
        if (intent.startsWith(REFUSE)) {
            return asked.guarded;
        }
        boolean said = CUES.speak(intent, asked.question).orElse(false);
        if (intent.startsWith("fact:")) {
            return said || asked.place.affair() != null || isPlainFact(intent) && share >= PLAIN;
        }
        return share >= PLAIN_PART || said && (asked.named < SURELY || share >= SAID_PART);
    }

    private static double refusal(Map<String, Double> shares) {
        return shares.entrySet().stream().filter(e -> e.getKey().startsWith(REFUSE)).mapToDouble(Map.Entry::getValue).sum();
    }

    /** Whether its words and meaning speak for declining so plainly that only an affair named as surely would outweigh them. */
    public boolean isPlainlyRefused(double named) {
        return alone >= Math.min(REFUSED + named * OUTWEIGHS, ABOUT_LIFE.contains(reason) ? 1 : MOST);
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
