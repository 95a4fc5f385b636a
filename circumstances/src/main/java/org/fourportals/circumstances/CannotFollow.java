package org.fourportals.circumstances;

/** Leaves the analysis where something cannot be followed exactly; told to the editor as a problem, never ignored. */
final class CannotFollow extends RuntimeException {

    private static final long serialVersionUID = 1;

    final transient Problem problem;

    CannotFollow(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }
}
