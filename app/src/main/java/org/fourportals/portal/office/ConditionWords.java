package org.fourportals.portal.office;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.fourportals.catalogue.AffairPlan;
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
        return sentence(page, plan, plan.rules().condition(section, id).expr());
    }

    /** A condition as the engine writes it; as it stands where it speaks of more than the plan's questions. */
    String of(Page page, AffairPlan plan, String condition) {
        Map<String, Type> types = new LinkedHashMap<>();
        plan.rules().rules().questions().forEach(question -> types.put(question.id(), question.type()));
        return switch (Condition.parse(condition, Vocabulary.ofQuestions(types), new Place("", 0))) {
            case Parse.Parsed(Condition parsed) -> sentence(page, plan, parsed.expr());
            case Parse.Malformed _ -> condition;
        };
    }

    private String sentence(Page page, AffairPlan plan, Expr expr) {
        return switch (expr) {
            case Expr.Always(boolean met) -> page.t(met ? "office.condition.always" : "office.condition.never");
            case Expr.And(List<Expr> parts) -> joined(page, plan, parts, "office.condition.and");
            case Expr.Or(List<Expr> parts) -> joined(page, plan, parts, "office.condition.or");
            case Expr.Not(Atom.Among(String name, var values, boolean among)) -> atom(page, plan, new Atom.Among(name, values, !among));
            case Expr.Not(Atom.Flag(String name, boolean expected)) -> page.t("office.condition.is-not", ask(page, plan, name), yesNo(page, expected));
            case Expr.Not(Expr part) -> page.t("office.condition.not", sentence(page, plan, part));
            case Expr.Sum(var coefficients, List<Interval> intervals) -> page.t("office.condition.is", sum(page, plan, coefficients),
                    ranges(page, intervals, Measure.VALUE, false));
            case Atom atom -> atom(page, plan, atom);
        };
    }

    private String joined(Page page, AffairPlan plan, List<Expr> parts, String with) {
        return parts.stream().map(part -> part instanceof Expr.And || part instanceof Expr.Or
                ? page.t("office.condition.group", sentence(page, plan, part)) : sentence(page, plan, part)).collect(Collectors.joining(page.t(with)));
    }

    private String atom(Page page, AffairPlan plan, Atom atom) {
        String ask = ask(page, plan, atom.name());
        return switch (atom) {
            case Atom.Flag(_, boolean expected) -> page.t("office.condition.is", ask, yesNo(page, expected));
            case Atom.Among(String name, var values, boolean among) -> page.t(among ? "office.condition.is" : "office.condition.is-not", ask,
                    plan.question(name).answers().stream().filter(a -> values.contains(a.id())).map(a -> page.t(a.text()))
                            .collect(Collectors.joining(page.t("office.condition.either"))));
            case Atom.Contains(String name, String value) -> page.t("office.condition.includes", ask, answer(page, plan, name, value));
            case Atom.Quantified(_, boolean every, Expr body) -> page.t(every ? "office.condition.every" : "office.condition.some", ask, body.toString());
            case Atom.Within(String name, Measure measure, List<Interval> intervals) -> page.t("office.condition.is", ask,
                    ranges(page, intervals, measure, plan.question(name).kind() == AffairPlan.Kind.DATE));
        };
    }

    private String sum(Page page, AffairPlan plan, Map<String, BigDecimal> coefficients) {
        return coefficients.entrySet().stream().map(e -> ask(page, plan, e.getKey())
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

    /** A question as it is asked, without its question mark. */
    String ask(Page page, AffairPlan plan, String question) {
        return page.t(plan.question(question).ask()).replaceAll("[?？]$", "");
    }

    private static String answer(Page page, AffairPlan plan, String question, String id) {
        return plan.question(question).answers().stream().filter(a -> a.id().equals(id)).findFirst().map(a -> page.t(a.text())).orElse(id);
    }

    private static String yesNo(Page page, boolean yes) {
        return page.t(yes ? "office.condition.yes" : "office.condition.no");
    }
}
