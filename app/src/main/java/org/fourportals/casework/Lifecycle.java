package org.fourportals.casework;

import static org.fourportals.casework.CaseState.DISCARDED;
import static org.fourportals.casework.CaseState.DRAFT;
import static org.fourportals.casework.CaseState.GRANTED;
import static org.fourportals.casework.CaseState.IN_REVIEW;
import static org.fourportals.casework.CaseState.REFUSED;
import static org.fourportals.casework.CaseState.SUBMITTED;
import static org.fourportals.casework.CaseState.SUPPLEMENT;
import static org.fourportals.casework.CaseState.WITHDRAWN;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fourportals.casework.CaseEvent.Type;
import org.jspecify.annotations.Nullable;

/**
 * The whole life of a case as one graph: in which state what may happen, and which state it leads to. Operations ask it before they act, an event is
 * only kept where it says so, and the picture in the docs and on the office's pages is drawn from it.
 */
public final class Lifecycle {

    private static final List<Way> WAYS = Stream.of(
            List.of(new Way(null, Type.STARTED, DRAFT, When.ALWAYS), move(DRAFT, Type.SUBMITTED, SUBMITTED), move(DRAFT, Type.DISCARDED, DISCARDED),
                    move(SUBMITTED, Type.ACCEPTED, IN_REVIEW), move(SUBMITTED, Type.SUPPLEMENT_REQUESTED, SUPPLEMENT),
                    move(IN_REVIEW, Type.SUPPLEMENT_REQUESTED, SUPPLEMENT),
                    new Way(SUPPLEMENT, Type.SUPPLEMENTED, SUBMITTED, When.NOT_ACCEPTED), new Way(SUPPLEMENT, Type.SUPPLEMENTED, IN_REVIEW, When.ACCEPTED),
                    move(IN_REVIEW, Type.GRANTED, GRANTED), move(IN_REVIEW, Type.REFUSED, REFUSED), move(REFUSED, Type.REOPENED, IN_REVIEW)),
            each(Type.WITHDRAWN, WITHDRAWN, SUBMITTED, IN_REVIEW, SUPPLEMENT),
            stays(Type.ADOPTED, DRAFT), stays(Type.STAGE_BEGAN, IN_REVIEW), stays(Type.REVIEWED, IN_REVIEW), stays(Type.EXTENDED, IN_REVIEW),
            stays(Type.WARNED, SUBMITTED, IN_REVIEW), stays(Type.ESCALATED, SUBMITTED, IN_REVIEW),
            stays(Type.HANDED_OVER, SUBMITTED, IN_REVIEW), stays(Type.REPRESENTED, SUBMITTED, IN_REVIEW, SUPPLEMENT),
            stays(Type.NOTED, SUBMITTED, IN_REVIEW, SUPPLEMENT, GRANTED, REFUSED, WITHDRAWN)).flatMap(List::stream).toList();

    private Lifecycle() {
    }

    /** Where what happens does not by itself say which state follows. */
    public enum When { ALWAYS, NOT_ACCEPTED, ACCEPTED }

    /**
     * One way of the graph.
     *
     * @param from null where a case begins
     * @param to   the same as `from` where it stays in its state
     */
    public record Way(@Nullable CaseState from, Type by, CaseState to, When when) {

        /** Whether it leads to another state. */
        public boolean moves() {
            return from != to;
        }

        private boolean leadsOn(CaseState state, Type what) {
            return from == state && by == what;
        }

        private boolean fits(boolean accepted) {
            return when == When.ALWAYS || accepted == (when == When.ACCEPTED);
        }
    }

    /** What was asked for does not follow from the state of the case: a bug, as operations ask before they act. */
    public static final class Impossible extends IllegalStateException {
        Impossible(CaseState state, Type what) {
            super(what + " cannot happen to a case that is " + state);
        }
    }

    /** All ways, in the order in which one tells them. */
    public static List<Way> ways() {
        return WAYS;
    }

    /** Whether this may happen to a case in that state. */
    public static boolean allows(CaseState state, Type what) {
        return WAYS.stream().anyMatch(way -> way.leadsOn(state, what));
    }

    /** What may happen in that state. */
    public static Set<Type> possible(CaseState state) {
        return WAYS.stream().filter(way -> way.from() == state).map(Way::by).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The state that follows.
     *
     * @param accepted whether the case was accepted before
     * @throws Impossible if this may not happen now
     */
    static CaseState after(CaseState state, Type what, boolean accepted) {
        return WAYS.stream().filter(way -> way.leadsOn(state, what) && way.fits(accepted)).findFirst().map(Way::to)
                .orElseThrow(() -> new Impossible(state, what));
    }

    /** Throws {@link Impossible} where this may not be kept of a case that was in that state; its beginning is kept once it is a draft. */
    public static void require(CaseState before, Type what) {
        if (!allows(before, what) && !(what == Type.STARTED && before == DRAFT)) {
            throw new Impossible(before, what);
        }
    }

    private static Way move(CaseState from, Type by, CaseState to) {
        return new Way(from, by, to, When.ALWAYS);
    }

    private static List<Way> each(Type by, CaseState to, CaseState... from) {
        return Stream.of(from).map(state -> move(state, by, to)).toList();
    }

    private static List<Way> stays(Type by, CaseState... in) {
        return Stream.of(in).map(state -> move(state, by, state)).toList();
    }
}
