package org.fourportals.pool.city;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.identifier.CreditCode;

/** Writes companies: the business register, yearly reports, insurance, tax and food. */
final class CompanyRegisters {

    private final Ledger ledger;
    private final LocalDate today;

    CompanyRegisters(Ledger ledger, LocalDate today) {
        this.ledger = ledger;
        this.today = today;
    }

    void company(CreditCode code, String name, String type, Resident representative, String address, String scope, String status) {
        ledger.add(id(code), "business-register", "1", "creditCode", code.code(), "name", name, "entityType", type,
                "legalRepresentativeId", representative.id(), "registeredAddress", address, "businessScope", scope, "status", status);
    }

    void annualReport(CreditCode code, int year, int employees, boolean abnormal) {
        ledger.add(id(code), "business-annual-reports", Integer.toString(year), "creditCode", code.code(), "year", year, "employees", employees,
                "onAbnormalList", abnormal, "reportDate", LocalDate.of(year + 1, 4, 20));
    }

    void insured(CreditCode code, String name, int staff, boolean arrears) {
        ledger.add(id(code), "insured-employers", "1", "creditCode", code.code(), "name", name, "registrationDate", today.minusYears(2),
                "insuredStaff", staff, "arrears", arrears);
    }

    void taxReturns(CreditCode code, String kind, int months, int taxable) {
        for (var back = 1; back <= months; back++) {
            var period = YearMonth.from(today).minusMonths(back).toString();
            ledger.add(id(code), "tax-returns", kind + "-" + period, "creditCode", code.code(), "taxKind", kind, "period", period,
                    "taxable", BigDecimal.valueOf(taxable), "paid", BigDecimal.valueOf(taxable * 3L, 2));
        }
    }

    void foodLicence(CreditCode code, String type, String premises, LocalDate until) {
        var number = "JY9999" + code.code().substring(10, 17);
        ledger.add(id(code), "food-licences", number, "creditCode", code.code(), "licenceNo", number, "businessType", type,
                "premisesAddress", premises, "validUntil", until);
    }

    void healthCertificate(Resident resident, String sector, LocalDate issued) {
        var number = "HC" + resident.id().substring(4, 17);
        ledger.add(resident.known(), "employee-health-certificates", number, "residentId", resident.id(), "certificateNo", number, "sector", sector,
                "issueDate", issued, "expiryDate", issued.plusYears(1));
    }

    private static Identifier id(CreditCode code) {
        return Identifier.creditCode(code.code());
    }
}
