package org.fourportals.search.internal;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fourportals.base.Language;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.catalogue.City;
import org.fourportals.search.Sayings.Saying;
import org.fourportals.search.internal.Described.Told;
import org.jspecify.annotations.Nullable;

/** Gathers the words by which each affair of a city is found. */
public final class Describing {

    private Describing() {
    }

    /** Of what a folder holds. */
    public static List<Described> of(CatalogueReader.Reading reading) {
        return of(reading.city(), reading.plans()::get, List.of());
    }

    /** `added` is what editors taught beside the city's files. */
    public static List<Described> of(City city, Function<String, @Nullable AffairPlan> plans, List<Saying> added) {
        return city.affairs().values().stream().map(affair -> {
            AffairPlan plan = plans.apply(affair.id());
            return new Described(affair, Objects.requireNonNull(city.departments().get(affair.department())).name(),
                    Objects.requireNonNull(city.lifeEvents().get(affair.lifeEvent())).name(), told(city, affair, plan, Language.ZH, added), told(city, affair, plan, Language.EN, added));
        }).toList();
    }

    private static Told told(City city, Affair affair, @Nullable AffairPlan plan, Language language, List<Saying> added) {
        List<String> sayings = Stream.concat(city.sayings(affair.id(), language).stream(),
                added.stream().filter(one -> one.language() == language && one.affair().equals(affair.id())).map(Saying::text)).toList();
        return plan == null ? new Told("", "", sayings) : new Told(plan.plain().in(language), Stream.concat(Stream.of(plan.result().name()),
                plan.requirements().stream().map(AffairPlan.Requirement::name)).map(text -> text.in(language)).collect(Collectors.joining(" ")), sayings);
    }
}
