package org.fourportals.circumstances.dmn;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.Requirement;
import org.fourportals.circumstances.Rule;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.condition.Fault;
import org.fourportals.circumstances.condition.Parse;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Vocabulary;
import org.fourportals.circumstances.condition.Wording;
import org.fourportals.circumstances.condition.Written;

/**
 * Reads a DMN model of decision tables (DMN 1.3 to 1.5) back into an affair's rules: its inputs become questions, its rows conditions,
 * its outputs the ids of rules. Our own exports come back with the same checklist in every circumstance; a table that was
 * drawn in another tool becomes the section after which it is named, else requirements. What cannot be followed exactly is
 * refused with file, line, what and how to mend it; nothing is left out in silence. A file is never trusted: no entity,
 * no DTD and nothing outside it is looked up.
 */
public final class DmnImport {

    private static final int MOST_PROBLEMS = 100;
    private static final int LONGEST = 4_000;

    private final Node root;
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private DmnImport(Node root, String file) {
        this.root = root;
        this.file = file;
    }

    /** Reads a file's content; `file` is its name, for messages. Never throws on a bad file. */
    public static Imported read(String xml, String file) {
        try {
            return new DmnImport(Node.read(xml, file), file).imported();
        } catch (CannotRead cannot) {
            return new Imported.Refused(List.of(cannot.problem));
        }
    }

    private Imported imported() {
        ModelChecks.check(root, problems);
        if (!problems.isEmpty()) {
            return refused();
        }
        ImportedInputs inputs = new ImportedInputs(root, problems, notes);
        if (!problems.isEmpty()) {
            return refused();
        }
        ImportedTables tables = new ImportedTables(inputs, problems);
        if (!problems.isEmpty()) {
            return refused();
        }
        AffairRules rules = rules(inputs, tables);
        check(rules);
        return problems.isEmpty() ? new Imported.Read(rules, root.attribute("name").orElse(rules.affair()), inputs.words(), notes) : refused();
    }

    private Imported refused() {
        return new Imported.Refused(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
    }

    private AffairRules rules(ImportedInputs inputs, ImportedTables tables) {
        Map<String, Type> types = inputs.types();
        Map<Section, List<Rule>> sections = new EnumMap<>(Section.class);
        for (Section section : Names.TABLES.keySet()) {
            List<Rule> rules = new ArrayList<>();
            tables.section(section).forEach((id, given) -> rules.add(new Rule(id, Written.of(given.when(), types), given.place())));
            sections.put(section, rules);
        }
        if (!tables.has(Section.GROUND)) {
            List<Expr> refused = tables.section(Section.REFUSAL).values().stream().map(ImportedTables.Given::when).toList();
            sections.get(Section.GROUND).add(new Rule("accepted", Written.of(Joined.not(Joined.or(refused)), types), root.place));
            notes.add(root.place + ": The model has no table of grounds; whatever it does not refuse is accepted, on the ground “accepted”.");
        }
        List<Requirement> requirements = sections.get(Section.REQUIREMENT).stream()
                .map(rule -> new Requirement(rule.id(), rule.when(), true, rule.place())).toList();
        if (!requirements.isEmpty()) {
            notes.add(root.place + ": A model does not say by what a requirement is satisfied; each counts as satisfiable until evidence is named.");
        }
        notes.addAll(tables.notes());
        return new AffairRules(affair(), inputs.questions(), sections.get(Section.EXCLUSION), sections.get(Section.GROUND),
                sections.get(Section.REFUSAL), requirements, sections.get(Section.OTHER), tables.written());
    }

    /** An id for the affair: as it was exported, or from the model's name. */
    private String affair() {
        String exported = "urn:fourportals:affair:";
        Optional<String> space = root.attribute("namespace").filter(name -> name.startsWith(exported));
        String name = space.map(full -> full.substring(exported.length())).or(() -> root.attribute("name")).orElse(file);
        String id = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        return id.isEmpty() ? "imported" : id;
    }

    /** All conditions are read once as the engine will read them, so that a wrong one is told with the line of its table. */
    private void check(AffairRules rules) {
        Map<String, Type> types = new LinkedHashMap<>();
        rules.questions().forEach(question -> types.put(question.id(), question.type()));
        Vocabulary vocabulary = Vocabulary.ofQuestions(types);
        rules.questions().stream().filter(question -> question.when() != null)
                .forEach(question -> check(question.when(), vocabulary, question.place(), "When “" + question.id() + "” is asked"));
        List<Rule> all = new ArrayList<>(rules.exclusions());
        all.addAll(rules.grounds());
        all.addAll(rules.refusals());
        all.addAll(rules.others());
        rules.requirements().forEach(requirement -> all.add(new Rule(requirement.id(), requirement.when(), requirement.place())));
        Set<String> told = new TreeSet<>();
        all.forEach(rule -> {
            if (told.add(rule.when())) {
                check(rule.when(), vocabulary, rule.place(), "What gives “" + Wording.brief(rule.id()) + "”");
            }
        });
    }

    private void check(String text, Vocabulary vocabulary, Place place, String whose) {
        if (text.length() > LONGEST) {
            problems.add(new Problem(Problem.Kind.TOO_LARGE, place, whose + " is too long as one condition: " + text.length() + " characters, more than "
                    + LONGEST + ".", "Let its rows look at fewer columns, or give some of them another output.", null));
        } else if (Condition.parse(text, vocabulary, place) instanceof Parse.Malformed(List<Fault> faults)) {
            faults.stream().limit(MOST_PROBLEMS).forEach(fault -> problems.add(new Problem(kind(fault), place, whose + ": " + fault.message(), fault.remedy(), null)));
        }
    }

    private static Problem.Kind kind(Fault fault) {
        return switch (fault.cause()) {
            case SYNTAX -> Problem.Kind.SYNTAX;
            case UNKNOWN_NAME -> Problem.Kind.UNKNOWN_NAME;
            case UNKNOWN_ANSWER -> Problem.Kind.UNKNOWN_ANSWER;
            case WRONG_TYPE -> Problem.Kind.WRONG_TYPE;
            case TOO_LARGE -> Problem.Kind.TOO_LARGE;
        };
    }

    /** The question of an input, with its condition. */
    static Question asked(Question question, String when) {
        return new Question(question.id(), question.kind(), question.answers(), when, question.min(), question.max(), question.fields(), question.place());
    }
}
