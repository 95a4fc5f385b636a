package org.fourportals.pool.city;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.identifier.ResidentId;

/**
 * Somebody of the city while its records are being made.
 *
 * @param number the resident id; empty for a newborn not yet in the household register
 * @param birthCertificate empty for those born before the certificates were kept electronically
 * @param hukou code of {@code hukouPlace}
 */
record Resident(String name, boolean female, LocalDate born, String hukou, Optional<ResidentId> number,
                Optional<String> birthCertificate) {

    static Resident of(DemoPerson person, String hukou) {
        var id = person.residentId();
        return new Resident(person.nameZh(), id.female(), id.birthDate(), hukou, Optional.of(id), Optional.empty());
    }

    /** By what the directory knows them first. */
    Identifier known() {
        return number.map(id -> Identifier.residentId(id.number()))
                .orElseGet(() -> Identifier.birthCertificate(birthCertificate.orElseThrow()));
    }

    /** The resident id as records write it. */
    String id() {
        return number.orElseThrow().number();
    }

    int age(LocalDate today) {
        return (int) ChronoUnit.YEARS.between(born, today);
    }

    boolean local() {
        return hukou.equals("hangzhou");
    }
}
