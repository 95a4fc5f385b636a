package org.fourportals.pool.city;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.fourportals.pool.identifier.ResidentId;

/** Brings residents into being, each with a resident id that nobody else has, in regions that are nobody's. */
final class Births {

    private static final int PER_DAY_AND_REGION = 500;
    private static final int REGIONS = DemoPeople.REGION - ResidentId.FIRST_DEMO_REGION;

    private record Day(LocalDate date, boolean female) {
    }

    private final LocalDate today;
    private final Map<Day, Integer> born = new HashMap<>();

    Births(LocalDate today) {
        this.today = today;
    }

    /** Somebody of an age in years, on a random day of that year of life. */
    Resident aged(int years, String surname, boolean female, String hukou, Random random) {
        return on(today.minusYears(years).minusDays(random.nextInt(364)), surname, female, hukou, random);
    }

    Resident on(LocalDate date, String surname, boolean female, String hukou, Random random) {
        var nth = born.merge(new Day(date, female), 1, Integer::sum) - 1;
        var region = ResidentId.FIRST_DEMO_REGION + nth / PER_DAY_AND_REGION;
        if (region >= ResidentId.FIRST_DEMO_REGION + REGIONS) {
            throw new IllegalStateException("too many residents born on " + date);
        }
        var id = ResidentId.make(region, date, nth % PER_DAY_AND_REGION * 2 + (female ? 0 : 1));
        var certificate = date.isAfter(today.minusYears(18)) && hukou.equals("hangzhou")
                ? Optional.of("Z99" + id.number().substring(4, 17)) : Optional.<String>empty();
        return new Resident(surname + Names.given(random, female), female, date, hukou, Optional.of(id), certificate);
    }
}
