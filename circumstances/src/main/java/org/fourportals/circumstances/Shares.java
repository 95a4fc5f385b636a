package org.fourportals.circumstances;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fourportals.circumstances.diagram.CircumstanceDiagram;
import org.fourportals.circumstances.diagram.CircumstanceDiagram.End;
import org.fourportals.circumstances.diagram.Formulas;

/** Counts shares of the accepted circumstances; each with formulas of its own, so that threads do not meet. */
final class Shares {

    private final Model model;
    private final Translation translation;

    Shares(Model model) {
        this.model = model;
        this.translation = new Translation(model.positions, model.partitions);
    }

    Share of(Which which) {
        Map<Section, List<Integer>> sections = new EnumMap<>(Section.class);
        for (Section section : List.of(Section.EXCLUSION, Section.GROUND, Section.REFUSAL)) {
            List<Integer> formulas = new ArrayList<>();
            model.section(section).forEach(rule -> formulas.add(translation.formula(rule.condition().expr())));
            sections.put(section, formulas);
        }
        int[] whens = model.whenConditions.stream().mapToInt(when -> translation.formula(when.expr())).toArray();
        CircumstanceDiagram diagram = new CircumstanceDiagram(translation.formulas(), whens, model.weights(),
                new CircumstanceDiagram.Outcome(translation.any(sections.get(Section.EXCLUSION)),
                        translation.any(sections.get(Section.GROUND)), translation.any(sections.get(Section.REFUSAL)), formula(which)));
        BigInteger part = diagram.count(End.ACCEPTED);
        return new Share(part, part.add(diagram.count(End.ACCEPTED_WITHOUT_REQUIREMENT)));
    }

    private int formula(Which which) {
        Formulas formulas = translation.formulas();
        return switch (which) {
            case Which.Met(Section section, String id) -> met(section, id);
            case Which.AllOf(List<Which> parts) -> formulas.and(parts.stream().mapToInt(this::formula).toArray());
            case Which.AnyOf(List<Which> parts) -> formulas.or(parts.stream().mapToInt(this::formula).toArray());
            case Which.NoneOf(List<Which> parts) ->
                    formulas.not(formulas.or(parts.stream().mapToInt(this::formula).toArray()));
        };
    }

    private int met(Section section, String id) {
        int own = translation.formula(model.rule(section, id).condition().expr());
        return section == Section.EVIDENCE
                ? translation.formulas().and(own, met(Section.REQUIREMENT, model.owners.get(id))) : own;
    }
}
