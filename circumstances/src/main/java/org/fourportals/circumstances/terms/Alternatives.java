package org.fourportals.circumstances.terms;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Expr;

/** Brings a condition into alternatives: or of and, each comparison being a set of classes of one column. */
final class Alternatives {

    /** Leaves as soon as there are too many. */
    private static final class TooMany extends RuntimeException {
        TooMany() {
            super(null, null, false, false);
        }
    }

    private final Columns columns;
    private final int limit;

    private Alternatives(Columns columns, int limit) {
        this.columns = columns;
        this.limit = limit;
    }

    /** The alternatives, none covering another; empty if there would be more than the limit on the way, or if sums are compared. */
    static Optional<List<Term>> of(Expr expr, Columns columns, int limit) {
        try {
            return Optional.of(new Alternatives(columns, limit).terms(expr, true));
        } catch (TooMany tooMany) {
            return Optional.empty();
        }
    }

    private List<Term> terms(Expr expr, boolean positive) {
        return switch (expr) {
            case Expr.Always(boolean met) -> met == positive ? List.of(Term.ALWAYS) : List.of();
            case Expr.And(List<Expr> parts) -> positive ? all(parts, true) : any(parts, false);
            case Expr.Or(List<Expr> parts) -> positive ? any(parts, true) : all(parts, false);
            case Expr.Not(Expr part) -> terms(part, !positive);
            case Expr.Sum _ -> throw new TooMany();
            case Atom atom -> comparison(atom, positive);
        };
    }

    private List<Term> comparison(Atom atom, boolean positive) {
        int column = columns.of(atom);
        int classes = columns.list().get(column).classes() + 1;
        BitSet where = columns.list().get(column).where(atom);
        if (!positive) {
            where.flip(0, classes);
        }
        return where.isEmpty() ? List.of() : where.cardinality() == classes ? List.of(Term.ALWAYS) : List.of(Term.of(column, where));
    }

    private List<Term> any(List<Expr> parts, boolean positive) {
        List<Term> any = new ArrayList<>();
        for (Expr part : parts) {
            any.addAll(terms(part, positive));
            any = shortened(any);
        }
        return any;
    }

    private List<Term> all(List<Expr> parts, boolean positive) {
        List<Term> all = List.of(Term.ALWAYS);
        for (Expr part : parts) {
            List<Term> next = terms(part, positive);
            if ((long) all.size() * next.size() > 16L * limit) {
                throw new TooMany();
            }
            List<Term> product = new ArrayList<>();
            for (Term one : all) {
                for (Term other : next) {
                    Term both = one.and(other);
                    if (both != null) {
                        product.add(both);
                    }
                }
            }
            all = shortened(product);
        }
        return all;
    }

    private List<Term> shortened(List<Term> terms) {
        List<Term> kept = new ArrayList<>();
        for (Term term : terms) {
            add(kept, term);
        }
        if (kept.size() > limit) {
            throw new TooMany();
        }
        return kept;
    }

    /** Adds a term unless it is covered, drops those it covers, and joins it with one that differs in one column only. */
    private void add(List<Term> kept, Term term) {
        for (Term other : kept) {
            if (other.covers(term)) {
                return;
            }
        }
        kept.removeIf(term::covers);
        for (int i = 0; i < kept.size(); i++) {
            int column = term.onlyDifference(kept.get(i));
            if (column >= 0) {
                BitSet either = (BitSet) term.classes().get(column).clone();
                either.or(kept.remove(i).classes().get(column));
                boolean full = either.cardinality() == columns.list().get(column).classes() + 1;
                add(kept, term.with(column, full ? null : either));
                return;
            }
        }
        kept.add(term);
    }
}
