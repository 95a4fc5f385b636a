package org.fourportals.assistant.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Words that speak for a reason to decline, whatever else a question says; from {@code assistant/guards.tsv}. They weigh with what the
 * {@link IntentModel} thinks and do not decide alone: somebody may report a forged contract.
 */
public final class Guards {

    private static final double WEIGHT = 6;

    /** So much its words count even where the model sees nothing. */
    private static final double LEAST = 0.06;

    /** The reason that what an affair is about may look like. */
    private static final String MILD = "off-topic";

    /** So surely an affair is named that it is what the words are about. */
    private static final double SURELY = 0.6;

    private final Patterns patterns = new Patterns("/assistant/guards.tsv");

    /**
     * Whether the words of the question speak for a reason to decline.
     *
     * @param named how surely it names an affair; whoever surely does may speak of the weather or a film
     */
    public boolean speak(String question, double named) {
        for (String reason : patterns.intents()) {
            if (!(named >= SURELY && reason.equals(MILD)) && patterns.speak(reason, question).orElse(false)) {
                return true;
            }
        }
        return false;
    }

    /** The shares with those raised that the words of the question speak for; they add up to 1 again. */
    public Map<String, Double> raise(Map<String, Double> likely, String question) {
        Map<String, Double> raised = new LinkedHashMap<>(likely);
        for (String reason : patterns.intents()) {
            if (raised.containsKey("refuse:" + reason) && patterns.speak(reason, question).orElse(false)) {
                raised.computeIfPresent("refuse:" + reason, (intent, share) -> (share + LEAST) * WEIGHT);
            }
        }
        double all = raised.values().stream().mapToDouble(Double::doubleValue).sum();
        raised.replaceAll((intent, share) -> share / Math.max(all, 1e-9));
        return raised;
    }
}
