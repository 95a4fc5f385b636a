package org.fourportals.portal.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fourportals.base.Text;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;

/** The reasons for refusing that an affair's own file and its laws give, in both languages, so that a letter need not be written from nothing. */
final class ReasonTemplates {

    private record Template(String id, Text text) {
    }

    private ReasonTemplates() {
    }

    private static List<Template> of(AffairPlan plan) {
        List<Template> templates = new ArrayList<>();
        plan.refusals().forEach(refusal -> templates.add(new Template("rule:" + refusal.id(), refusal.reason())));
        plan.laws().forEach(law -> templates.add(new Template("law:" + law.id(), new Text("申请不符合" + law.name().zh() + "规定的条件。",
                "The application does not meet the conditions of " + law.name().en() + "."))));
        templates.add(new Template("evidence", new Text("提交的材料不能证明符合规定的条件。", "What was handed in does not show that the conditions are met.")));
        templates.add(new Template("untrue", new Text("提交的材料或者陈述与核实的情况不符。", "What was handed in or said differs from what was found.")));
        return templates;
    }

    static List<Choice> choices(Page page, AffairPlan plan) {
        return of(plan).stream().map(template -> Choice.of(template.id(), page.t(template.text()))).toList();
    }

    /** The chosen one with what was typed after it, in both languages; an unknown one counts as none. */
    static Optional<Text> reason(AffairPlan plan, String chosen, String typed) {
        String more = typed.isBlank() ? "" : typed.strip();
        return of(plan).stream().filter(template -> template.id().equals(chosen)).findFirst()
                .map(template -> new Text((template.text().zh() + more).strip(), (template.text().en() + " " + more).strip()))
                .or(() -> more.isEmpty() ? Optional.empty() : Optional.of(new Text(more, more)));
    }
}
