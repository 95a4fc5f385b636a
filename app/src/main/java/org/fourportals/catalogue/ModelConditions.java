package org.fourportals.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fourportals.catalogue.internal.YamlPlaces;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Circumstances;
import org.fourportals.circumstances.Compilation;
import org.fourportals.circumstances.CompiledAffair;
import org.fourportals.circumstances.Difference;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.Requirement;
import org.fourportals.circumstances.Rule;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Parse;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Vocabulary;
import org.fourportals.circumstances.dmn.DmnImport;
import org.fourportals.circumstances.dmn.Imported;

/**
 * Takes what a DMN model says over into an affair's text: when a question is asked, a ground or refusal holds, a requirement applies. Conditions
 * that mean what the text says already stay as they are written; words, evidence and procedure, of which a model says nothing, stay too.
 */
public final class ModelConditions {

    private ModelConditions() {
    }

    /** What came of it. */
    public sealed interface Taken {

        /**
         * The new text.
         *
         * @param replaced the places whose conditions are others now, such as `requirements.lease.when`
         * @param notes    what the model has and the text has not, or the other way round, and how the model was read
         */
        record Into(String text, List<String> replaced, List<String> notes) implements Taken {
        }

        /** The model cannot be followed; nothing is taken. */
        record NotRead(List<CatalogueProblem> problems) implements Taken {
        }
    }

    /** Reads the model and writes its conditions into the text, which must be sound; `file` is the model's name, for messages. */
    public static Taken apply(AffairPlan plan, String text, String model, String file) {
        return switch (DmnImport.read(model, file)) {
            case Imported.Refused(var problems) -> new Taken.NotRead(problems.stream().map(problem -> new CatalogueProblem(problem.place().file(),
                    problem.place().line(), problem.message(), problem.remedy())).toList());
            case Imported.Read read -> written(plan, text, read);
        };
    }

    private static Taken written(AffairPlan plan, String text, Imported.Read read) {
        Map<String, String> own = conditions(plan.rules().rules());
        Map<String, String> given = conditions(read.rules());
        Vocabulary names = names(plan.rules().rules());
        Map<String, YamlPlaces.Found> places = YamlPlaces.of(text).stream()
                .collect(Collectors.toMap(YamlPlaces.Found::path, found -> found, (one, _) -> one, LinkedHashMap::new));
        List<String> notes = new ArrayList<>(read.notes());
        List<YamlPlaces.Found> changed = new ArrayList<>();
        given.forEach((path, condition) -> {
            if (!own.containsKey(path)) {
                notes.add(path + ": only the model has it. Write it into the text first, with its words.");
            } else if (!means(own.get(path), condition, names) && differs(plan, path, condition)) {
                Optional.ofNullable(places.get(path)).ifPresentOrElse(changed::add, () -> notes.add(path + ": `" + condition + "` has to be written by hand."));
            }
        });
        own.keySet().stream().filter(path -> !given.containsKey(path)).forEach(path -> notes.add(path + ": the model does not have it; it stays."));
        StringBuilder result = new StringBuilder(text);
        changed.stream().sorted(Comparator.comparingInt(YamlPlaces.Found::from).reversed())
                .forEach(found -> result.replace(found.from(), found.to(), quoted(given.get(found.path()))));
        return new Taken.Into(result.toString(), changed.stream().map(YamlPlaces.Found::path).toList(), notes);
    }

    private static String quoted(String condition) {
        return "'" + condition.replace("'", "''") + "'";
    }

    /** The conditions that stand in a text, by their place there. */
    private static Map<String, String> conditions(AffairRules rules) {
        Map<String, String> conditions = new LinkedHashMap<>();
        rules.questions().stream().filter(question -> question.when() != null)
                .forEach(question -> conditions.put("questions." + question.id() + ".when", question.when()));
        Stream.of(Map.entry("grounds", rules.grounds()), Map.entry("refusals", rules.refusals())).forEach(section -> {
            for (Rule rule : section.getValue()) {
                conditions.put(section.getKey() + "." + rule.id() + ".when", rule.when());
            }
        });
        for (Requirement requirement : rules.requirements()) {
            conditions.put("requirements." + requirement.id() + ".when", requirement.when());
        }
        return conditions;
    }

    private static Vocabulary names(AffairRules rules) {
        Map<String, Type> types = new LinkedHashMap<>();
        rules.questions().forEach((Question question) -> types.put(question.id(), question.type()));
        return Vocabulary.ofQuestions(types);
    }

    /** Whether the affair would be another one with this condition: else the model only says the same in other words. */
    private static boolean differs(AffairPlan plan, String path, String condition) {
        return switch (Circumstances.compile(with(plan.rules().rules(), path, condition))) {
            case Compilation.Rejected _ -> true;
            case Compilation.Proved(CompiledAffair after) -> Difference.between(plan.rules(), after)
                    .map(difference -> difference.changed().signum() > 0 || !difference.circumstances().equals(plan.rules().counts().circumstances())).orElse(true);
        };
    }

    private static AffairRules with(AffairRules rules, String path, String condition) {
        List<Question> questions = rules.questions().stream().map(question -> path.equals("questions." + question.id() + ".when")
                ? new Question(question.id(), question.kind(), question.answers(), condition, question.min(), question.max(), question.fields(), question.place())
                : question).toList();
        List<Requirement> requirements = rules.requirements().stream().map(r -> path.equals("requirements." + r.id() + ".when")
                ? new Requirement(r.id(), condition, r.evidence(), r.document(), r.place()) : r).toList();
        return new AffairRules(rules.affair(), questions, rules.exclusions(), with(rules.grounds(), "grounds.", path, condition),
                with(rules.refusals(), "refusals.", path, condition), requirements, rules.others(), rules.answersUsed());
    }

    private static List<Rule> with(List<Rule> rules, String section, String path, String condition) {
        return rules.stream().map(rule -> path.equals(section + rule.id() + ".when") ? new Rule(rule.id(), condition, rule.place()) : rule).toList();
    }

    private static boolean means(String own, String given, Vocabulary names) {
        Place nowhere = new Place("", 0);
        return Condition.parse(own, names, nowhere) instanceof Parse.Parsed(Condition one)
                && Condition.parse(given, names, nowhere) instanceof Parse.Parsed(Condition other) && one.expr().equals(other.expr());
    }
}
