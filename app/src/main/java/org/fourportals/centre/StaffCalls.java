package org.fourportals.centre;

import java.util.List;

import org.fourportals.centre.internal.CallStore;
import org.springframework.stereotype.Component;

/** The calls from machines that nobody has answered yet. */
@Component
public class StaffCalls {

    private final CallStore store;

    public StaffCalls(CallStore store) {
        this.store = store;
    }

    /** Of a centre, the longest waiting first. */
    public List<StaffCall> listOpen(String centre) {
        return store.listOpen(centre);
    }
}
