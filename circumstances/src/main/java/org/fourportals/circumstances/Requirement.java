package org.fourportals.circumstances;

import org.fourportals.circumstances.condition.Place;

/** One line of the checklist: required when its condition is met; `evidenced` says that something can satisfy it. */
public record Requirement(String id, String when, boolean evidenced, Place place) {}
