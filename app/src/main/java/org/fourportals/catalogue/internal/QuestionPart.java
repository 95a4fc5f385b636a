package org.fourportals.catalogue.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.fourportals.catalogue.AffairPlan.Asked;
import org.fourportals.catalogue.AffairPlan.Choice;
import org.fourportals.catalogue.AffairPlan.Kind;
import org.fourportals.catalogue.AffairPlan.Known;
import org.fourportals.catalogue.AffairPlan.Things;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.fourportals.catalogue.RecordCondition;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads `questions`: what is asked, when, and how the pool may know it already. */
final class QuestionPart {

    private static final List<String> KINDS = List.of("choice", "yes-no", "several-of", "number", "date", "money", "repeated");
    private static final List<String> THING_KINDS = List.of("choice", "yes-no", "number", "date", "money");
    private static final int MOST_THINGS = 20;
    private static final long MOST = 1_000_000_000L;
    private static final Vocabulary COUNT = Vocabulary.ofFields(Map.of("count", new Type.Number()));

    private final Draft draft;
    private final PoolNames pool;

    QuestionPart(Draft draft, PoolNames pool) {
        this.draft = draft;
        this.pool = pool;
    }

    List<Asked> read(YamlMap file) {
        List<YamlMap> entries = file.maps("questions", "question");
        List<Asked> asked = new ArrayList<>();
        List<Optional<YamlText>> whens = new ArrayList<>();
        Names names = new Names(draft.problems);
        for (YamlMap entry : entries) {
            String id = names.camel(entry);
            Kind kind = kind(entry, KINDS);
            List<Choice> answers = answers(entry, kind);
            Optional<YamlText> when = entry.findText("when");
            whens.add(when);
            List<Part> parts = kind == Kind.REPEATED ? parts(entry) : List.of();
            Question question = question(entry, id, kind, answers, parts, when.map(YamlText::value).orElse(null));
            asked.add(new Asked(id, kind, entry.words("ask"), entry.findWords("help"), answers, known(entry, question),
                    kind == Kind.REPEATED ? new Things(entry.words("one"), (int) question.max(), parts.stream().map(Part::asked).toList()) : null));
            draft.questions.add(question);
            draft.types.putIfAbsent(id, type(question));
            entry.close();
        }
        if (entries.isEmpty()) {
            draft.problems.add(file.line("questions"), "The affair asks no question", "Add at least one question under `questions`.");
        }
        checkOrder(asked, whens);
        return asked;
    }

    /** What is asked of each thing, for people and for the engine. */
    private record Part(Asked asked, Question question) {
    }

    private List<Part> parts(YamlMap entry) {
        List<Part> parts = new ArrayList<>();
        Names names = new Names(draft.problems);
        for (YamlMap part : entry.maps("fields", "field")) {
            String id = names.camel(part);
            Kind kind = kind(part, THING_KINDS);
            List<Choice> answers = answers(part, kind);
            parts.add(new Part(new Asked(id, kind, part.words("ask"), part.findWords("help"), answers, List.of(), null),
                    question(part, id, kind, answers, List.of(), null)));
            part.close();
        }
        if (parts.isEmpty()) {
            draft.problems.add(entry.line("fields"), "Nothing is asked of the things in " + entry, "List what is asked of each under `fields`.");
        }
        return parts;
    }

