package org.fourportals.identity;

import java.util.Optional;

import org.fourportals.base.Subject;

/** Whose an identity number is; asked of the room that knows the registers, so that identity need not. */
public interface ResidentDirectory {

    /** The resident with this number, if the city knows one; empty for what is no number. */
    Optional<Subject> findByResidentId(String residentId);
}
