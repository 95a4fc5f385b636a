package org.fourportals.portal;

/** The token that proves a form came from our own page: the form field's name, the header's name for scripts, and the value. */
public record Csrf(String field, String header, String value) {
}
