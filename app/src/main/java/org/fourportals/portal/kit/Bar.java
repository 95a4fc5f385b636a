package org.fourportals.portal.kit;

/** One bar of a simple chart: its name, its length as a number of at least zero, and how the number is written. */
public record Bar(String label, double value, String shown) {
}
