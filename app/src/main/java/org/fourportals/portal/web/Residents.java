package org.fourportals.portal.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Subject;
import org.fourportals.representation.Representation;
import org.fourportals.representation.Representation.By;
import org.fourportals.representation.Representation.Represented;
import org.fourportals.sharing.Grants;
import org.fourportals.sharing.Sharing;
import org.springframework.stereotype.Component;

/** For whom a resident speaks: for herself, for her children and for the companies whose legal representative she is. Mandates do not count. */
@Component
final class Residents {

    private final Representation representation;

    Residents(Representation representation) {
        this.representation = representation;
    }

    /** The resident; pages that ask for one are open to residents only. */
    static Actor.Resident of(Actor actor) {
        if (actor instanceof Actor.Resident resident) {
            return resident;
        }
        throw new IllegalStateException(actor.id() + " is not a resident");
    }

    List<Represented> companies(Actor actor) {
        return representation.listCompanies(reason(actor), of(actor).subject(), "").stream().filter(r -> r.by() == By.COMPANY).toList();
    }

    List<Represented> childrenAndCompanies(Actor actor) {
        List<Represented> all = new ArrayList<>(representation.listChildren(reason(actor), of(actor).subject()));
        all.addAll(companies(actor));
        return all;
    }

    /** The resident herself and her companies. */
    Set<Subject> speaksFor(Actor actor) {
        Set<Subject> subjects = new LinkedHashSet<>(Set.of(of(actor).subject()));
        companies(actor).forEach(company -> subjects.add(company.subject()));
        return subjects;
    }

    /** An enquiry outside a case has an id of its own, the same for all of this resident. */
    private static Sharing.Reason reason(Actor actor) {
        return new Sharing.Reason(actor, Grants.REPRESENTATION, new UUID(0, of(actor).subject().number()));
    }
}
