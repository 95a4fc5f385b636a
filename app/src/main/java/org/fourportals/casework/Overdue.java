package org.fourportals.casework;

import java.time.LocalDate;
import java.util.List;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.internal.AlarmStore;
import org.fourportals.casework.internal.ReviewStore;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/**
 * Cases whose time runs out or is over, for those who are to bring them in order: reviewers and heads see their own department's, the city's supervision
 * all that are overdue. Everybody else sees none.
 */
@Component
public class Overdue {

    private final AlarmStore store;
    private final ReviewStore reviews;
    private final AlarmRule rule;
    private final Catalogue catalogue;

    Overdue(AlarmStore store, ReviewStore reviews, AlarmRule rule, Catalogue catalogue) {
        this.store = store;
        this.reviews = reviews;
        this.rule = rule;
        this.catalogue = catalogue;
    }

    /** The longest overdue first; of very many the first thousand. */
    public List<OverdueCase> list(Actor.Staff staff) {
        LocalDate yesterday = rule.time().today().minusDays(1);
        if (staff.is(Role.SUPERVISOR)) {
            return named(store.listOverdue(yesterday, null, List.of()));
        }
        if (!staff.is(Role.REVIEWER) && !staff.is(Role.HEAD)) {
            return List.of();
        }
        List<String> own = catalogue.affairs().stream().filter(affair -> affair.department().equals(staff.department())).map(Affair::id).toList();
        return named(store.listOverdue(rule.soon(), staff.department(), own));
    }

    private List<OverdueCase> named(List<OverdueCase> found) {
        return found.stream().map(each -> each.state() == CaseState.SUBMITTED ? each.of(answering(each.affair())) : each).toList();
    }

    /** The departments that have to act on a case now: those that have still to speak, or the one that answers for the affair. */
    List<String> responsible(Case about) {
        if (about.state() == CaseState.SUBMITTED) {
            return answering(about.affair());
        }
        return reviews.list(about.id()).stream().filter(r -> r.stage() == about.stage() && r.opinion() == null).map(Review::department).sorted().toList();
    }

    private List<String> answering(String affair) {
        return catalogue.findAffair(affair).map(found -> List.of(found.department())).orElse(List.of());
    }
}
