package org.fourportals.portal;

import java.io.Serializable;

/**
 * Whom the clerk of this session serves, by name, so that every page of the counter says it. Kept in the session beside the subject itself
 * ({@code CurrentActor.serve}).
 *
 * @param name   as on her card
 * @param number the last four characters of her identity number
 */
public record Served(String name, String number) implements Serializable {

    /** The session attribute that holds it. */
    public static final String ATTRIBUTE = Served.class.getName();
}
