package org.fourportals.sharing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.sharing.internal.GrantRequestStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What departments ask of each other, as each may see it; the data bureau sees all. */
@Component
public class GrantRequests {

    private static final int MOST = 200;

    private final GrantRequestStore store;

    GrantRequests(GrantRequestStore store) {
        this.store = store;
    }

    /** What waits for the reader's department to decide, the oldest first. */
    public List<GrantRequest> listOpen(Actor.Staff staff) {
        return store.listOpen(seesOnly(staff));
    }

    /** What her department asked, and what it decided, the newest first; at most two hundred. */
    public List<GrantRequest> listPast(Actor.Staff staff) {
        return store.listOf(seesOnly(staff), MOST);
    }

    /** One that her department asked or was asked. */
    public Optional<GrantRequest> find(Actor.Staff staff, UUID id) {
        return store.find(id).filter(request -> staff.is(Role.BUREAU) || request.owner().equals(staff.department())
                || request.department().equals(staff.department()));
    }

    private static @Nullable String seesOnly(Actor.Staff staff) {
        return staff.is(Role.BUREAU) ? null : staff.department();
    }
}
