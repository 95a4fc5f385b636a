package org.fourportals.circumstances;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.fourportals.circumstances.diagram.TooLarge;

/**
 * What a new version of an affair changes: in how many circumstances, and in which. Compared are the circumstances of the
 * questions that both versions ask (same id, same kind); a question that only one version asks is forgotten: a
 * circumstance counts as changed if it is changed with some answer to it. Numbers and dates count as the classes that the
 * conditions of either version distinguish, answers that only one version offers as not possible in the other, and
 * circumstances that neither version admits are left out.
 *
 * @param circumstances how many circumstances are compared
 * @param changed       in how many of them anything changes
 * @param added         the questions that only the new version asks
 * @param removed       the questions that only the old version asks
 */
public record Difference(BigInteger circumstances, BigInteger changed, List<String> added, List<String> removed,
        List<Change> changes) {

    /** The ways in which a circumstance can change. */
    public enum Kind {
        /** It was refused and is accepted now. */
        ACCEPTED_NOW,
        /** It was accepted and is refused now. */
        REFUSED_NOW,
        /** Accepted by both, it requires this requirement now. */
        REQUIRED_NOW,
        /** Accepted by both, it requires this requirement no longer. */
        REQUIRED_NO_LONGER,
        /** Refused by both, it is refused for this reason now too. */
        REASON_ADDED,
        /** Refused by both, it is refused for this reason no longer. */
        REASON_REMOVED,
        /** It could not occur and can now. */
        POSSIBLE_NOW,
        /** It could occur and can no longer. */
        POSSIBLE_NO_LONGER
    }

    /**
     * One change.
     *
     * @param id            of the requirement or refusal, empty for the other kinds
     * @param circumstances in how many circumstances it happens
     * @param where         conditions that together say where it happens, the widest first, each as short as was found
     * @param whole         whether they say it all, or the change is so scattered that only its widest parts are told
     * @param example       the answers of one circumstance in which it happens
     */
    public record Change(Kind kind, String id, BigInteger circumstances, List<String> where, boolean whole, Facts example) {
        public Change {
            where = List.copyOf(where);
        }
    }

    public Difference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changes = List.copyOf(changes);
    }

    /** Compares two versions; empty if their conditions are too entangled with each other to be compared exactly. */
    public static Optional<Difference> between(CompiledAffair before, CompiledAffair after) {
        try {
            return Optional.of(new Comparing(new JointSpace(before.model(), after.model())).difference());
        } catch (TooLarge | CannotFollow tooEntangled) {
            return Optional.empty();
        }
    }
}
