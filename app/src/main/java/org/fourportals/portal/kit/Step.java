package org.fourportals.portal.kit;

import org.jspecify.annotations.Nullable;

/** One stage on the progress line of a case. */
public record Step(String title, @Nullable String detail, State state) {

    /** Where the case is, seen from this stage. STOPPED: it stands still here or ended here. */
    public enum State {
        DONE, NOW, STOPPED, AHEAD;

        public String css() {
            return "fp-progress__step--" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
