package org.fourportals.circumstances;

import java.util.List;

/** Where an interview stands: it goes on, or it has led to a checklist, to a refusal, or to answers that contradict each other. */
public sealed interface Standing {

    /** Ask this next; at most so many more questions follow it. */
    record Asking(Question next, int atMostFurther) implements Standing {}

    /** Accepted on these grounds; these requirements are the checklist. Nothing unknown can change either. */
    record Listed(List<String> grounds, List<String> requirements) implements Standing {
        public Listed {
            grounds = List.copyOf(grounds);
            requirements = List.copyOf(requirements);
        }
    }

    /** Refused for these reasons, whatever else is answered. */
    record Refused(List<String> refusals) implements Standing {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /** The answers cannot occur together, by this exclusion. */
    record Impossible(String exclusion) implements Standing {}
}
