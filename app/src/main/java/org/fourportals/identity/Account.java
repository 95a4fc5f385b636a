package org.fourportals.identity;

import java.util.Set;

import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * Someone who can sign in: a resident, then with the subject whose records are hers, or staff, then with a department and, for clerks,
 * a centre.
 */
public record Account(String username, Text name, Set<Role> roles, @Nullable Subject subject, @Nullable String department,
        @Nullable String centre) {

    public Account {
        roles = Set.copyOf(roles);
    }

    public static Account resident(String username, Text name, Subject subject) {
        return new Account(username, name, Set.of(Role.RESIDENT), subject, null, null);
    }

    public static Account staff(String username, Text name, Set<Role> roles, String department, @Nullable String centre) {
        return new Account(username, name, roles, null, department, centre);
    }
}
