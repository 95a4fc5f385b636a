package org.fourportals.circumstances;

/** The parts of an affair in which rules stand; a rule's id is unique within its section. */
public enum Section {
    /** Answers that cannot occur together in life. */
    EXCLUSION,
    /** Why the affair is accepted. */
    GROUND,
    /** Why it is refused. */
    REFUSAL,
    /** Lines of the checklist. */
    REQUIREMENT,
    /** Ways to satisfy a requirement that are open only under a condition; met only where it is required. */
    EVIDENCE,
    /** Fields of the form, fees and the like: what else depends on the answers. */
    OTHER
}
