package org.fourportals.pool.city;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;

/** Writes homes and shops: address, title, lease, sale, catchment and the accounts of power, water and gas with their bills. */
final class HousingRegisters {

    private final Ledger ledger;
    private final LocalDate today;

    HousingRegisters(Ledger ledger, LocalDate today) {
        this.ledger = ledger;
        this.today = today;
    }

    /** Address, catchment, and the numbers by which other registers know the home. */
    void home(Home home) {
        ledger.alias(home.unit(), home.addressCode());
        var code = home.addressCode().value();
        ledger.add(home.unit(), "standard-addresses", "1", "addressCode", code, "address", home.address(), "community", "HZ-C%03d".formatted(home.serial() % 400),
                "buildingNo", Integer.toString(1 + home.serial() % 30), "coordinates", "30.%04d,120.%04d".formatted(home.serial() * 37 % 10_000, home.serial() * 91 % 10_000));
        ledger.add(home.unit(), "school-catchments", "1", "addressCode", code, "primarySchool", primarySchool(home),
                "juniorSchool", "HZ-J%02d".formatted(1 + home.serial() % 30), "year", WelfareRegisters.schoolYear(today) + 1);
    }

    static String primarySchool(Home home) {
        return "HZ-P%02d".formatted(1 + home.serial() % 40);
    }

    /** @param owner a resident id or credit code */
    void title(Home home, String owner, String landUse, LocalDate registered) {
        ledger.add(home.unit(), "real-estate-titles", "1", "propertyUnitNo", home.unit().value(), "titleNo", "HZT%08d".formatted(home.serial()), "ownerId", owner,
                "address", home.address(), "floorArea", BigDecimal.valueOf(4_500 + home.serial() * 7919L % 9_000, 2), "landUse", landUse, "registeredDate", registered);
    }

    void lease(Home home, String landlord, String tenant, LocalDate start, LocalDate end, int rent) {
        ledger.add(home.unit(), "rental-registrations", start.toString(), "propertyUnitNo", home.unit().value(), "landlordId", landlord, "tenantId", tenant,
                "startDate", start, "endDate", end, "monthlyRent", BigDecimal.valueOf(rent));
    }

    void sale(Home home, String buyer, String seller, LocalDate signed, int price) {
        var number = "HZS%08d".formatted(home.serial());
        ledger.add(home.unit(), "housing-sale-contracts", number, "propertyUnitNo", home.unit().value(), "contractNo", number, "buyerId", buyer,
                "sellerId", seller, "price", BigDecimal.valueOf(price), "signedDate", signed);
    }

    /** The three accounts of a home, and bills of the last months; only the newest may be unpaid. */
    void utilities(Home home, String holder, int months, boolean newestPaid, Random random) {
        ledger.alias(home.unit(), home.powerAccount());
        ledger.alias(home.unit(), home.waterAccount());
        ledger.alias(home.unit(), home.gasAccount());
        var unit = home.unit().value();
        ledger.add(home.unit(), "power-accounts", "1", "accountNo", home.powerAccount().value(), "propertyUnitNo", unit, "holderId", holder,
                "voltage", "V220", "capacity", BigDecimal.valueOf(8), "accountStatus", "active");
        ledger.add(home.unit(), "water-accounts", "1", "accountNo", home.waterAccount().value(), "propertyUnitNo", unit, "holderId", holder,
                "tariffClass", "residential", "accountStatus", "active");
        ledger.add(home.unit(), "gas-accounts", "1", "accountNo", home.gasAccount().value(), "propertyUnitNo", unit, "holderId", holder,
                "userClass", "residential", "accountStatus", "active");
        for (var back = 1; back <= months; back++) {
            var period = YearMonth.from(today).minusMonths(back).toString();
            var paid = back > 1 || newestPaid;
            bill(home, "power", home.powerAccount().value(), period, "energy", 80 + random.nextInt(300), 54, paid);
            bill(home, "water", home.waterAccount().value(), period, "volume", 5 + random.nextInt(25), 290, paid);
            bill(home, "gas", home.gasAccount().value(), period, "volume", 8 + random.nextInt(40), 310, paid);
        }
    }

    private void bill(Home home, String kind, String account, String period, String measure, int used, int cents, boolean paid) {
        ledger.add(home.unit(), kind + "-bills", period, "accountNo", account, "period", period, measure, BigDecimal.valueOf(used),
                "amount", BigDecimal.valueOf((long) used * cents, 2), "paid", paid);
    }
}
