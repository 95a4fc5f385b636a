package org.fourportals.linked;

import java.util.List;

/** What became of reading linked data: what it says, or why it is not taken. It is never taken in part. */
public sealed interface Reading {

    record Read(PublicServices services) implements Reading {
    }

    record Refused(List<Fault> faults) implements Reading {
    }
}
