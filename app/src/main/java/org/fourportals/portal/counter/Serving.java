package org.fourportals.portal.counter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.fourportals.base.Actor;
import org.fourportals.base.Subject;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.identity.Accounts;
import org.fourportals.identity.CurrentActor;
import org.fourportals.portal.Page;
import org.fourportals.portal.Served;
import org.fourportals.portal.casefile.CaseWords;
import org.fourportals.portal.kit.Task;
import org.fourportals.representation.Representation;
import org.fourportals.sharing.Grants;
import org.fourportals.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Whom a clerk serves: found by her identity number, remembered for the session, forgotten when she leaves. */
@Component("counter.Serving")
class Serving {

    private final CurrentActor current;
    private final Sharing sharing;
    private final Accounts accounts;
    private final Representation representation;
    private final Cases cases;
    private final Catalogue catalogue;
    private final CaseWords words;

    Serving(CurrentActor current, Sharing sharing, Accounts accounts, Representation representation, Cases cases, Catalogue catalogue,
            CaseWords words) {
        this.current = current;
        this.sharing = sharing;
        this.accounts = accounts;
        this.representation = representation;
        this.cases = cases;
        this.catalogue = catalogue;
        this.words = words;
    }

    /** Serves the person with this number; empty if the city knows none. Her name comes from her account, else from the registers. */
    Optional<Served> begin(HttpServletRequest request, Actor actor, String residentId) {
        return sharing.findByResidentId(residentId).map(person -> begin(request, actor, person));
    }

    Served begin(HttpServletRequest request, Actor actor, Subject person) {
        String name = accounts.findBySubject(person).map(a -> a.name().zh())
                .orElseGet(() -> representation.nameOf(new Sharing.Reason(actor, Grants.REPRESENTATION, new UUID(0, person.number())), person));
        String number = sharing.findIdentifier(person).orElse("");
        Served served = new Served(name, number.substring(Math.max(0, number.length() - 4)));
        current.serve(request, person);
        request.getSession().setAttribute(Served.ATTRIBUTE, served);
        return served;
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(Served.ATTRIBUTE);
            current.serve(request, null);
        }
    }

    /** Her drafts, to go on with, and her cases; none where nobody is served. */
    List<Task> cases(Page page, Actor.Staff clerk) {
        return clerk.serving() == null ? List.of() : cases.listMine(clerk).stream()
                .filter(c -> c.state() != CaseState.DISCARDED && cases.find(clerk, c.id()).isPresent()).map(c -> task(page, c)).toList();
    }

    private Task task(Page page, Case each) {
        String name = catalogue.findAffair(each.affair()).map(a -> page.t(a.name())).orElse(each.affair());
        String hint = each.number() == null ? page.t("counter.changed", page.dateTime(each.updatedAt()))
                : each.number() + " · " + page.dateTime(each.updatedAt());
        return Task.of(name, words.state(page, each.state())).hint(hint)
                .url(page.url((each.state().isDraft() ? "/apply/" : "/cases/") + each.id()));
    }
}
