package org.fourportals.circumstances.diagram;

/** An affair whose conditions are so entangled that its diagram would not fit; reported to the editor, not endured. */
public final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooLarge(int limit) {
        super("more than " + limit + " states", null, false, false);
    }
}
