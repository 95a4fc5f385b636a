package org.fourportals.portal.kit;

/** One step of the way to this page. */
public record Crumb(String text, String url) {
}
