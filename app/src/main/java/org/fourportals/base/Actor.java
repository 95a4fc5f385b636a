package org.fourportals.base;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Who acts, always a parameter and never guessed: every operation, read and event names one. */
public sealed interface Actor {

    /** Stable id for logs: `resident:<subject>`, `staff:<username>`, `device:<id>`, `system:<name>`, `visitor`. */
    String id();

    /** The name shown to people. */
    String name();

    Set<Role> roles();

    Portal portal();

    /** Not signed in; `browser` is the session that holds what she has begun, if any. */
    record Visitor(Portal portal, @Nullable UUID browser) implements Actor {
        public String id() {
            return "visitor";
        }

        public String name() {
            return "visitor";
        }

        public Set<Role> roles() {
            return Set.of(Role.VISITOR);
        }
    }

    /** A resident who signed in; `device` is the kiosk she stands at, if any. */
    record Resident(Subject subject, String name, Portal portal, @Nullable String device) implements Actor {
        public String id() {
            return "resident:" + subject.number();
        }

        public Set<Role> roles() {
            return Set.of(Role.RESIDENT);
        }
    }

    /** A clerk, reviewer, editor, bureau officer or operator; `serving` is the resident in front of a clerk's window. */
    record Staff(String username, Text names, Set<Role> roles, String department, @Nullable String centre, Portal portal,
            @Nullable Subject serving) implements Actor {
        public Staff {
            roles = Set.copyOf(roles);
        }

        public String id() {
            return "staff:" + username;
        }

        public String name() {
            return names.zh();
        }
    }

    /** A self-service machine nobody signed in at. */
    record Device(String device, String centre) implements Actor {
        public String id() {
            return "device:" + device;
        }

        public String name() {
            return device;
        }

        public Set<Role> roles() {
            return Set.of(Role.DEVICE);
        }

        public Portal portal() {
            return Portal.KIOSK;
        }
    }

    /** A part of the system acting by itself, such as an instant decision by rule. */
    record Automatic(String task) implements Actor {
        public String id() {
            return "system:" + task;
        }

        public String name() {
            return task;
        }

        public Set<Role> roles() {
            return Set.of(Role.SYSTEM);
        }

        public Portal portal() {
            return Portal.API;
        }
    }

    default boolean is(Role role) {
        return roles().contains(role);
    }
}
