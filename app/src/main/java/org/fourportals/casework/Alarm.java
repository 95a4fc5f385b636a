package org.fourportals.casework;

/** How far it has come with a case whose time runs out or is over. */
public enum Alarm {
    /** Those who may act were warned. */
    WARNED,
    /** Its time is over: the heads of the departments that have still to act were told. */
    HEAD,
    /** Nor did that help: the city's supervision was told. */
    CITY
}
