package org.fourportals.portal.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.fourportals.casework.AnswerText;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Asked;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Field;
import org.fourportals.portal.kit.Problem;
import org.springframework.util.MultiValueMap;

/**
 * Several things of one kind (children, shareholders) as they are typed, one set of boxes each, and as they are kept. What was typed stays as
 * it is, right or wrong, until the whole is right.
 */
public record TypedThings(Asked question, List<Map<String, String>> things) {

    private static final int LONGEST = 40;
    private static final String COUNT = "things";

    /** The boxes of one thing, with what is wrong in them. */
    public record Boxes(int number, String anchor, List<Box> boxes) {
    }

    /** One box, radio group or date. */
    public record Box(Asked asked, Field field, List<Choice> choices, DayParts day) {
    }

    static TypedThings kept(Asked question, String text) {
        return new TypedThings(question, AnswerText.things(text));
    }

    /** What the form holds; more things than there may be are not read. */
    static TypedThings sent(Asked question, MultiValueMap<String, String> sent) {
        List<Map<String, String>> things = new ArrayList<>();
        for (int i = 0; i < Math.min(count(sent), question.ofEach().most()); i++) {
            Map<String, String> thing = new HashMap<>();
            for (Asked field : question.ofEach().fields()) {
                thing.put(field.id(), value(field, name(i, field), sent));
            }
            things.add(thing);
        }
        return new TypedThings(question, things);
    }

    private static int count(MultiValueMap<String, String> sent) {
        String count = first(sent, COUNT);
        return count.matches("\\d{1,3}") ? Integer.parseInt(count) : 0;
    }

    private static String value(Asked field, String name, MultiValueMap<String, String> sent) {
        String value = field.kind() == AffairPlan.Kind.DATE
                ? DayParts.typed(first(sent, name + "-year"), first(sent, name + "-month"), first(sent, name + "-day")).text() : first(sent, name).strip();
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("");
    }

    private static String name(int thing, Asked field) {
        return "answer." + thing + "." + field.id();
    }

    /** What the pressed button asks for: another thing, one less, or empty to go on. */
    Optional<TypedThings> changed(String act) {
        if (act.equals("add") && things.size() < question.ofEach().most()) {
            List<Map<String, String>> more = new ArrayList<>(things);
            more.add(Map.of());
            return Optional.of(new TypedThings(question, more));
        }
        if (act.matches("remove\\.\\d{1,3}")) {
            List<Map<String, String>> fewer = new ArrayList<>(things);
            int at = Integer.parseInt(act.substring("remove.".length()));
            if (at < fewer.size()) {
                fewer.remove(at);
            }
            return Optional.of(new TypedThings(question, fewer));
        }
        return Optional.empty();
    }

    /** As {@link AnswerText} reads it; not an answer as long as something is wrong. */
    String text() {
        return things.isEmpty() ? "none" : things.stream().map(thing -> question.ofEach().fields().stream()
                .map(field -> field.id() + ":" + thing.getOrDefault(field.id(), "").replaceAll("[,;]", " ")).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    /** What is wrong, box by box. `rule` is the engine's question, with the ranges. */
    List<Problem> problems(Page page, Question rule) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            for (Asked field : question.ofEach().fields()) {
                int number = i + 1;
                String name = name(i, field);
                fault(page, field, things.get(i).getOrDefault(field.id(), ""), rule)
                        .ifPresent(fault -> problems.add(new Problem(name, page.t("apply.things.fault", page.t(question.ofEach().one()), number, fault))));
            }
        }
        return problems;
    }

    private static Optional<String> fault(Page page, Asked field, String typed, Question rule) {
        var answer = AnswerText.read(field, List.of(typed));
        if (answer.isEmpty()) {
            return Optional.of(page.t("apply.question.fault." + AnswerFault.key(field.kind())));
        }
        Question range = rule.fields().stream().filter(f -> f.id().equals(field.id())).findFirst().orElseThrow();
        return switch (answer.get()) {
            case Answer.Number(var number) when number.doubleValue() < range.min() || number.doubleValue() > range.max() ->
                Optional.of(page.t("apply.question.fault.range", range.min(), range.max()));
            case Answer.Number(var number) when field.kind() == AffairPlan.Kind.NUMBER && number.stripTrailingZeros().scale() > 0 ->
                Optional.of(page.t("apply.question.fault.number"));
            case Answer.OneOf(var id) when !range.answers().contains(id) ->
                Optional.of(page.t("apply.question.fault.choose"));
            default -> Optional.empty();
        };
    }

    /** The boxes to show. */
    List<Boxes> boxes(Page page, List<Problem> problems, Question rule) {
        List<Boxes> all = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            Map<String, String> thing = things.get(i);
            List<Box> boxes = new ArrayList<>();
            for (Asked field : question.ofEach().fields()) {
                String name = name(i, field);
                String value = thing.getOrDefault(field.id(), "");
                boxes.add(new Box(field, Field.of(name, page.t(field.ask())).hint(field.help() == null ? null : page.t(field.help()))
                        .value(value).error(Problem.of(problems, name) == null ? null : fault(page, field, value, rule).orElse(null)), QuestionPage.choices(page, field), DayParts.of(value)));
            }
            all.add(new Boxes(i + 1, "thing-" + (i + 1), boxes));
        }
        return all;
    }
}
