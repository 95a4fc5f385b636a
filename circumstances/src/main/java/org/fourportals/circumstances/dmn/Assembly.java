package org.fourportals.circumstances.dmn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Measure;
import org.fourportals.circumstances.terms.Column;
import org.fourportals.circumstances.terms.ReadRules;
import org.fourportals.circumstances.terms.Term;
import org.jspecify.annotations.Nullable;

/** Puts a model together from an affair's rules. */
final class Assembly {

    /** A table of more rows nobody reads; its longest conditions become expressions. */
    static final int MOST_ROWS = 200;
    static final String LIST_OF_IDS = "listOfIds";

    private final ReadRules read;
    private final Names names;
    private final Map<String, String> words;
    private final Map<String, Element> elements = new TreeMap<>();
    private final List<Element> ordered = new ArrayList<>();

    Assembly(ReadRules read, Names names, Map<String, String> words) {
        this.read = read;
        this.names = names;
        this.words = words;
        List<Question> questions = read.rules().questions();
        questions.forEach(question -> add(input(question)));
        if (questions.stream().anyMatch(Assembly::hasDays)) {
            add(new Element.Input(names.today(), names.today(), "date", List.of()));
        }
        for (int q = 0; q < questions.size(); q++) {
            addValue(q);
        }
        read.sections().forEach(this::addTable);
        addOutcome();
        addWritten();
    }

    List<Element> elements() {
        return ordered;
    }

    private void add(Element element) {
        elements.put(element.name(), element);
        ordered.add(element);
    }

    private Element.Input input(Question question) {
        List<String> own = new ArrayList<>();
        if (!names.input(question.id()).equals(question.id())) {
            own.addAll(List.of("id", question.id()));
        }
        if (question.kind() == Question.Kind.MONEY) {
            own.addAll(List.of("kind", "money"));
        }
        if (question.kind() == Question.Kind.REPEATED) {
            own.addAll(List.of("most", String.valueOf(question.max())));
        }
        return new Element.Input(names.input(question.id()), label(question.id()), type(question), own);
    }

    private String label(String question) {
        return words.getOrDefault(question, question);
    }

    /** The type of a question's value; questions with listed or bounded values have a type of their own. */
    static String type(Question question) {
        return switch (question.kind()) {
            case YES_NO -> "boolean";
            case DATE -> "date";
            case CHOICE, SEVERAL_OF, NUMBER, MONEY, REPEATED -> question.id() + "Type";
        };
    }

    private static boolean hasDays(Question question) {
        return question.kind() == Question.Kind.DATE || question.fields().stream().anyMatch(Assembly::hasDays);
    }

    private static boolean isSince(Column column) {
        return column instanceof Column.Stretches stretches && stretches.measure() != Measure.VALUE;
    }

    /** The question's value, null where it is not asked, and the measures of a day that conditions need. */
    private void addValue(int q) {
        Question question = read.rules().questions().get(q);
        String value = names.value(question.id(), Measure.VALUE);
        String input = names.input(question.id());
        if (!value.equals(input)) {
            Feel feel = new Feel(names);
            String when = feel.expression(read.whens().get(q).expr());
            Set<String> needs = feel.used();
            needs.add(input);
            add(new Element.Formula(value, label(question.id()), type(question), needs,
                    "if " + when + " then " + input + " else null"));
        }
        for (Column column : read.columns().list()) {
            if (column.question() == q && isSince(column)) {
                Measure measure = ((Column.Stretches) column).measure();
                add(new Element.Formula(names.value(question.id(), measure), label(question.id()), "number",
                        measure == Measure.COUNT ? Set.of(value) : new TreeSet<>(Set.of(value, names.today())),
                        Feel.since(measure, value, names.today())));
            }
        }
    }

    private void addTable(Section section, List<ReadRules.Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        String name = names.table(section);
        Map<String, List<Term>> terms = alternatives(entries);
        Map<String, String> decisions = new HashMap<>();
        for (ReadRules.Entry entry : entries) {
            if (!terms.containsKey(entry.id())) {
                decisions.put(entry.id(), addCondition(name, decisions.size() + 1, entry));
            }
        }
        List<Integer> looked = terms.values().stream().flatMap(List::stream).flatMap(term -> term.classes().keySet().stream())
                .distinct().sorted().toList();
        List<Element.Clause> clauses = new ArrayList<>();
        Set<String> needs = new TreeSet<>(decisions.values());
        for (int column : looked) {
            clauses.add(clause(read.columns().list().get(column), needs));
        }
        List<String> conditions = decisions.values().stream().sorted().toList();
        conditions.forEach(decision -> clauses.add(new Element.Clause(decision, decision, "boolean")));
        if (clauses.isEmpty()) { // all its rules are met always, yet a table looks at something
            clauses.add(new Element.Clause("true", "true", "boolean"));
        }
        List<Element.Row> rows = new ArrayList<>();
        for (ReadRules.Entry entry : entries) {
            String decision = decisions.get(entry.id());
            for (Term term : terms.getOrDefault(entry.id(), List.of(new Term(Map.of())))) {
                rows.add(new Element.Row(tests(term, decision, looked, conditions, clauses.size()), entry.id()));
            }
        }
        add(new Element.Table(name, name, LIST_OF_IDS, needs, clauses, rows));
    }

