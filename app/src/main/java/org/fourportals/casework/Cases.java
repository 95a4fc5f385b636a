package org.fourportals.casework;

import java.time.LocalDate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.casework.internal.ReviewStore;
import org.fourportals.casework.internal.Worklist;
import org.fourportals.sharing.Grants;
import org.fourportals.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads cases for those who may see them; everybody else is told that there is none. */
@Component
public class Cases {

    private final CaseStore store;
    private final ReviewStore reviews;
    private final Worklist worklist;
    private final CaseAccess access;
    private final Interview interview;
    private final Sharing sharing;
    private final CityTime time;

    Cases(CaseStore store, ReviewStore reviews, Worklist worklist, CaseAccess access, Interview interview, Sharing sharing,
            CityTime time) {
        this.store = store;
        this.reviews = reviews;
        this.worklist = worklist;
        this.access = access;
        this.interview = interview;
        this.sharing = sharing;
        this.time = time;
    }

    /** The case, for one of its people, its staff or, as a draft, its browser. */
    public Optional<Case> find(Actor actor, UUID id) {
        return store.find(id).filter(c -> access.maySee(actor, c));
    }

    public Optional<Case> find(Actor actor, CaseNumber number) {
        return store.find(number).filter(c -> access.maySee(actor, c));
    }

    /** Whether the actor may fill in, submit, supplement or withdraw it. */
    public boolean mayActAsApplicant(Actor actor, Case about) {
        return access.mayActAsApplicant(actor, about);
    }

    /** Drafts and cases of the resident, of her companies, or of the resident whom the clerk serves; newest change first. */
    public List<Case> listMine(Actor actor) {
        return switch (actor) {
            case Actor.Resident resident -> concerning(actor, resident.subject());
            case Actor.Staff staff when staff.serving() != null -> concerning(actor, staff.serving());
            case Actor.Visitor visitor when visitor.browser() != null -> store.listByVisitor(visitor.browser());
            default -> List.of();
        };
    }

    private List<Case> concerning(Actor actor, Subject person) {
        List<Subject> subjects = new ArrayList<>(List.of(person));
        Sharing.Reason reason = new Sharing.Reason(actor, Grants.REPRESENTATION, new UUID(0, person.number()));
        subjects.addAll(sharing.linked(reason, person, "company"));
        return store.listConcerning(subjects);
    }

    public List<CaseEvent> listEvents(Case about) {
        return store.listEvents(about);
    }

    public List<Review> listReviews(Case about) {
        return reviews.list(about.id());
    }

    /** What a supplement that is open asks for, and why. */
    public Optional<OpenSupplement> findSupplement(Case about) {
        List<CaseEvent> events = store.listEvents(about);
        List<String> requirements = Supplements.requested(events).stream().sorted().toList();
        return events.stream().filter(e -> e.type() == CaseEvent.Type.SUPPLEMENT_REQUESTED).reduce((first, later) -> later)
                .filter(e -> !requirements.isEmpty())
                .map(e -> new OpenSupplement(requirements, e.detail().getOrDefault("reason", ""), e.department(), e.at()));
    }

    /** A supplement that waits for the applicant. */
    public record OpenSupplement(List<String> requirements, String reason, @Nullable String department, Instant at) {
    }

    /** The clock of a case that was handed in, as of today. */
    public LegalClock.Reckoning clock(Case about) {
        return LegalClock.reckon(store.listEvents(about), interview.planOf(about).affair().promisedDays(), time, time.today());
    }

    /** Why its deadline is what it is, line by line, as it was known at a moment, at the latest now; empty where it was not handed in by then. */
    public List<DeadlineStory.Line> explainClock(Case about, Instant moment) {
        Instant known = moment.isAfter(time.now()) ? time.now() : moment;
        return DeadlineStory.tell(store.listEvents(about), interview.planOf(about).affair().promisedDays(), time, known);
    }

    /**
     * Cases that wait for this member of staff: for a clerk those handed in and not accepted, of all departments; for a reviewer those in
     * which her department's opinion or decision is due. Least time left first.
     */
    public List<Waiting> worklist(Actor.Staff staff) {
        return worklist.list(staff).stream().map(w -> new Waiting(w, time.today())).toList();
    }

    /** One line of the worklist. */
    public record Waiting(WaitingCase entry, LocalDate today) {
        public boolean isLate() {
            return entry.deadline() != null && entry.deadline().isBefore(today);
        }
    }
}
