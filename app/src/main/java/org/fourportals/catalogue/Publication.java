package org.fourportals.catalogue;

import java.util.List;

/** What became of the attempt to publish the files as they are now. */
public sealed interface Publication {

    /** They are in force; `changed` names the affairs whose text is new. */
    record Published(List<String> changed) implements Publication {
    }

    /** Nothing changed: what was published before stays in force. */
    record Withheld(List<CatalogueProblem> problems) implements Publication {
    }
}
