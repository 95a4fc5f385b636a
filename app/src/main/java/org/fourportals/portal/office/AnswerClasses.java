package org.fourportals.portal.office;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Asked;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.Rule;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.condition.Interval;
import org.fourportals.circumstances.condition.Measure;
import org.fourportals.circumstances.condition.Parse;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * For each question one answer of every class that conditions tell apart: every choice, every selection, and of numbers and days one of each
 * stretch between the bounds that conditions name.
 */
final class AnswerClasses {

    private static final int MOST_SELECTIONS = 12;

    private final AffairPlan plan;
    private final LocalDate today;
    private final List<Expr> conditions = new ArrayList<>();

    AnswerClasses(AffairPlan plan, LocalDate today) {
        this.plan = plan;
        this.today = today;
        AffairRules rules = plan.rules().rules();
        Map<String, Type> types = new LinkedHashMap<>();
        rules.questions().forEach(question -> types.put(question.id(), question.type()));
        Vocabulary names = Vocabulary.ofQuestions(types);
        texts(rules).forEach(text -> {
            if (Condition.parse(text, names, rules.questions().getFirst().place()) instanceof Parse.Parsed(Condition condition)) {
                conditions.add(condition.expr());
            }
        });
    }

    /** Every condition of the affair; all of them were read when it was proved. */
    private static Stream<String> texts(AffairRules rules) {
        return Stream.of(rules.questions().stream().map(Question::when).filter(Objects::nonNull),
                Stream.of(rules.exclusions(), rules.grounds(), rules.refusals(), rules.others()).flatMap(List::stream).map(Rule::when),
                rules.requirements().stream().flatMap(r -> Stream.concat(Stream.of(r.when()), r.evidence().stream().map(Rule::when))))
                .flatMap(texts -> texts);
    }

    /** Whether the classes of each question stand for themselves: none where conditions reckon with several answers at once. */
    boolean areExact() {
        List<Expr.Sum> sums = new ArrayList<>();
        conditions.forEach(condition -> condition.sums(sums::add));
        return sums.isEmpty() && plan.questions().stream().noneMatch(q -> q.kind() == AffairPlan.Kind.SEVERAL_OF && q.answers().size() > MOST_SELECTIONS);
    }

    /** One answer of each class. */
    List<Answer> of(Asked question) {
        return switch (question.kind()) {
            case YES_NO -> List.of(new Answer.YesNo(true), new Answer.YesNo(false));
            case CHOICE -> question.answers().stream().<Answer>map(a -> new Answer.OneOf(a.id())).toList();
            case SEVERAL_OF -> selections(question);
            case REPEATED -> plan.rules().examples(question.id());
            case NUMBER, MONEY, DATE -> distinct(question.id(), candidates(question));
        };
    }

    private static List<Answer> selections(Asked question) {
        List<Answer> selections = new ArrayList<>();
        for (int bits = 0; bits < 1 << question.answers().size(); bits++) {
            Set<String> chosen = new LinkedHashSet<>();
            for (int i = 0; i < question.answers().size(); i++) {
                if ((bits >> i & 1) == 1) {
                    chosen.add(question.answers().get(i).id());
                }
            }
            selections.add(new Answer.Several(chosen));
        }
        return selections;
    }

    private List<Answer> distinct(String question, List<Answer> candidates) {
        List<Atom> atoms = atoms(question);
        Map<List<@Nullable Boolean>, Answer> classes = new LinkedHashMap<>();
        for (Answer candidate : candidates) {
            List<@Nullable Boolean> met = new ArrayList<>();
            atoms.forEach(atom -> met.add(atom.holds(candidate, today)));
            classes.putIfAbsent(met, candidate);
        }
        return List.copyOf(classes.values());
    }

    private List<Answer> candidates(Asked question) {
        Question rules = plan.rules().rules().questions().stream().filter(q -> q.id().equals(question.id())).findFirst().orElseThrow();
        TreeSet<BigDecimal> numbers = new TreeSet<>();
        TreeSet<LocalDate> days = new TreeSet<>(Set.of(today));
        BigDecimal step = question.kind() == AffairPlan.Kind.MONEY ? new BigDecimal("0.01") : BigDecimal.ONE;
        for (Atom atom : atoms(question.id())) {
            if (atom instanceof Atom.Within within) {
                for (Interval interval : within.intervals()) {
                    bounds(interval).forEach(bound -> {
                        numbers.addAll(List.of(bound.subtract(step), bound, bound.add(step)));
                        LocalDate day = day(within.measure(), bound);
                        days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
                    });
                }
            }
        }
        if (question.kind() == AffairPlan.Kind.DATE) {
            days.add(days.first().minusDays(1));
            days.add(days.last().plusDays(1));
            return days.stream().<Answer>map(Answer.Date::new).toList();
        }
        BigDecimal min = BigDecimal.valueOf(rules.min());
        BigDecimal max = BigDecimal.valueOf(rules.max());
        numbers.addAll(List.of(min, max));
        return numbers.stream().filter(n -> n.compareTo(min) >= 0 && n.compareTo(max) <= 0).<Answer>map(Answer.Number::new).toList();
    }

    private LocalDate day(Measure measure, BigDecimal bound) {
        long number = bound.longValue();
        return switch (measure) {
            case VALUE, COUNT -> LocalDate.ofEpochDay(Math.clamp(number, LocalDate.of(1000, 1, 1).toEpochDay(), LocalDate.of(3000, 1, 1).toEpochDay()));
            case DAYS_SINCE -> today.minusDays(Math.clamp(number, -400_000, 400_000));
            case YEARS_SINCE -> today.minusYears(Math.clamp(number, -1_000, 1_000));
        };
    }

    private static List<BigDecimal> bounds(Interval interval) {
        List<BigDecimal> bounds = new ArrayList<>();
        if (interval.low() != null) {
            bounds.add(interval.low());
        }
        if (interval.high() != null) {
            bounds.add(interval.high());
        }
        return bounds;
    }

    private List<Atom> atoms(String question) {
        List<Atom> atoms = new ArrayList<>();
        conditions.forEach(condition -> condition.atoms(atom -> {
            if (atom.name().equals(question)) {
                atoms.add(atom);
            }
        }));
        return atoms;
    }
}
