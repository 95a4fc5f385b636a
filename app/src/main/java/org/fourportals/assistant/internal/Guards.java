package org.fourportals.assistant.internal;

/**
 * Words that speak for a reason to decline, whatever else a question says; from {@code assistant/guards.tsv}. They weigh with what the
 * {@link IntentModel} thinks and do not decide alone: somebody may report a forged contract.
 */
public final class Guards {

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
}
