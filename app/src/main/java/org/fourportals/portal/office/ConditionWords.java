package org.fourportals.portal.office;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fourportals.casework.AnswerText;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Asked;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.condition.Interval;
import org.fourportals.circumstances.condition.Measure;
import org.fourportals.circumstances.condition.Parse;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Vocabulary;
import org.fourportals.portal.Page;
import org.springframework.stereotype.Component;

/** Says conditions and answers in the words of the questions, so that an editor who never programmed can read them aloud. */
@Component("office.ConditionWords")
class ConditionWords {

    /** When a rule holds. */
    String of(Page page, AffairPlan plan, Section section, String id) {
        return sentence(page, plan::question, plan.rules().condition(section, id).expr());
    }

    /** A condition as the engine writes it; as it stands where it speaks of more than the plan's questions. */
    String of(Page page, AffairPlan plan, String condition) {
        Map<String, Type> types = new LinkedHashMap<>();
        plan.rules().rules().questions().forEach(question -> types.put(question.id(), question.type()));
        return switch (Condition.parse(condition, Vocabulary.ofQuestions(types), new Place("", 0))) {
            case Parse.Parsed(Condition parsed) -> sentence(page, plan::question, parsed.expr());
            case Parse.Malformed _ -> condition;
        };
    }

    private String sentence(Page page, Function<String, Asked> names, Expr expr) {
        return switch (expr) {
            case Expr.Always(boolean met) -> page.t(met ? "office.condition.always" : "office.condition.never");
            case Expr.And(List<Expr> parts) -> joined(page, names, parts, "office.condition.and");
            case Expr.Or(List<Expr> parts) -> joined(page, names, parts, "office.condition.or");
            case Expr.Not(Atom.Among(String name, var values, boolean among)) -> atom(page, names, new Atom.Among(name, values, !among));
            case Expr.Not(Atom.Flag(String name, boolean expected)) -> page.t("office.condition.is-not", ask(page, names, name), yesNo(page, expected));
            case Expr.Not(Expr part) -> page.t("office.condition.not", sentence(page, names, part));
            case Expr.Sum(var coefficients, List<Interval> intervals) -> page.t("office.condition.is", sum(page, names, coefficients),
                    ranges(page, intervals, Measure.VALUE, false));
            case Atom atom -> atom(page, names, atom);
        };
    }

    private String joined(Page page, Function<String, Asked> names, List<Expr> parts, String with) {
        return parts.stream().map(part -> part instanceof Expr.And || part instanceof Expr.Or
                ? page.t("office.condition.group", sentence(page, names, part)) : sentence(page, names, part)).collect(Collectors.joining(page.t(with)));
    }

    private String atom(Page page, Function<String, Asked> names, Atom atom) {
        String ask = ask(page, names, atom.name());
        return switch (atom) {
            case Atom.Flag(_, boolean expected) -> page.t("office.condition.is", ask, yesNo(page, expected));
            case Atom.Among(String name, var values, boolean among) -> page.t(among ? "office.condition.is" : "office.condition.is-not", ask,
                    names.apply(name).answers().stream().filter(a -> values.contains(a.id())).map(a -> page.t(a.text()))
                            .collect(Collectors.joining(page.t("office.condition.either"))));
            case Atom.Contains(String name, String value) -> page.t("office.condition.includes", ask, answer(page, names, name, value));
            case Atom.Quantified(String name, boolean every, Expr body) -> page.t(every ? "office.condition.every" : "office.condition.some", ask,
                    sentence(page, fieldsOf(names.apply(name)), body));
            case Atom.Within(_, Measure measure, List<Interval> intervals) when measure == Measure.COUNT -> page.t("office.condition.count", ask,
                    ranges(page, intervals, measure, false));
            case Atom.Within(String name, Measure measure, List<Interval> intervals) -> page.t("office.condition.is", ask,
                    ranges(page, intervals, measure, names.apply(name).kind() == AffairPlan.Kind.DATE));
        };
    }

