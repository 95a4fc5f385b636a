package org.fourportals.bureau;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Uuid7;
import org.fourportals.bureau.internal.ReadEnquiryStore;
import org.fourportals.representation.Representation;
import org.fourportals.sharing.Grants;
import org.fourportals.sharing.Sharing;
import org.springframework.stereotype.Component;

/**
 * A resident asks the data bureau why somebody looked at her data, or at those of a child or company of hers; it answers within five working days.
 * Refuses {@link NotYours}, {@link AskedAlready} and {@link TooLong}.
 */
@Component
public final class AskAboutRead implements Operation<AskAboutRead.Request, AskAboutRead.Outcome> {

    public static final int LONGEST = 1_000;

    /** Working days for an answer. */
    private static final int WITHIN = 5;

    private final AuditLog audit;
    private final Representation representation;
    private final ReadEnquiryStore store;
    private final CityTime time;

    AskAboutRead(AuditLog audit, Representation representation, ReadEnquiryStore store, CityTime time) {
        this.audit = audit;
        this.representation = representation;
        this.store = store;
        this.time = time;
    }

    /** @param entry the read, by its number in the audit log */
    public record Request(long entry, String words) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Asked(String code, LocalDate due) implements Outcome {
    }

    /** There is no such read, or it was about somebody else; which of the two is not said. */
    public record NotYours() implements Outcome, Refusal {
    }

    public record AskedAlready() implements Outcome, Refusal {
    }

    public record TooLong(int most) implements Outcome, Refusal {
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
        Optional<Subject> about = audit.findShownRead(request.entry()).map(AuditLog.About::subject).filter(subject -> speaksFor(resident, subject));
        if (about.isEmpty()) {
            return new NotYours();
        }
        String words = request.words().strip();
        if (words.length() > LONGEST) {
            return new TooLong(LONGEST);
        }
        var enquiry = new ReadEnquiry(Uuid7.next(time.clock()), request.entry(), about.get(), resident.id(), time.now(),
                time.workingDays().after(time.today(), WITHIN), words, null, null, null);
        return store.insert(enquiry) ? new Asked(enquiry.code(), enquiry.due()) : new AskedAlready();
    }

    private boolean speaksFor(Actor.Resident resident, Subject subject) {
        if (resident.subject().equals(subject)) {
            return true;
        }
        var reason = new Sharing.Reason(resident, Grants.REPRESENTATION, new UUID(0, resident.subject().number()));
        return Stream.concat(representation.listChildren(reason, resident.subject()).stream(), representation.listCompanies(reason, resident.subject(), "").stream())
                .anyMatch(other -> other.by() != Representation.By.MANDATE && other.subject().equals(subject));
    }
}
