package org.fourportals.circumstances;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fourportals.circumstances.Difference.Change;
import org.fourportals.circumstances.Difference.Kind;
import org.fourportals.circumstances.JointSpace.Version;
import org.fourportals.circumstances.diagram.Algebra;
import org.fourportals.circumstances.diagram.Functions;

/** Finds out where two versions of an affair end differently, as functions over their joint questions. */
final class Comparing {

    /** How a version ends: where it can occur, where it refuses. */
    private record Ends(int possible, int refused) {}

    private final JointSpace space;
    private final Algebra algebra;
    private final int[] asked;
    private final int compared;
    private final List<Change> changes = new ArrayList<>();
    private int changed = Functions.NO;

    Comparing(JointSpace space) {
        this.space = space;
        this.algebra = new Algebra(space.functions);
        this.asked = new int[space.questions.size()];
        for (int q = 0; q < asked.length; q++) {
            asked[q] = space.single.get(q) ? -1 : common(algebra.or(space.before.asked(q), space.after.asked(q)));
        }
        this.compared = common(algebra.or(ends(space.before).possible, ends(space.after).possible));
    }

    private int common(int function) {
        return algebra.forget(function, space.single);
    }

    private Ends ends(Version version) {
        int impossible = algebra.or(any(version, Section.EXCLUSION), version.notOffered());
        return new Ends(algebra.not(impossible), any(version, Section.REFUSAL));
    }

    private int any(Version version, Section section) {
        int any = Functions.NO;
        for (Model.Compiled rule : version.model.section(section)) {
            any = algebra.or(any, version.function(rule.condition().expr()));
        }
        return any;
    }

    private int function(Version version, Section section, String id) {
        return version.model.section(section).stream().filter(rule -> rule.id().equals(id)).findFirst()
                .map(rule -> version.function(rule.condition().expr())).orElse(Functions.NO);
    }

    Difference difference() {
        Ends before = ends(space.before);
        Ends after = ends(space.after);
        change(Kind.POSSIBLE_NOW, "", algebra.minus(after.possible, before.possible));
        change(Kind.POSSIBLE_NO_LONGER, "", algebra.minus(before.possible, after.possible));
        int both = algebra.and(before.possible, after.possible);
        change(Kind.ACCEPTED_NOW, "", algebra.and(both, algebra.minus(before.refused, after.refused)));
        change(Kind.REFUSED_NOW, "", algebra.and(both, algebra.minus(after.refused, before.refused)));
        int accepted = algebra.minus(algebra.minus(both, before.refused), after.refused);
        lines(Section.REQUIREMENT, accepted, Kind.REQUIRED_NOW, Kind.REQUIRED_NO_LONGER);
        int refused = algebra.and(both, algebra.and(before.refused, after.refused));
        lines(Section.REFUSAL, refused, Kind.REASON_ADDED, Kind.REASON_REMOVED);
        return new Difference(count(compared), count(changed), space.only(space.after), space.only(space.before), changes);
    }

    private void lines(Section section, int where, Kind added, Kind removed) {
        Set<String> ids = new LinkedHashSet<>();
        for (Version version : List.of(space.after, space.before)) {
            version.model.section(section).forEach(rule -> ids.add(rule.id()));
        }
        for (String id : ids) {
            int old = function(space.before, section, id);
            int current = function(space.after, section, id);
            change(added, id, algebra.and(where, algebra.minus(current, old)));
            change(removed, id, algebra.and(where, algebra.minus(old, current)));
        }
    }

    private void change(Kind kind, String id, int function) {
        int where = common(function);
        if (where == Functions.NO) {
            return;
        }
        changed = algebra.or(changed, where);
        Description description = new Description(space, algebra, asked, where, algebra.not(compared));
        changes.add(new Change(kind, id, count(where), description.conditions(), description.whole(), description.example()));
    }

    private BigInteger count(int function) {
        return algebra.count(function, asked, space.weights());
    }
}
