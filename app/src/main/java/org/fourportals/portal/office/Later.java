package org.fourportals.portal.office;

/** By how many working days a case's time is to be extended, and why, as it was typed. */
public record Later(String days, String why) {
}
