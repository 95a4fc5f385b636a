package org.fourportals.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fourportals.catalogue.AffairPlan.Asked;
import org.fourportals.catalogue.AffairPlan.Kind;
import org.fourportals.catalogue.AffairPlan.Known;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Truth;
import org.jspecify.annotations.Nullable;

/**
 * What the city's records answer in an affair: questions, requirements and form fields. "Ask only what nobody knows" rests on it, and
 * so does its reverse: what could not be read, or not be decided from what was read, counts as unknown, never as "none".
 */
public final class PoolFacts {

    private PoolFacts() {
    }

    /** An answer that the records give, and whence: the data sets it was taken from, in the order of the file. */
    public record Found(Answer answer, List<String> datasets) {
    }

    /** Whether records satisfy a requirement. */
    public sealed interface Proof {
        /** This record does. */
        record Present(String dataset, Map<String, Object> record) implements Proof {
        }

        /** There is surely no such record. */
        record Absent() implements Proof {
        }

        /** It cannot be said: unreadable, or a field is missing. */
        record Unknown() implements Proof {
        }
    }

    private enum Fit { YES, NO, UNKNOWN }

    /** The answer to a question if the records give one that the question admits; else the resident is asked. */
    public static Optional<Found> answer(AffairPlan plan, Asked question, PoolRecords records, LocalDate today) {
        Optional<Found> found = question.kind() == Kind.SEVERAL_OF ? several(question, records, today) : first(question, records, today);
        return found.filter(f -> plan.rules().invalid(Facts.none().with(question.id(), f.answer())).isEmpty());
    }

    /** Whether a record of the pool satisfies a requirement. */
    public static Proof evidence(AffairPlan.Evidence.Pool pool, PoolRecords records, LocalDate today) {
        List<Map<String, Object>> all = records.find(pool.of(), pool.dataset());
        if (all == null) {
            return new Proof.Unknown();
        }
        List<Map<String, Object>> unsure = new ArrayList<>();
        for (Map<String, Object> one : all) {
            Truth truth = holds(pool.where(), one, today);
            if (truth.isMet()) {
                return new Proof.Present(pool.dataset(), one);
            }
            if (truth.isUnknown()) {
                unsure.add(one);
            }
        }
        return unsure.isEmpty() ? new Proof.Absent() : new Proof.Unknown();
    }

    /** The value that fills a form field; empty where there is none, or where records disagree. */
    public static Optional<Object> fill(AffairPlan.Fill fill, PoolRecords records) {
        return Optional.ofNullable(single(records.find(fill.of(), fill.dataset()), fill.field()));
    }

    /** The first way that fits. A way that cannot be decided hides the later ones, unless they say the same. */
    private static Optional<Found> first(Asked question, PoolRecords records, LocalDate today) {
        List<Known> undecided = new ArrayList<>();
        for (Known known : question.known()) {
            switch (fit(known, records, today)) {
                case YES -> {
                    Answer answer = value(question, known, records, today);
                    boolean disputed = undecided.stream().anyMatch(u -> u.is() == null || !u.is().equals(known.is()));
                    return answer == null || disputed ? Optional.empty() : Optional.of(new Found(answer, List.of(known.dataset())));
                }
                case UNKNOWN -> undecided.add(known);
                case NO -> {
                }
            }
        }
        return Optional.empty();
    }

    /** All ways that fit, together; unknown as soon as one cannot be decided, or if none fits. */
    private static Optional<Found> several(Asked question, PoolRecords records, LocalDate today) {
        Set<String> values = new HashSet<>();
        Set<String> datasets = new LinkedHashSet<>();
        for (Known known : question.known()) {
            Fit fit = fit(known, records, today);
            if (fit == Fit.UNKNOWN || known.is() == null) {
                return Optional.empty();
            }
            if (fit == Fit.YES) {
                values.add(known.is());
            }
            datasets.add(known.dataset());
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Found(new Answer.Several(values), List.copyOf(datasets)));
    }

    private static Fit fit(Known known, PoolRecords records, LocalDate today) {
        List<Map<String, Object>> all = records.find(known.of(), known.dataset());
        if (all == null) {
            return Fit.UNKNOWN;
        }
        List<Truth> truths = all.stream().map(one -> holds(known.where(), one, today)).toList();
        long met = truths.stream().filter(Truth::isMet).count();
        long possible = met + truths.stream().filter(Truth::isUnknown).count();
        boolean least = fits(known, met, today);
        for (long number = met; number <= possible; number++) {
            if (fits(known, number, today) != least) {
                return Fit.UNKNOWN;
            }
        }
        return least ? Fit.YES : Fit.NO;
    }

    private static boolean fits(Known known, long number, LocalDate today) {
        if (known.count() != null) {
            return known.count().over(Map.<String, Object>of("count", number), today).isMet();
        }
        return known.none() ? number == 0 : number > 0;
    }

    private static Truth holds(@Nullable RecordCondition where, Map<String, Object> fields, LocalDate today) {
        return where == null ? new Truth.Met(Set.of()) : where.over(fields, today);
    }

    private static @Nullable Answer value(Asked question, Known known, PoolRecords records, LocalDate today) {
        String is = known.is();
        if (is != null) {
            return switch (question.kind()) {
                case YES_NO -> Answer.of(is.equals("yes"));
                case NUMBER, MONEY -> Answer.of(new BigDecimal(is));
                case CHOICE, SEVERAL_OF, DATE -> Answer.of(is);
                case REPEATED -> null;
            };
        }
        List<Map<String, Object>> all = records.find(known.of(), known.dataset());
        return all == null || known.field() == null ? null : RecordCondition.answer(single(
                all.stream().filter(one -> holds(known.where(), one, today).isMet()).toList(), known.field()));
    }

    /** The one value that all records have in a field; null where one lacks it, or two differ. */
    private static @Nullable Object single(@Nullable List<Map<String, Object>> records, String field) {
        if (records == null || records.isEmpty()) {
            return null;
        }
        Object value = records.getFirst().get(field);
        return records.stream().allMatch(one -> value != null && value.equals(one.get(field))) ? value : null;
    }
}
