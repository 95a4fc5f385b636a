package org.fourportals.base;

/** What someone may be, for deciding who may call what. */
public enum Role {
    VISITOR, RESIDENT, CLERK, REVIEWER, BUREAU, EDITOR, OPERATOR, DEVICE, SYSTEM
}
