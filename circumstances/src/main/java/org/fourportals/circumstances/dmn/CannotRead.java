package org.fourportals.circumstances.dmn;

import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.condition.Place;

/** Leaves the reading of one part of a model that cannot be followed; told to the editor with its line. */
final class CannotRead extends RuntimeException {

    private static final long serialVersionUID = 1;

    final transient Problem problem;

    CannotRead(Problem.Kind kind, Place place, String message, String remedy) {
        super(message, null, false, false);
        problem = new Problem(kind, place, message, remedy, null);
    }
}