    private String sum(Page page, Function<String, Asked> names, Map<String, BigDecimal> coefficients) {
        return coefficients.entrySet().stream().map(e -> ask(page, names, e.getKey())
                + (e.getValue().compareTo(BigDecimal.ONE) == 0 ? "" : " × " + e.getValue().toPlainString())).collect(Collectors.joining(" + "));
    }

    private static String ranges(Page page, List<Interval> intervals, Measure measure, boolean date) {
        return intervals.stream().map(i -> range(page, i, measure, date)).collect(Collectors.joining(page.t("office.condition.either")));
    }

    private static String range(Page page, Interval interval, Measure measure, boolean date) {
        String unit = date ? measure.name().toLowerCase(Locale.ROOT).replace('_', '-') : "value";
        String low = end(page, interval.low(), measure, date);
        String high = end(page, interval.high(), measure, date);
        String range = low.equals(high) ? low : high.isEmpty() ? page.t(interval.lowIncluded() ? "office.condition.from" : "office.condition.above", low)
                : low.isEmpty() ? page.t(interval.highIncluded() ? "office.condition.to" : "office.condition.below", high)
                : page.t("office.condition.between", low + (interval.lowIncluded() ? "" : page.t("office.condition.without")),
                        high + (interval.highIncluded() ? "" : page.t("office.condition.without")));
        return page.t("office.condition.unit." + unit, range);
    }

    private static String end(Page page, @org.jspecify.annotations.Nullable BigDecimal end, Measure measure, boolean date) {
        return end == null ? "" : date && measure == Measure.VALUE ? page.date(LocalDate.ofEpochDay(end.longValue())) : end.toPlainString();
    }

    private static Function<String, Asked> fieldsOf(Asked repeated) {
        return name -> repeated.ofEach().fields().stream().filter(field -> field.id().equals(name)).findFirst().orElseThrow();
    }

    private static String ask(Page page, Function<String, Asked> names, String question) {
        return page.t(names.apply(question).ask()).replaceAll("[?？]$", "");
    }

    /** A question as it is asked, without its question mark. */
    String ask(Page page, AffairPlan plan, String question) {
        return ask(page, plan::question, question);
    }

    /** Several things, as they are kept, in one line of words. */
    static String things(Page page, AffairPlan.Things things, String answer) {
        List<Map<String, String>> all = AnswerText.things(answer);
        return all.isEmpty() ? page.t("office.explore.nothing") : all.stream().map(thing -> things.fields().stream()
                .map(field -> ask(page, _ -> field, field.id()) + page.t("casefile.colon") + value(page, field, thing.getOrDefault(field.id(), "")))
                .collect(Collectors.joining(page.t("office.condition.also"), page.t(things.one()) + " (", ")"))).collect(Collectors.joining(" + "));
    }

    private static String value(Page page, Asked field, String value) {
        return field.kind() == AffairPlan.Kind.YES_NO ? yesNo(page, value.equals("yes")) : answer(page, _ -> field, field.id(), value);
    }

    /** An answer as its question words it, `yes` and `no` included. */
    String answer(Page page, AffairPlan plan, String question, String answer) {
        boolean yesNo = plan.questions().stream().anyMatch(q -> q.id().equals(question) && q.kind() == AffairPlan.Kind.YES_NO);
        return yesNo ? yesNo(page, answer.equals("yes")) : plan.questions().stream().filter(q -> q.id().equals(question)).findFirst()
                .map(_ -> answer(page, plan::question, question, answer)).orElse(answer);
    }

    private static String answer(Page page, Function<String, Asked> names, String question, String id) {
        return names.apply(question).answers().stream().filter(a -> a.id().equals(id)).findFirst().map(a -> page.t(a.text())).orElse(id);
    }

    private static String yesNo(Page page, boolean yes) {
        return page.t(yes ? "office.condition.yes" : "office.condition.no");
    }
}
