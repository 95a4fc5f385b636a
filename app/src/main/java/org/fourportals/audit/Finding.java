package org.fourportals.audit;

import java.time.Instant;

/** What is wrong with the log; places in it are counted from 0. */
public sealed interface Finding {

    /** The entry does not say what it said when it became a leaf. */
    record Changed(long entry, long place) implements Finding {
    }

    /** The entry is gone. */
    record Missing(long entry, long place) implements Finding {
    }

    /** The same entry stands at two places. */
    record Twice(long entry, long place) implements Finding {
    }

    /** The entry was put in later than its number says: the tree does not know it. */
    record Untold(long entry) implements Finding {
    }

    /** What stands between two checkpoints is not what the later one was signed for: changed, taken out or moved together with the tree. */
    record NotAsSigned(long from, long to) implements Finding {
    }

    /** The city did not sign this checkpoint. */
    record Forged(long size) implements Finding {
    }

    /** A hash within the tree is not that of what lies below it. */
    record WrongNode(int level, long tile) implements Finding {
    }

    /** The tree holds less than it says. */
    record Cut(long says, long holds) implements Finding {
    }

    /** The checkpoint somebody holds is not of this log, or of a longer one. */
    record NotContinued(long held, long holds) implements Finding {
    }

    /** Entries wait to become leaves for longer than they should. */
    record Behind(Instant since) implements Finding {
    }
}
