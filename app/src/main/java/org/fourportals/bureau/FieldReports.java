package org.fourportals.bureau;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.bureau.internal.FieldReportStore;
import org.fourportals.sharing.OwnData;
import org.springframework.stereotype.Component;

/** Reports of wrong fields as residents, departments and the data bureau see them. */
@Component
public class FieldReports {

    private final FieldReportStore store;
    private final OwnData data;

    FieldReports(FieldReportStore store, OwnData data) {
        this.store = store;
        this.data = data;
    }

    /** About a subject that the reader may see, the newest first. */
    public List<FieldReport> of(Subject subject) {
        return store.listOf(subject);
    }

    /** Open ones about a subject in these data sets: whoever decides by them should know. */
    public List<FieldReport> openOf(Subject subject, Set<String> datasets) {
        return store.listOf(subject).stream().filter(each -> each.isOpen() && datasets.contains(each.dataset())).toList();
    }

    /** What waits for a department; the data bureau sees all, without opening any. */
    public List<FieldReport> listOpen(Actor.Staff staff) {
        return store.listOpen(staff.is(Role.BUREAU) ? null : staff.department());
    }

    /** A report and what the pool holds now, as text; empty where the record or the field is gone. */
    public record Opened(FieldReport report, String now) {
    }

    /** One that concerns the reader's department; the reading of the field is logged, so that its subject sees it. */
    public Optional<Opened> open(Actor.Staff staff, UUID id) {
        return store.find(id).filter(report -> report.department().equals(staff.department())).map(report -> new Opened(report,
                data.readReported(staff, report.subject(), report.id(), report.dataset(), report.record(), report.field()).map(ReportField::text).orElse("")));
    }
}
