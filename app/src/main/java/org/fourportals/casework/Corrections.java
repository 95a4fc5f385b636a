package org.fourportals.casework;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.casework.internal.CorrectionStore;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/** Where residents contradict registers: one correction for each question of a case, opened when it is handed in. */
@Component
public class Corrections {

    private final CorrectionStore store;
    private final CaseStore cases;
    private final Interview interview;
    private final Catalogue catalogue;
    private final AuditLog audit;

    Corrections(CorrectionStore store, CaseStore cases, Interview interview, Catalogue catalogue, AuditLog audit) {
        this.audit = audit;
        this.store = store;
        this.cases = cases;
        this.interview = interview;
        this.catalogue = catalogue;
    }

    /** A correction with what each says, in the forms of {@link AnswerText}. */
    public record Disputed(Correction correction, Case about, String said, String register) {
    }

    void openFor(Case submitted) {
        interview.disputes(submitted).forEach(dispute -> catalogue.findDataset(dispute.dataset())
                .ifPresent(dataset -> store.open(submitted.id(), dispute.question(), dataset.id(), dataset.department())));
    }

    /** Of one case, in the order in which they were opened. */
    public List<Correction> of(Case about) {
        return store.listOf(about.id());
    }

    /** What waits for a department; the data bureau sees all. The oldest first; without what anybody says. */
    public List<Correction> listOpen(Actor.Staff staff) {
        return store.listOpen(staff.is(Role.BUREAU) ? null : staff.department());
    }

    /** One that concerns the reader's department, with what each says; the reading of it is logged. */
    public Optional<Disputed> find(Actor.Staff staff, UUID id) {
        return store.find(id).filter(correction -> correction.department().equals(staff.department())).flatMap(correction -> disputed(staff, correction));
    }

    private Optional<Disputed> disputed(Actor.Staff staff, Correction correction) {
        return cases.find(correction.caseId()).map(about -> {
            log(staff, correction, about);
            Map<String, String> known = interview.contradictions(about);
            CaseContent.Given given = about.content().answers().get(correction.question());
            return new Disputed(correction, about, given == null ? "" : given.answer(), known.getOrDefault(correction.question(), ""));
        });
    }

    /** Whose record it is and which of its fields answer the question, so that this person reads it among those who looked. */
    private void log(Actor.Staff staff, Correction correction, Case about) {
        List<AffairPlan.Known> ways = interview.planOf(about).question(correction.question()).known().stream()
                .filter(known -> known.dataset().equals(correction.dataset())).toList();
        Set<String> fields = new TreeSet<>();
        ways.forEach(known -> {
            Optional.ofNullable(known.field()).ifPresent(fields::add);
            Optional.ofNullable(known.where()).ifPresent(where -> fields.addAll(where.condition().names()));
        });
        if (fields.isEmpty()) {
            catalogue.findDataset(correction.dataset()).ifPresent(dataset -> fields.add(dataset.fields().firstEntry().getKey()));
        }
        audit.recordRead(staff, whose(about, ways.isEmpty() ? "subject" : ways.getFirst().of()), about.id(), about.affair(), correction.dataset(), fields, "read");
    }

    private static Subject whose(Case about, String role) {
        Long linked = about.content().roles().get(role);
        return role.equals("applicant") ? Objects.requireNonNull(about.applicant()) : linked == null ? Objects.requireNonNull(about.subject()) : new Subject(linked);
    }

    Optional<Correction> findForUpdate(UUID id) {
        return store.findForUpdate(id);
    }
}
