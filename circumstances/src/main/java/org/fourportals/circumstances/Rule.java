package org.fourportals.circumstances;

import org.fourportals.circumstances.condition.Place;

/** Something that holds when a condition over the answers is met: a ground, a refusal, an exclusion, a field of the form. */
public record Rule(String id, String when, Place place) {}
