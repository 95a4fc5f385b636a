package org.fourportals.intake;

import java.util.List;

import org.fourportals.intake.internal.PushStore;
import org.springframework.stereotype.Component;

/** The keys with which departments sign what they push. */
@Component
public class PushKeys {

    private final PushStore store;

    PushKeys(PushStore store) {
        this.store = store;
    }

    /** Those of a department, valid ones first. */
    public List<PushKey> list(String department) {
        return store.list(department);
    }
}