    private static Kind kind(YamlMap entry, List<String> kinds) {
        return Kind.valueOf(entry.oneOf("type", kinds).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** A question may depend on earlier ones only. */
    private void checkOrder(List<Asked> asked, List<Optional<YamlText>> whens) {
        Set<String> earlier = new HashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            String id = asked.get(i).id();
            whens.get(i).ifPresent(when -> draft.parse(when, Vocabulary.ofQuestions(draft.types)).ifPresent(condition -> {
                for (String name : condition.names()) {
                    if (!earlier.contains(name)) {
                        draft.problems.add(when.line(), "The question \"" + id + "\" depends on \"" + name + "\", which is not asked before it",
                                "Move \"" + name + "\" up, or change the condition.");
                    }
                }
            }));
            earlier.add(id);
        }
    }

    private List<Choice> answers(YamlMap entry, Kind kind) {
        if (kind != Kind.CHOICE && kind != Kind.SEVERAL_OF) {
            return List.of();
        }
        List<Choice> answers = new ArrayList<>();
        Names names = new Names(draft.problems);
        for (YamlMap answer : entry.maps("answers", "answer")) {
            answers.add(new Choice(names.kebab(answer), answer.words(), answer.findWords("note")));
            answer.close();
        }
        if (answers.size() < (kind == Kind.CHOICE ? 2 : 1)) {
            draft.problems.add(entry.line("answers"), "There is no choice in " + entry, "List the answers under `answers`.");
        }
        return answers;
    }

    private Question question(YamlMap entry, String id, Kind kind, List<Choice> answers, List<Part> parts, @Nullable String when) {
        Place place = draft.place(entry.line());
        List<String> ids = answers.stream().map(Choice::id).toList();
        return switch (kind) {
            case CHOICE -> Question.choice(id, ids, when, place);
            case SEVERAL_OF -> Question.severalOf(id, ids, when, place);
            case YES_NO -> Question.yesNo(id, when, place);
            case DATE -> Question.date(id, when, place);
            case NUMBER -> Question.number(id, least(entry), most(entry), when, place);
            case MONEY -> Question.money(id, least(entry), most(entry), when, place);
            case REPEATED -> Question.repeated(id, parts.stream().map(Part::question).toList(), mostThings(entry), when, place);
        };
    }

    private long least(YamlMap entry) {
        return limit(entry, "min", 0);
    }

    private long most(YamlMap entry) {
        long most = limit(entry, "max", MOST);
        if (entry.has("min") && most < limit(entry, "min", most)) {
            draft.problems.add(entry.line("max"), "`max` is less than `min` in " + entry, "Exchange them.");
        }
        return most;
    }

    private long mostThings(YamlMap entry) {
        if (!entry.has("max")) {
            draft.problems.add(entry.line(), entry + " has no \"max\"", "Say how many things there can be at most, as in `max: 6`.");
        }
        return Objects.requireNonNull(entry.number("max", 1L, 1, MOST_THINGS));
    }

    private long limit(YamlMap entry, String key, long standard) {
        if (!entry.has(key)) {
            draft.problems.add(entry.line(), entry + " has no \"" + key + "\"", "Add `min` and `max`, the limits of what can be answered.");
        }
        return Objects.requireNonNull(entry.number(key, standard, -MOST, MOST));
    }

    static Type type(Question question) {
        return question.type();
    }

    private List<Known> known(YamlMap question, Question declared) {
        List<Known> list = new ArrayList<>();
        for (YamlMap entry : question.maps("known", "\"known\" of " + question)) {
            Optional<SharedDataset> dataset = pool.dataset(entry, "from");
            String of = pool.role(entry);
            RecordCondition where = pool.where(entry, dataset);
            boolean none = entry.flag("none", false);
            Optional<YamlText> count = entry.findText("count");
            if (none && count.isPresent()) {
                draft.problems.add(entry.line("count"), "`none` and `count` stand together in " + entry, "Keep one of them.");
            }
            list.add(new Known(entry.string("from"), of, where, none, count.map(this::count).orElse(null), is(entry, declared),
                    field(entry, declared, dataset)));
            entry.close();
        }
        checkWhole(question, declared, list);
        return list;
    }

    /** Of several, all are known or none: an answer the records never speak of would silently count as not chosen. */
    private void checkWhole(YamlMap question, Question declared, List<Known> known) {
        if (declared.kind() != Question.Kind.SEVERAL_OF || known.isEmpty()) {
            return;
        }
        Set<String> spoken = known.stream().map(k -> String.valueOf(k.is())).collect(Collectors.toSet());
        for (String answer : declared.answers()) {
            if (!spoken.contains(answer)) {
                draft.problems.add(question.line("known"), "`known` of " + question + " does not say how \"" + answer + "\" is known",
                        "Add it, or leave the whole question to the resident.");
            }
        }
    }

    private @Nullable RecordCondition count(YamlText text) {
        return draft.parse(new YamlText("count " + text.value(), text.line()), COUNT).map(RecordCondition::new).orElse(null);
    }

    private @Nullable String is(YamlMap entry, Question question) {
        Optional<YamlText> is = entry.findText("is");
        if (is.isPresent() == entry.has("field")) {
            draft.problems.add(entry.line(), "It is not clear what " + entry + " answers",
                    "Write either `is`, the answer, or `field`, whose value is the answer.");
        }
        is.ifPresent(answer -> {
            switch (question.kind()) {
                case CHOICE, SEVERAL_OF ->
                    draft.refersTo(answer.value(), question.answers(), answer.line(), "answer", "the answers of the question");
                case YES_NO -> draft.refersTo(answer.value(), List.of("yes", "no"), answer.line(), "answer", "the answers of the question");
                case NUMBER, MONEY -> {
                    if (!answer.value().matches("-?[0-9]{1,12}(\\.[0-9]{1,2})?")) {
                        draft.problems.add(answer.line(), "The answer \"" + answer.value() + "\" is not a number", "Write digits only.");
                    }
                }
                case DATE -> draft.problems.add(answer.line(), "`is` cannot answer a question for a date", "Write `field` instead.");
                case REPEATED -> draft.problems.add(answer.line(), "`is` cannot answer a repeated question", "Let the resident answer it.");
            }
        });
        return is.map(YamlText::value).orElse(null);
    }

    private @Nullable String field(YamlMap entry, Question question, Optional<SharedDataset> dataset) {
        Optional<YamlText> field = entry.findText("field");
        if (field.isEmpty()) {
            return null;
        }
        dataset.flatMap(d -> pool.fieldType(d, field.get().value(), field.get().line())).ifPresent(type -> {
            Set<String> fitting = switch (question.kind()) {
                case NUMBER -> Set.of("integer");
                case MONEY -> Set.of("money", "decimal", "integer");
                case DATE -> Set.of("date", "datetime");
                case CHOICE, YES_NO, SEVERAL_OF, REPEATED -> Set.of();
            };
            if (!fitting.contains(type)) {
                draft.problems.add(field.get().line(), "The field \"" + field.get().value() + "\" is of type " + type
                        + " and cannot answer a question of type " + question.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        fitting.isEmpty() ? "Write `where` and `is` instead." : "Choose a field of type " + String.join(" or ", fitting) + ".");
            }
        });
        if (entry.has("none") || entry.has("count")) {
            draft.problems.add(field.get().line(), "`field` cannot stand with `none` or `count` in " + entry, "Write `is` instead.");
        }
        return field.get().value();
    }
}
