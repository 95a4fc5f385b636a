package org.fourportals.sharing;

import java.util.Optional;

/** For what data are read, as the room that reads them knows it. */
public interface Purposes {

    /** The department that answers for a purpose, such as an affair; empty where there is no such purpose. */
    Optional<String> departmentOf(String purpose);
}
