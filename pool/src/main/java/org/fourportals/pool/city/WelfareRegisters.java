package org.fourportals.pool.city;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fourportals.pool.identifier.CreditCode;

/** Writes insurance, provident fund, benefits, cards, vaccinations and schools. */
final class WelfareRegisters {

    private static final List<String> GRADES = List.of("K1", "K2", "K3", "P1", "P2", "P3", "P4", "P5", "P6", "J1", "J2", "J3");

    /** Vaccine, doses, and the day of life of each. */
    private record Dose(String vaccine, int number, int day) {
    }

    private static final List<Dose> DOSES = List.of(new Dose("BCG", 1, 1), new Dose("HepB", 1, 1), new Dose("HepB", 2, 30),
            new Dose("OPV", 1, 61), new Dose("OPV", 2, 92), new Dose("DTaP", 1, 92), new Dose("OPV", 3, 122), new Dose("DTaP", 2, 122),
            new Dose("DTaP", 3, 153), new Dose("HepB", 3, 183), new Dose("MenA", 1, 190), new Dose("JE", 1, 245), new Dose("MMR", 1, 245),
            new Dose("MenA", 2, 280), new Dose("DTaP", 4, 550), new Dose("MMR", 2, 550), new Dose("JE", 2, 735), new Dose("OPV", 4, 1_465));

    private final Ledger ledger;
    private final LocalDate today;

    WelfareRegisters(Ledger ledger, LocalDate today) {
        this.ledger = ledger;
        this.today = today;
    }

    /** The last months before the present one. */
    void contributions(Resident resident, CreditCode employer, List<String> kinds, int months, int base) {
        for (var kind : kinds) {
            var share = BigDecimal.valueOf(base).multiply(kind.equals("pension") ? new BigDecimal("0.08") : new BigDecimal("0.02"));
            for (var back = 1; back <= months; back++) {
                var month = YearMonth.from(today).minusMonths(back).toString();
                ledger.add(resident.known(), "insurance-contributions", kind + "-" + month, "residentId", resident.id(), "month", month,
                        "insuranceKind", kind, "contributionBase", BigDecimal.valueOf(base), "amount", share, "creditCode", employer.code());
            }
        }
        if (kinds.contains("pension")) {
            ledger.add(resident.known(), "pension-insurance-enrolments", "employee", "residentId", resident.id(), "scheme", "employee", "creditCode",
                    employer.code(), "startDate", today.minusMonths(months).withDayOfMonth(1), "enrolmentStatus", "active", "contributionMonths", months);
        }
    }

    void medicalInsurance(Resident resident, String scheme, String group) {
        var start = resident.age(today) < 1 ? resident.born() : today.withDayOfYear(1);
        ledger.add(resident.known(), "medical-insurance-enrolments", scheme, "residentId", resident.id(), "scheme", scheme, "startDate", start,
                "enrolmentStatus", "active", "premiumGroup", group);
    }

    void citizenCard(Resident resident) {
        var number = "A" + resident.id().substring(4, 17);
        ledger.add(resident.known(), "citizen-cards", number, "residentId", resident.id(), "cardNo", number, "cardKind", "citizen-card",
                "issueDate", today.minusDays(200 + Math.floorMod(resident.id().hashCode(), 2_000)), "cardStatus", "active");
    }

    void providentAccount(Resident resident, CreditCode employer, int balance) {
        var number = "PF" + resident.id().substring(4, 17);
        ledger.add(resident.known(), "provident-accounts", number, "residentId", resident.id(), "accountNo", number, "creditCode", employer.code(),
                "balance", BigDecimal.valueOf(balance), "accountStatus", "active");
    }

    void withdrawal(Resident resident, String reason, int amount, LocalDate date) {
        ledger.add(resident.known(), "provident-withdrawals", date + "-" + reason, "residentId", resident.id(), "reason", reason,
                "amount", BigDecimal.valueOf(amount), "withdrawnDate", date);
    }

    void oldAgeAllowance(Resident resident) {
        ledger.add(resident.known(), "old-age-benefits", "1", "residentId", resident.id(), "benefitKind", "old-age-allowance", "careLevel", "none",
                "monthlyAmount", BigDecimal.valueOf(resident.age(today) >= 100 ? 800 : resident.age(today) >= 90 ? 100 : 50),
                "startDate", resident.born().plusYears(80).isAfter(today) ? today : resident.born().plusYears(80));
    }

    void assistance(Resident resident, String householdNo, String kind) {
        ledger.add(resident.known(), "low-income-households", "1", "residentId", resident.id(), "householdNo", householdNo, "assistanceKind", kind,
                "monthlyAmount", BigDecimal.valueOf(kind.equals("minimum-living") ? 1_279 : 300), "validUntil", today.plusMonths(8));
    }

    void disability(Resident resident, int grade) {
        var number = resident.id() + "4" + grade;
        ledger.add(resident.known(), "disability-certificates", number, "residentId", resident.id(), "certificateNo", number,
                "disabilityKind", grade % 2 == 0 ? "hearing" : "physical", "grade", Integer.toString(grade),
                "issueDate", today.minusYears(3), "validUntil", today.plusYears(7));
    }

    /** Every dose due by today. */
    void vaccinations(Resident child) {
        for (var dose : DOSES) {
            var day = child.born().plusDays(dose.day());
            if (!day.isAfter(today)) {
                ledger.add(child.known(), "vaccinations", dose.vaccine() + "-" + dose.number(), "residentId", child.id(), "vaccineCode", dose.vaccine(),
                        "doseNo", dose.number(), "vaccinationDate", day, "siteCode", "HZ-V07");
            }
        }
    }

    /** At school or kindergarten by age, if of that age. */
    void school(Resident child) {
        grade(child.born(), today).ifPresent(grade -> {
            var number = "S" + child.id().substring(4, 17);
            var years = GRADES.indexOf(grade) % 3;
            ledger.add(child.known(), "student-status", number, "residentId", child.id(), "studentNo", number,
                    "schoolCode", "HZ-" + grade.charAt(0) + "%02d".formatted(1 + Math.floorMod(child.id().hashCode(), 40)), "grade", grade,
                    "enrolmentDate", LocalDate.of(schoolYear(today) - years, 9, 1), "studentStatus", "enrolled");
        });
    }

    static Optional<String> grade(LocalDate born, LocalDate today) {
        var age = (int) ChronoUnit.YEARS.between(born, LocalDate.of(schoolYear(today), 8, 31));
        return age >= 3 && age - 3 < GRADES.size() ? Optional.of(GRADES.get(age - 3)) : Optional.empty();
    }

    /** The calendar year in which the present school year began. */
    static int schoolYear(LocalDate today) {
        return today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
    }
}
