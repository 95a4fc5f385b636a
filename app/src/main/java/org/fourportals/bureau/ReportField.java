package org.fourportals.bureau;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Uuid7;
import org.fourportals.bureau.internal.FieldReportStore;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.sharing.OwnData;
import org.fourportals.sharing.SharedRecord;
import org.springframework.stereotype.Component;

/**
 * Somebody says, herself or with a clerk, that a field of a record about her is wrong and what it should be; the department that holds it answers within
 * ten working days. Refuses {@link NotThere}, {@link ReportedAlready} and {@link WordsNeeded}.
 */
@Component
public final class ReportField implements Operation<ReportField.Request, ReportField.Outcome> {

    public static final int LONGEST = 500;

    /** Working days for an answer. */
    private static final int WITHIN = 10;

    private final OwnData data;
    private final Catalogue catalogue;
    private final FieldReportStore store;
    private final CityTime time;

    ReportField(OwnData data, Catalogue catalogue, FieldReportStore store, CityTime time) {
        this.data = data;
        this.catalogue = catalogue;
        this.store = store;
        this.time = time;
    }

    /** @param said what the field should be, in her words */
    public record Request(String dataset, String record, String field, String said) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Reported(String code, String department, LocalDate due) implements Outcome {
    }

    /** Nothing like it is held about her. */
    public record NotThere() implements Outcome, Refusal {
    }

    public record ReportedAlready() implements Outcome, Refusal {
    }

    public record WordsNeeded(int most) implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        Optional<Subject> subject = OwnData.whose(actor);
        Optional<Catalogue.SharedDataset> dataset = catalogue.findDataset(request.dataset()).filter(known -> known.fields().containsKey(request.field()));
        Optional<SharedRecord> record = subject.isEmpty() || dataset.isEmpty() ? Optional.empty()
                : data.find(actor, subject.get(), request.dataset(), request.record());
        if (record.isEmpty()) {
            return new NotThere();
        }
        String said = request.said().strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            return new WordsNeeded(LONGEST);
        }
        Object held = record.get().fields().get(request.field());
        var report = new FieldReport(Uuid7.next(time.clock()), subject.orElseThrow(), request.dataset(), request.record(), request.field(), dataset.get().department(),
                time.now(), time.workingDays().after(time.today(), WITHIN), held == null ? "" : text(held), said, null, null, null);
        return store.insert(report, actor.id()) ? new Reported(report.code(), report.department(), report.due()) : new ReportedAlready();
    }

    /** A value as text; a picture by that it is one. */
    static String text(Object value) {
        return value instanceof byte[] ? "image" : value.toString();
    }
}
