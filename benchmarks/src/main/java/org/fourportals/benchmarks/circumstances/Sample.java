package org.fourportals.benchmarks.circumstances;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.terms.Column;
import org.fourportals.circumstances.terms.ReadRules;

/** Circumstances of an affair, to be evaluated. */
final class Sample {

    private final ReadRules read;
    private final LocalDate today;
    private final List<List<Answer>> answers = new ArrayList<>();

    /** For an affair on a day. */
    Sample(AffairRules rules, LocalDate today) {
        this.read = ReadRules.of(rules);
        this.today = today;
        for (int q = 0; q < rules.questions().size(); q++) {
            answers.add(answers(q, rules.questions().get(q)));
        }
    }

    /**
     * All circumstances, one for each combination that conditions tell apart (of numbers and days one on either side of
     * every border), if they are at most so many; else none. What is not `possible` already by its first answers is left out.
     */
    List<Facts> all(int most, Predicate<Facts> possible) {
        List<Facts> circumstances = List.of(Facts.none());
        for (int q = 0; q < answers.size(); q++) {
            List<Facts> longer = new ArrayList<>();
            String id = read.rules().questions().get(q).id();
            for (Facts one : circumstances) {
                boolean asked = read.whens().get(q)
                        .evaluate(name -> one.knows(name) ? one.answer(name) : Answer.NOT_APPLICABLE, today).isMet();
                if (!asked) {
                    longer.add(one);
                    continue;
                }
                answers.get(q).stream().map(answer -> one.with(id, answer)).filter(possible).forEach(longer::add);
                if (longer.size() > most) {
                    return List.of();
                }
            }
            circumstances = longer;
        }
        return circumstances;
    }

    /** So many at random; every question is answered, also those that are not asked. */
    List<Facts> some(int count, Random random) {
        List<Facts> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Answer> one = new LinkedHashMap<>();
            for (int q = 0; q < answers.size(); q++) {
                List<Answer> possible = answers.get(q);
                one.put(read.rules().questions().get(q).id(), possible.get(random.nextInt(possible.size())));
            }
            some.add(Facts.of(one));
        }
        return some;
    }

    /** The answers to a question: of numbers and days those on both sides of every border. */
    private List<Answer> answers(int q, Question question) {
        return switch (question.kind()) {
            case YES_NO -> List.of(Answer.YES, Answer.NO);
            case CHOICE -> question.answers().stream().map(Answer::of).toList();
            case SEVERAL_OF -> subsets(question.answers());
            case NUMBER -> numbers(q, question, 0);
            case MONEY -> numbers(q, question, 2);
            case DATE -> days(q);
            case REPEATED -> things(question);
        };
    }

    private static List<Answer> subsets(List<String> of) {
        List<Answer> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << of.size(); bits++) {
            Set<String> chosen = new HashSet<>();
            for (int i = 0; i < of.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    chosen.add(of.get(i));
                }
            }
            subsets.add(new Answer.Several(chosen));
        }
        return subsets;
    }

    /** None, and up to three things made by drawing each field from its answers; the same ones every time. */
    private List<Answer> things(Question question) {
        Random random = new Random(question.id().hashCode());
        List<Answer> things = new ArrayList<>(List.of(new Answer.Items(List.of())));
        for (int i = 0; i < 20 && question.max() > 0; i++) {
            List<Map<String, Answer>> items = new ArrayList<>();
            for (int n = 0; n <= i % Math.min(3, (int) question.max()); n++) {
                Map<String, Answer> item = new LinkedHashMap<>();
                for (Question field : question.fields()) {
                    List<Answer> possible = answers(-1, field);
                    item.put(field.id(), possible.get(random.nextInt(possible.size())));
                }
                items.add(item);
            }
            things.add(new Answer.Items(items));
        }
        return things;
    }

    private List<Answer> numbers(int q, Question question, int decimals) {
        BigDecimal min = BigDecimal.valueOf(question.min());
        BigDecimal max = BigDecimal.valueOf(question.max());
        TreeSet<BigDecimal> numbers = new TreeSet<>(List.of(min, max));
        for (Column.Stretches stretches : stretches(q)) {
            for (int i = 1; i < stretches.classes(); i++) {
                numbers.add(BigDecimal.valueOf(stretches.first(i), decimals));
                numbers.add(BigDecimal.valueOf(stretches.first(i) - 1, decimals));
            }
        }
        return numbers.subSet(min, true, max, true).stream().map(Answer::of).toList();
    }

    private List<Answer> days(int q) {
        TreeSet<LocalDate> days = new TreeSet<>(List.of(today, today.minusYears(30), LocalDate.of(2024, 2, 29)));
        for (Column.Stretches stretches : stretches(q)) {
            for (int i = 1; i < stretches.classes(); i++) {
                LocalDate day = switch (stretches.measure()) {
                    case VALUE -> LocalDate.ofEpochDay(stretches.first(i));
                    case DAYS_SINCE -> today.minusDays(stretches.first(i));
                    case YEARS_SINCE -> today.minusYears(stretches.first(i));
                    case COUNT -> today;
                };
                days.addAll(List.of(day, day.minusDays(1), day.plusDays(1)));
            }
        }
        return days.stream().map(Answer::of).toList();
    }

    private List<Column.Stretches> stretches(int q) {
        return read.columns().list().stream().filter(column -> column.question() == q)
                .filter(Column.Stretches.class::isInstance).map(Column.Stretches.class::cast).toList();
    }
}
