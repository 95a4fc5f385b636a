package org.fourportals.portal.kit;

import org.jspecify.annotations.Nullable;

/**
 * One thing a form asks: its name, what is asked, help, what was typed before, and what is wrong with that. Errors are found by {@link #id()}, which
 * is also where the error summary's link leads.
 *
 * @param title whether the question is the page's heading
 * @param optional whether it may be left empty; the label says so
 */
public record Field(String name, String label, @Nullable String hint, @Nullable String value, @Nullable String error, boolean title, boolean optional) {

    public static Field of(String name, String label) {
        return new Field(name, label, null, null, null, false, false);
    }

    public Field hint(@Nullable String hint) {
        return new Field(name, label, hint, value, error, title, optional);
    }

    public Field value(@Nullable String value) {
        return new Field(name, label, hint, value, error, title, optional);
    }

    public Field error(@Nullable String error) {
        return new Field(name, label, hint, value, error, title, optional);
    }

    /** The question becomes the page's {@code h1}: for a page that asks one thing. */
    public Field asTitle() {
        return new Field(name, label, hint, value, error, true, optional);
    }

    public Field mayBeEmpty() {
        return new Field(name, label, hint, value, error, title, true);
    }

    public String id() {
        return idOf(name);
    }

    /** The id of the field with this name. */
    public static String idOf(String name) {
        return name.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /** The ids of hint and error, for {@code aria-describedby}; null when there is neither. */
    public @Nullable String describedBy() {
        String ids = ((hint == null ? "" : id() + "-hint ") + (error == null ? "" : id() + "-error")).strip();
        return ids.isEmpty() ? null : ids;
    }

    public boolean wrong() {
        return error != null;
    }
}
