package org.fourportals.circumstances;

import java.util.List;
import org.fourportals.circumstances.diagram.TooLarge;

/** The door of the engine: compiles an affair's rules and proves that no circumstance ends nowhere. */
public final class Circumstances {

    private Circumstances() {}

    /** Reads, checks, compiles and proves. Never throws on bad rules: all that is wrong is in the result. */
    public static Compilation compile(AffairRules rules) {
        Reading reading = new Reading(rules);
        if (!reading.problems().isEmpty()) {
            return new Compilation.Rejected(reading.problems());
        }
        try {
            Model model = new Model(rules, reading);
            List<Problem> problems = Proofs.failing(model, reading.home());
            return problems.isEmpty()
                    ? new Compilation.Proved(new CompiledAffair(model))
                    : new Compilation.Rejected(problems);
        } catch (CannotFollow cannot) {
            return new Compilation.Rejected(List.of(cannot.problem));
        } catch (TooLarge tooLarge) {
            return new Compilation.Rejected(List.of(new Problem(Problem.Kind.TOO_LARGE, reading.home(),
                    "The conditions are so entangled that they cannot be proved: " + tooLarge.getMessage() + ".",
                    "Ask related questions one after another, and split the affair or its longest conditions.", null)));
        }
    }
}
