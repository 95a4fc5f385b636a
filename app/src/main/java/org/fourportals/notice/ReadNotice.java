package org.fourportals.notice;

import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.notice.internal.NoticeStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A resident opened a notice, or says that she has read them all. Doing so again changes nothing. Refuses {@link ReadNotice.NotYours}. */
@Component
public final class ReadNotice implements Operation<ReadNotice.Request, ReadNotice.Outcome> {

    private final NoticeStore store;
    private final CityTime time;

    ReadNotice(NoticeStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    /** @param notice null for all of them */
    public record Request(@Nullable UUID notice) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Read() implements Outcome {
    }

    /** It is somebody else's, or none. */
    public record NotYours() implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        Actor.Resident resident = (Actor.Resident) actor;
        if (request.notice() == null) {
            store.readAll(resident.subject(), time.now());
            return new Read();
        }
        if (store.find(request.notice()).filter(notice -> notice.recipient().equals(resident.subject())).isEmpty()) {
            return new NotYours();
        }
        store.read(resident.subject(), request.notice(), time.now());
        return new Read();
    }
}
