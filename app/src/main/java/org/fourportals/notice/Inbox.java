package org.fourportals.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.fourportals.base.Actor;
import org.fourportals.base.Subject;
import org.fourportals.notice.internal.NoticeStore;
import org.fourportals.notice.internal.SendingStore;
import org.springframework.stereotype.Component;

/** What people find in their inboxes. */
@Component
public class Inbox {

    private final NoticeStore store;
    private final SendingStore sendings;

    Inbox(NoticeStore store, SendingStore sendings) {
        this.store = store;
        this.sendings = sendings;
    }

    /** One page of them, the newest first. */
    public List<Notice> listOf(Subject recipient, int limit, int skip) {
        return store.listOf(recipient, limit, skip);
    }

    /** How these went beside the inbox, by notice. */
    public Map<UUID, List<Sending>> sendings(List<Notice> notices) {
        return sendings.listOfAll(notices.stream().map(Notice::id).toList()).stream().collect(Collectors.groupingBy(Sending::notice));
    }

    public int count(Subject recipient) {
        return store.count(recipient);
    }

    /** Hers; empty where it is somebody else's. */
    public Optional<Notice> find(Subject recipient, UUID id) {
        return store.find(id).filter(notice -> notice.recipient().equals(recipient));
    }

    /** How many she has not opened; none for anybody but a resident. */
    public int unread(Actor actor) {
        return actor instanceof Actor.Resident resident ? store.countUnread(resident.subject()) : 0;
    }
}
