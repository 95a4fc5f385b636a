package org.fourportals.catalogue.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.City;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.Rule;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Fault;
import org.fourportals.circumstances.condition.Parse;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Vocabulary;
import org.jspecify.annotations.Nullable;

/** What the parts of one affair's file share while it is read: the city's names, the questions so far, and the problems. */
final class Draft {

    final City city;
    final Affair affair;
    final Problems problems;
    private final String file;
    final List<Question> questions = new ArrayList<>();
    final Map<String, Type> types = new LinkedHashMap<>();
    final List<Rule> others = new ArrayList<>();

    Draft(City city, Affair affair, String file, Problems problems) {
        this.city = city;
        this.affair = affair;
        this.file = file;
        this.problems = problems;
    }

    Place place(int line) {
        return new Place(file, line);
    }

    /** Checks that a name is one of those which `where` lists. */
    boolean refersTo(String name, Collection<String> names, int line, String what, String where) {
        if (names.contains(name)) {
            return true;
        }
        problems.add(line, "There is no " + what + " \"" + name + "\"", Suggestion.forName(name, names, where));
        return false;
    }

    /** A required condition over the questions; checked here, so that its faults carry its own line. */
    YamlText condition(YamlMap entry, String key) {
        YamlText text = entry.plain(key);
        if (entry.has(key)) {
            parse(text, Vocabulary.ofQuestions(types));
        }
        return text;
    }

    /** An optional condition over the questions under which something applies; null where it always does. Returns its id among the others. */
    @Nullable String other(YamlMap entry, String key, String id) {
        Optional<YamlText> text = entry.findText(key);
        if (text.isEmpty()) {
            return null;
        }
        parse(text.get(), Vocabulary.ofQuestions(types));
        if (text.get().value().equals("true") && !key.equals("instant")) {
            return null;
        }
        others.add(new Rule(id, text.get().value(), place(text.get().line())));
        return id;
    }

    /** A condition over the names of the vocabulary; empty after leaving its faults as problems. */
    Optional<Condition> parse(YamlText text, Vocabulary vocabulary) {
        return switch (Condition.parse(text.value(), vocabulary, place(text.line()))) {
            case Parse.Parsed(Condition condition) -> Optional.of(condition);
            case Parse.Malformed(List<Fault> faults) -> {
                faults.forEach(f -> problems.add(text.line(), "In the condition `" + text.value() + "`, column " + f.column() + ": "
                        + withoutStop(f.message()), f.remedy()));
                yield Optional.empty();
            }
        };
    }

    static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
