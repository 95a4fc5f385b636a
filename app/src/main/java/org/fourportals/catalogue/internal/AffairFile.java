package org.fourportals.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.About;
import org.fourportals.catalogue.AffairPlan.Asked;
import org.fourportals.catalogue.AffairPlan.FormSection;
import org.fourportals.catalogue.AffairPlan.Law;
import org.fourportals.catalogue.AffairPlan.Requirement;
import org.fourportals.catalogue.AffairPlan.Result;
import org.fourportals.catalogue.AffairPlan.RoleLink;
import org.fourportals.catalogue.City;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Circumstances;
import org.fourportals.circumstances.Compilation;
import org.fourportals.circumstances.CompiledAffair;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.Which;

/** Reads one affair's file: first every name and condition in it, then, if they are sound, the proofs over all circumstances. */
public final class AffairFile {

    private final City city;
    private final String file;
    private final Problems problems;
    private final boolean superseded;

    /** `superseded` texts are of the past: what the city promises today is not held against them. */
    public AffairFile(City city, String file, Problems problems, boolean superseded) {
        this.city = city;
        this.file = file;
        this.problems = problems;
        this.superseded = superseded;
    }

    /** The plan; empty after leaving at least one problem. */
    public Optional<AffairPlan> read(String text) {
        return YamlFile.parse(text, "the file", problems).flatMap(map -> {
            Affair affair = city.affairs().get(map.string("affair"));
            if (affair == null) {
                if (map.has("affair")) {
                    problems.add(map.line("affair"), "There is no affair \"" + map.string("affair") + "\" in affairs.tsv",
                            Suggestion.forName(map.string("affair"), city.affairs().keySet(), "affairs.tsv"));
                }
                return Optional.empty();
            }
            checkPlace(map, affair);
            return plan(map, affair, Version.of(text));
        });
    }

    private void checkPlace(YamlMap map, Affair affair) {
        String expected = "affairs/" + affair.department() + "/" + affair.id() + ".yaml";
        if (!superseded && !file.equals(expected)) {
            problems.add(map.line("affair"), "The file of this affair stands in the wrong place", "Move it to " + expected + ".");
        }
    }

    private Optional<AffairPlan> plan(YamlMap map, Affair affair, String version) {
        Draft draft = new Draft(city, affair, file, problems);
        About about = About.valueOf(map.oneOf("about", List.of("self", "child", "organisation")).toUpperCase(Locale.ROOT));
        Text plain = map.words("plain");
        List<Law> laws = laws(map, draft);
        PoolNames pool = new PoolNames(draft, about);
        List<RoleLink> roles = pool.roles(map);
        List<Asked> questions = new QuestionPart(draft, pool).read(map);
        RulePart rules = new RulePart(draft);
        var exclusions = rules.exclusions(map);
        var grounds = rules.grounds(map);
        var refusals = rules.refusals(map);
        RequirementPart requirementPart = new RequirementPart(draft, pool);
        List<Requirement> requirements = requirementPart.read(map);
        List<FormSection> form = new FormPart(draft, pool).read(map);
        ProcedurePart procedurePart = new ProcedurePart(draft, superseded);
        var procedure = procedurePart.procedure(map);
        var fee = procedurePart.fee(map);
        ResultPart resultPart = new ResultPart(draft, pool, form.stream().flatMap(s -> s.fields().stream()).toList());
        Result result = resultPart.read(map);
        map.close();
        return prove(new AffairRules(affair.id(), draft.questions, rules.exclusionRules, rules.groundRules, rules.refusalRules,
                requirementPart.rules(), draft.others, resultPart.answersUsed))
                .map(proved -> new AffairPlan(affair, version, plain, about, laws, roles, questions, exclusions, grounds, refusals,
                        requirements, form, procedure, fee, result, proved))
                .filter(plan -> keepsItsWord(map, plan) && waitsForAttendance(map, plan));
    }

    /** What the city's list calls free of windows must be so in every accepted circumstance; requirements are all reachable by then. */
    private boolean keepsItsWord(YamlMap map, AffairPlan plan) {
        if (superseded || !plan.affair().zeroWindow() || plan.isZeroWindow()) {
            return true;
        }
        String why = plan.requirements().stream().filter(Requirement::needsWindow).findFirst()
                .map(r -> "the requirement \"" + r.id() + "\" may have to be shown as an original")
                .orElse("a stage has to be attended in person");
        problems.add(map.line("affair"), "The city promises this affair without any window, but " + why,
                "Let the requirement be met by upload or declaration too, or change zero_window in affairs.tsv.");
        return false;
    }

    /** What is decided at once cannot wait for somebody to come: no accepted circumstance may be instant and pass through such a stage. */
    private boolean waitsForAttendance(YamlMap map, AffairPlan plan) {
        String instant = plan.procedure().instant();
        for (AffairPlan.Stage stage : plan.procedure().stages()) {
            if (instant == null || stage.kind() != AffairPlan.StageKind.ATTEND) {
                continue;
            }
            List<Which> both = new ArrayList<>(List.of(new Which.Met(Section.OTHER, instant)));
            if (stage.when() != null) {
                both.add(new Which.Met(Section.OTHER, stage.when()));
            }
            if (plan.rules().share(new Which.AllOf(both)).part().signum() > 0) {
                problems.add(map.line("procedure"), "In some circumstances the affair is decided at once although stage \"" + stage.id()
                        + "\" has to be attended", "Narrow `instant`, or give the stage a `when` that excludes it.");
                return false;
            }
        }
        return true;
    }

    private List<Law> laws(YamlMap map, Draft draft) {
        List<YamlText> ids = map.texts("laws");
        if (ids.isEmpty()) {
            problems.add(map.line("laws"), "The affair names no law", "Name at least one of laws.yaml, as in `laws: [some-law]`.");
        }
        List<Law> laws = new ArrayList<>();
        for (YamlText id : ids) {
            if (draft.refersTo(id.value(), city.laws().keySet(), id.line(), "law", "laws.yaml")) {
                laws.add(city.laws().get(id.value()));
            }
        }
        return laws;
    }

    private Optional<CompiledAffair> prove(AffairRules rules) {
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return switch (Circumstances.compile(rules)) {
            case Compilation.Proved(CompiledAffair proved) -> Optional.of(proved);
            case Compilation.Rejected(List<Problem> rejected) -> {
                for (Problem problem : rejected) {
                    String example = problem.counterExample() == null ? "" : ". For example: " + problem.counterExample();
                    problems.add(problem.place().line(), Draft.withoutStop(problem.message()) + example, problem.remedy(),
                            problem.counterExample());
                }
                yield Optional.empty();
            }
        };
    }
}
