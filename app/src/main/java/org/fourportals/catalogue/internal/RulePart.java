package org.fourportals.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fourportals.catalogue.AffairPlan.Exclusion;
import org.fourportals.catalogue.AffairPlan.Ground;
import org.fourportals.catalogue.AffairPlan.Refused;
import org.fourportals.circumstances.Rule;
import org.jspecify.annotations.Nullable;

/** Reads `exclusions`, `grounds` and `refusals`. */
final class RulePart {

    private final Draft draft;
    final List<Rule> exclusionRules = new ArrayList<>();
    final List<Rule> groundRules = new ArrayList<>();
    final List<Rule> refusalRules = new ArrayList<>();

    RulePart(Draft draft) {
        this.draft = draft;
    }

    /** Exclusions have no id in the file: they are numbered from 1. */
    List<Exclusion> exclusions(YamlMap file) {
        List<Exclusion> exclusions = new ArrayList<>();
        for (YamlMap entry : file.maps("exclusions", "exclusion")) {
            String id = "exclusion-" + (exclusions.size() + 1);
            exclusionRules.add(rule(entry, id, "never"));
            exclusions.add(new Exclusion(id, entry.words("because")));
            entry.close();
        }
        return exclusions;
    }

    List<Ground> grounds(YamlMap file) {
        List<Ground> grounds = new ArrayList<>();
        Names names = new Names(draft.problems);
        for (YamlMap entry : file.maps("grounds", "ground")) {
            String id = names.kebab(entry);
            groundRules.add(rule(entry, id, "when"));
            grounds.add(new Ground(id, entry.words("name")));
            entry.close();
        }
        return grounds;
    }

    List<Refused> refusals(YamlMap file) {
        List<Refused> refusals = new ArrayList<>();
        Names names = new Names(draft.problems);
        for (YamlMap entry : file.maps("refusals", "refusal")) {
            String id = names.kebab(entry);
            refusalRules.add(rule(entry, id, "when"));
            refusals.add(new Refused(id, entry.words("reason"), entry.words("instead"), affair(entry)));
            entry.close();
        }
        return refusals;
    }

    private Rule rule(YamlMap entry, String id, String key) {
        YamlText condition = draft.condition(entry, key);
        return new Rule(id, condition.value(), draft.place(entry.line(key)));
    }

    private @Nullable String affair(YamlMap entry) {
        Optional<YamlText> affair = entry.findText("affair");
        affair.ifPresent(a -> draft.refersTo(a.value(), draft.city.affairs().keySet(), a.line(), "affair", "affairs.tsv"));
        return affair.map(YamlText::value).orElse(null);
    }
}
