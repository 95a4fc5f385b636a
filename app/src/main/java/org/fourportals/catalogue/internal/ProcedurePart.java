package org.fourportals.catalogue.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.fourportals.catalogue.AffairPlan.Fee;
import org.fourportals.catalogue.AffairPlan.Procedure;
import org.fourportals.catalogue.AffairPlan.Stage;
import org.fourportals.catalogue.AffairPlan.StageKind;

/** Reads `procedure` and `fee`: who does what within how many working days, and what it costs. */
final class ProcedurePart {

    private final Draft draft;
    private final boolean superseded;

    /** The days of a superseded text are not compared with the city's list, which is newer. */
    ProcedurePart(Draft draft, boolean superseded) {
        this.draft = draft;
        this.superseded = superseded;
    }

    Procedure procedure(YamlMap file) {
        return file.map("procedure", "the procedure").map(map -> {
            Procedure procedure = new Procedure(draft.other(map, "instant", "instant"), stages(map));
            map.close();
            return procedure;
        }).orElse(new Procedure(null, List.of()));
    }

    private List<Stage> stages(YamlMap map) {
        List<Stage> stages = new ArrayList<>();
        Names names = new Names(draft.problems);
        List<YamlMap> entries = map.maps("stages", "stage");
        for (YamlMap entry : entries) {
            String id = names.kebab(entry);
            StageKind kind = StageKind.valueOf(entry.oneOf("kind", List.of("review", "visit", "attend", "decide")).toUpperCase(Locale.ROOT));
            List<String> by = departments(entry);
            if (!entry.has("days")) {
                draft.problems.add(entry.line(), entry + " has no \"days\"", "Add the working days promised for it; 0 if within the day.");
            }
            int days = Objects.requireNonNull(entry.number("days", 0L, 0, 1000)).intValue();
            stages.add(new Stage(id, kind, by, days, draft.other(entry, "when", "stage " + id), entry.words("name"), entry.words("checks")));
            entry.close();
            boolean last = stages.size() == entries.size();
            if (last != (kind == StageKind.DECIDE)) {
                draft.problems.add(entry.line(), last ? "The last stage does not decide" : entry + " decides but is not the last",
                        "End the procedure with one stage of kind decide.");
            }
            if (kind == StageKind.DECIDE && entry.has("when")) {
                draft.problems.add(entry.line("when"), "The decision has a condition", "Remove the `when`: every case is decided.");
            }
            if (kind == StageKind.DECIDE && by.size() > 1) {
                draft.problems.add(entry.line("by"), "Several departments decide in " + entry, "Let one department decide.");
            }
        }
        if (stages.isEmpty()) {
            draft.problems.add(map.line(), "The procedure has no stages", "List them under `stages`; the last one decides.");
        } else {
            checkDays(map, stages);
        }
        return stages;
    }

    private List<String> departments(YamlMap stage) {
        List<YamlText> by = stage.texts("by");
        Set<String> seen = new HashSet<>();
        for (YamlText department : by) {
            draft.refersTo(department.value(), draft.city.departments().keySet(), department.line(), "department", "departments.tsv");
            if (!seen.add(department.value())) {
                draft.problems.add(department.line(), "The department \"" + department.value() + "\" stands twice in " + stage, "Remove one.");
            }
        }
        if (by.isEmpty()) {
            draft.problems.add(stage.line(), "No department handles " + stage, "Name it, as in `by: [" + draft.affair.department() + "]`.");
        }
        return by.stream().map(YamlText::value).toList();
    }

    private void checkDays(YamlMap map, List<Stage> stages) {
        int sum = stages.stream().mapToInt(Stage::days).sum();
        int promised = draft.affair.promisedDays();
        int statutory = draft.affair.statutoryDays();
        if (superseded) {
            return;
        }
        if (promised > 0 && sum != promised) {
            draft.problems.add(map.line("stages"), "The stages take " + sum + " working days together, but " + promised + " are promised",
                    "Change the stages' `days`, or the promise in affairs.tsv.");
        } else if (sum > statutory) {
            draft.problems.add(map.line("stages"), "The stages take " + sum + " working days together, but the law allows " + statutory,
                    "Shorten the stages' `days`.");
        }
    }

    Fee fee(YamlMap file) {
        return file.map("fee", "the fee").map(map -> {
            YamlText yuan = map.plain("yuan");
            if (map.has("yuan") && !yuan.value().matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
                draft.problems.add(yuan.line(), "The fee \"" + yuan.value() + "\" is not an amount", "Write yuan as digits, as in 10 or 10.50.");
            }
            Fee fee = new Fee(yuan.value(), draft.other(map, "when", "fee"), map.findWords("for"));
            map.close();
            return fee;
        }).orElse(new Fee("0", null, null));
    }
}
