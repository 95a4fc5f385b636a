package org.fourportals.casework;

import java.util.Objects;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.representation.Representation;
import org.fourportals.sharing.Grants;
import org.fourportals.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Who may see and change a case; everything not said here is denied. */
@Component
public class CaseAccess {

    private final Representation representation;
    private final Catalogue catalogue;

    CaseAccess(Representation representation, Catalogue catalogue) {
        this.representation = representation;
        this.catalogue = catalogue;
    }

    /**
     * The people of a case see it, and whoever leads the company it is about; so does a clerk once it is handed in, or while she serves its
     * applicant; so do a reviewer and the head of a department that has part in it.
     */
    public boolean maySee(Actor actor, Case about) {
        return switch (actor) {
            case Actor.Resident resident -> isOneOfItsPeople(resident.subject(), about) || leadsItsCompany(resident, about);
            case Actor.Staff staff when about.state().isDraft() -> isServing(staff, about);
            case Actor.Staff staff -> staff.is(Role.CLERK) || (staff.is(Role.REVIEWER) || staff.is(Role.HEAD)) && hasPart(staff.department(), about);
            case Actor.Visitor visitor -> about.state().isDraft() && about.applicant() == null && visitor.browser() != null
                    && visitor.browser().equals(about.visitor());
            case Actor.Device device -> false;
            case Actor.Automatic automatic -> true;
        };
    }

    /** Who may fill in, submit, supplement or withdraw it: its people, or the clerk who serves its applicant. */
    public boolean mayActAsApplicant(Actor actor, Case about) {
        return actor instanceof Actor.Staff staff ? isServing(staff, about) : maySee(actor, about);
    }

    private boolean isOneOfItsPeople(Subject person, Case about) {
        if (person.equals(about.applicant()) || person.equals(about.subject())) {
            return true;
        }
        return about.representative() != null && person.equals(about.representative())
                && representation.hasMandate(person, principal(about), about.affair());
    }

    /** Somebody who leads a company sees what its agents do for it. */
    private boolean leadsItsCompany(Actor.Resident person, Case about) {
        Subject company = about.subject();
        return company != null && representation.isLegalRepresentative(new Sharing.Reason(person, Grants.REPRESENTATION, about.id()),
                person.subject(), company);
    }

    /** For whom the representative acts: the company it is about, or the applicant. */
    static Subject principal(Case about) {
        Subject applicant = Objects.requireNonNull(about.applicant());
        return applicant.equals(about.representative()) ? Objects.requireNonNull(about.subject()) : applicant;
    }

    private static boolean isServing(Actor.Staff staff, Case about) {
        return staff.is(Role.CLERK) && staff.serving() != null
                && (staff.serving().equals(about.applicant()) || staff.serving().equals(about.representative()));
    }

    private boolean hasPart(String department, Case about) {
        return catalogue.plan(about.affair(), about.affairVersion()).procedure().stages().stream()
                .anyMatch(stage -> stage.by().contains(department))
                || catalogue.findAffair(about.affair()).map(a -> a.department().equals(department)).orElse(false);
    }
}
