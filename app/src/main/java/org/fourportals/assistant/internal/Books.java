package org.fourportals.assistant.internal;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.catalogue.City;

/** What the assistant reads up: the city's lists and the affairs in force. */
public record Books(Supplier<City> city, Function<String, Optional<AffairPlan>> plans) {

    public static Books of(Catalogue catalogue) {
        return new Books(catalogue::city, catalogue::findPlan);
    }

    /** Those of a folder, for whoever measures. */
    public static Books of(CatalogueReader.Reading reading) {
        return new Books(reading::city, affair -> Optional.ofNullable(reading.plans().get(affair)));
    }

    Optional<AffairPlan> plan(String affair) {
        return plans.apply(affair);
    }

    org.fourportals.base.Text department(String id) {
        return java.util.Objects.requireNonNull(city.get().departments().get(id), id).name();
    }
}
