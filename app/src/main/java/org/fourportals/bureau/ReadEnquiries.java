package org.fourportals.bureau;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.Subject;
import org.fourportals.bureau.internal.ReadEnquiryStore;
import org.springframework.stereotype.Component;

/** Enquiries as residents and the data bureau see them. */
@Component
public class ReadEnquiries {

    private static final int MOST = 200;

    private final ReadEnquiryStore store;
    private final AuditLog audit;

    ReadEnquiries(ReadEnquiryStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /** Of a subject whom the reader speaks for, by the entry they are about. */
    public Map<Long, ReadEnquiry> byEntry(Subject subject) {
        return store.listOf(subject).stream().collect(Collectors.toMap(ReadEnquiry::entry, Function.identity()));
    }

    /** What waits for the bureau, the soonest due first. */
    public List<ReadEnquiry> listOpen() {
        return store.listOpen(MOST);
    }

    public long countOpen() {
        return store.countOpen();
    }

    /** One of them, for an officer of the bureau; that she opened it is logged. */
    public Optional<ReadEnquiry> open(Actor.Staff officer, UUID id) {
        Optional<ReadEnquiry> found = store.find(id);
        found.ifPresent(enquiry -> audit.recordAct(officer, "OpenEnquiry", null, enquiry.code()));
        return found;
    }
}
