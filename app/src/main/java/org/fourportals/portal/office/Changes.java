package org.fourportals.portal.office;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.fourportals.catalogue.AffairPlan;
import org.fourportals.circumstances.Difference;
import org.fourportals.portal.Page;
import org.jspecify.annotations.Nullable;

/**
 * What a new text changes for people: in how many circumstances, which, and where each change happens, in the words of the questions.
 *
 * @param summary one sentence with the numbers
 */
public record Changes(String summary, List<Row> rows) {

    /**
     * One change.
     *
     * @param where conditions that say where it happens; `whole` is whether they say it all
     * @param url   one of its circumstances in the explorer of what is in force
     */
    public record Row(String what, String circumstances, List<String> where, boolean whole, @Nullable String url) {
    }

    /** Compares the text in force with the new one; says so where they cannot be compared exactly. */
    static Changes between(Page page, ConditionWords words, AffairPlan before, AffairPlan after) {
        Optional<Difference> found = Difference.between(before.rules(), after.rules());
        if (found.isEmpty()) {
            return new Changes(page.t("workbench.changes.entangled"), List.of());
        }
        Difference difference = found.get();
        List<Row> rows = difference.changes().stream().map(change -> row(page, words, before, after, change)).toList();
        return new Changes(difference.changed().signum() == 0 ? page.t("workbench.changes.none")
                : page.t("workbench.changes.summary", "%,d".formatted(difference.changed()), "%,d".formatted(difference.circumstances())), rows);
    }

    private static Row row(Page page, ConditionWords words, AffairPlan before, AffairPlan after, Difference.Change change) {
        AffairPlan speaks = switch (change.kind()) {
            case REQUIRED_NO_LONGER, REASON_REMOVED, POSSIBLE_NO_LONGER -> before;
            case ACCEPTED_NOW, REFUSED_NOW, REQUIRED_NOW, REASON_ADDED, POSSIBLE_NOW -> after;
        };
        String name = switch (change.kind()) {
            case REQUIRED_NOW, REQUIRED_NO_LONGER -> page.t(speaks.requirement(change.id()).name());
            case REASON_ADDED, REASON_REMOVED -> speaks.refusals().stream().filter(r -> r.id().equals(change.id())).findFirst()
                    .map(r -> page.t(r.reason())).orElse(change.id());
            case ACCEPTED_NOW, REFUSED_NOW, POSSIBLE_NOW, POSSIBLE_NO_LONGER -> "";
        };
        return new Row(page.t("workbench.changes." + change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), name),
                "%,d".formatted(change.circumstances()), change.where().stream().map(w -> words.of(page, speaks, w)).toList(), change.whole(),
                Checked.url(page, change.example(), before));
    }
}
