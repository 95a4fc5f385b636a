package org.fourportals.circumstances.condition;

import org.fourportals.circumstances.condition.Fault.Cause;

/** Leaves the parser at the first place where a text is no condition; never leaves {@link Condition#parse}. */
final class SyntaxFault extends Exception {

    final int column;
    final Cause cause;
    final String message;
    final String remedy;

    SyntaxFault(int column, Cause cause, String message, String remedy) {
        super(message, null, false, false);
        this.column = column;
        this.cause = cause;
        this.message = message;
        this.remedy = remedy;
    }

    SyntaxFault(Fault fault) {
        this(fault.column(), fault.cause(), fault.message(), fault.remedy());
    }

    SyntaxFault(int column, String message, String remedy) {
        this(column, Cause.SYNTAX, message, remedy);
    }
}
