package org.fourportals.base;

/** What someone may be, for deciding who may call what. */
public enum Role {
    VISITOR, RESIDENT, CLERK, REVIEWER,
    /** Leads a department: what it did not decide in time comes to her. */
    HEAD,
    /** The city's supervision: what a head of department did not bring in order either. */
    SUPERVISOR, BUREAU, EDITOR, OPERATOR, DEVICE, SYSTEM
}
