package org.fourportals.portal.web;

/** A day that can be chosen. */
public record DayTab(String day, String words, boolean chosen) {
}
