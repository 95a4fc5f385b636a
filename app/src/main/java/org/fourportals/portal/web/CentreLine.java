package org.fourportals.portal.web;

/** A service centre as it is shown, and whether it is open now. */
public record CentreLine(String name, String address, String hours, boolean open) {
}