    /** The alternatives of those conditions that are written as rows, the shortest first until the table is full. */
    private Map<String, List<Term>> alternatives(List<ReadRules.Entry> entries) {
        Map<String, List<Term>> found = new HashMap<>();
        for (ReadRules.Entry entry : entries) {
            read.columns().alternatives(entry.condition(), MOST_ROWS).ifPresent(terms -> found.put(entry.id(), terms));
        }
        int rows = 0;
        Map<String, List<Term>> kept = new HashMap<>();
        int longest = entries.size() - found.size();
        for (String id : found.keySet().stream().sorted(Comparator.comparing((String one) -> found.get(one).size())
                .thenComparing(Comparator.naturalOrder())).toList()) {
            int size = found.get(id).size();
            if (size <= 1 || rows + size + longest <= MOST_ROWS) {
                kept.put(id, found.get(id));
                rows += size;
            }
        }
        return kept;
    }

    private String addCondition(String table, int number, ReadRules.Entry entry) {
        Feel feel = new Feel(names);
        String text = feel.expression(entry.condition().expr());
        String name = names.fresh(table + "Condition" + number);
        add(new Element.Formula(name, entry.id(), "boolean", feel.used(), text));
        return name;
    }

    private Element.Clause clause(Column column, Set<String> needs) {
        Question question = read.rules().questions().get(column.question());
        Measure measure = column instanceof Column.Stretches stretches ? stretches.measure() : Measure.VALUE;
        String value = names.value(question.id(), measure);
        needs.add(value);
        return switch (column) {
            case Column.Part(_, String answer) -> new Element.Clause(label(question.id()) + ": " + answer,
                    "if " + value + " = null then null else " + Feel.contained(value, answer), "boolean");
            case Column.Said(_, Atom.Quantified said) -> {
                Feel feel = new Feel(names);
                String text = "if " + value + " = null then null else " + feel.said(value, said);
                needs.addAll(feel.used());
                yield new Element.Clause(label(question.id()), text, "boolean");
            }
            case Column.Flag _, Column.Choice _ -> new Element.Clause(label(question.id()), value, type(question));
            case Column.Stretches _ -> new Element.Clause(measure == Measure.VALUE ? label(question.id()) : value, value,
                    measure == Measure.VALUE ? type(question) : "number");
        };
    }

    private List<String> tests(Term term, @Nullable String decision, List<Integer> looked,
            List<String> conditions, int width) {
        List<String> tests = new ArrayList<>();
        for (int column : looked) {
            BitSet classes = term.classes().get(column);
            Column at = read.columns().list().get(column);
            String id = read.rules().questions().get(at.question()).id();
            boolean day = at instanceof Column.Stretches stretches && names.isDay(names.value(id, stretches.measure()));
            tests.add(classes == null ? "-" : Feel.test(at, classes, day));
        }
        conditions.forEach(condition -> tests.add(condition.equals(decision) ? "true" : "-"));
        while (tests.size() < width) {
            tests.add("-");
        }
        return tests;
    }

    /** What comes out as the resident is told: the checklist is one of accepted circumstances only. */
    private void addOutcome() {
        Map<Section, String> tables = new EnumMap<>(Section.class);
        for (Section section : List.of(Section.GROUND, Section.REFUSAL, Section.REQUIREMENT, Section.EXCLUSION)) {
            if (elements.containsKey(names.table(section))) {
                tables.put(section, names.table(section));
            }
        }
        add(new Element.Formula(names.outcome(), names.outcome(), "Any", new TreeSet<>(tables.values()), outcome(tables)));
    }

    /** The expression that says how it ends, given what the tables are called that there are. */
    static String outcome(Map<Section, String> tables) {
        String refusals = ids(tables, Section.REFUSAL);
        String state = "if count(" + ids(tables, Section.EXCLUSION) + ") > 0 then \"impossible\" else if count(" + refusals
                + ") > 0 then \"refused\" else \"accepted\"";
        return "{state: " + state + ", grounds: " + ids(tables, Section.GROUND) + ", refusals: " + refusals
                + ", requirements: if state = \"accepted\" then " + ids(tables, Section.REQUIREMENT) + " else []}";
    }

    private static String ids(Map<Section, String> tables, Section section) {
        String table = tables.get(section);
        return table == null ? "[]" : "(if " + table + " = null then [] else distinct values(" + table + "))";
    }

    /** The answers themselves that the result writes down, so that none is asked for in vain. */
    private void addWritten() {
        List<String> values = read.rules().questions().stream().map(Question::id).filter(read.rules().answersUsed()::contains)
                .map(id -> names.value(id, Measure.VALUE)).toList();
        if (!values.isEmpty()) {
            add(new Element.Formula(names.written(), names.written(), "Any", new TreeSet<>(values), "[" + String.join(", ", values) + "]"));
        }
    }
}
