package org.fourportals.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.casework.events.CaseGranted;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.pool.IdentifierType;
import org.fourportals.sharing.Sharing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Grants a case and tells those who issue its result, within the same transaction. */
@Component
class Granting {

    private final CaseStore store;
    private final Interview interview;
    private final Sharing sharing;
    private final ApplicationEventPublisher events;
    private final CityTime time;

    Granting(CaseStore store, Interview interview, Sharing sharing, ApplicationEventPublisher events, CityTime time) {
        this.store = store;
        this.interview = interview;
        this.sharing = sharing;
        this.events = events;
        this.time = time;
    }

    /** By the affair's rule alone, in the name of the department that answers for it. */
    void grantAtOnce(Case submitted) {
        AffairPlan plan = interview.planOf(submitted);
        Actor rule = new Actor.Automatic("decided by rule");
        store.append(submitted, CaseEvent.Type.ACCEPTED, rule, Map.of());
        Case accepted = submitted.after(CaseEvent.Type.ACCEPTED);
        Case granted = accepted.after(CaseEvent.Type.GRANTED);
        store.update(granted);
        store.append(accepted, CaseEvent.Type.GRANTED, rule, Map.of("instant", "yes"));
        tell(granted, plan.affair().department());
    }

    /** By a member of staff of the deciding department. @param against departments that disagreed */
    void grant(Actor.Staff reviewer, Case inReview, Map<String, String> said, List<String> against) {
        Case granted = inReview.after(CaseEvent.Type.GRANTED);
        store.update(granted);
        Map<String, String> detail = new HashMap<>(said);
        if (!against.isEmpty()) {
            detail.put("against", String.join(",", against));
        }
        store.append(inReview, CaseEvent.Type.GRANTED, reviewer, detail);
        tell(granted, reviewer.department());
    }

    private void tell(Case granted, String department) {
        CaseContent content = granted.content();
        Map<String, String> form = new HashMap<>(content.filled());
        form.putAll(content.form());
        Map<String, String> answers = new HashMap<>();
        content.answers().forEach((question, given) -> answers.put(question, given.answer()));
        Subject subject = Objects.requireNonNull(granted.subject());
        Subject applicant = Objects.requireNonNull(granted.applicant());
        Map<String, String> identifiers = new HashMap<>();
        identify(identifiers, "subject", subject);
        identify(identifiers, "applicant", applicant);
        events.publishEvent(new CaseGranted(granted.id(), Objects.requireNonNull(granted.number()), granted.affair(),
                granted.affairVersion(), subject, content.name("subject"), applicant, content.name("applicant"), form, answers, identifiers,
                time.now(), department));
    }

    private void identify(Map<String, String> identifiers, String role, Subject who) {
        sharing.findIdentifier(who, IdentifierType.RESIDENT_ID).ifPresent(id -> identifiers.put(role + ".residentId", id));
        sharing.findIdentifier(who, IdentifierType.CREDIT_CODE).ifPresent(id -> identifiers.put(role + ".creditCode", id));
        sharing.findIdentifier(who, IdentifierType.BIRTH_CERTIFICATE).ifPresent(id -> identifiers.put(role + ".birthCertificate", id));
    }
}
