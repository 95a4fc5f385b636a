package org.fourportals.pool.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The ordinary people: household by household, each drawn from its own seed, so that a larger city begins with the same
 * households as a smaller one.
 */
final class Population {

    /** Shapes of household and how many in a hundred have each. */
    private enum Shape {
        FAMILY(44), COUPLE(13), SINGLE(9), OLD(14), DIVORCED(3), NEWCOMER(11), NEWCOMER_FAMILY(6);

        private final int share;

        Shape(int share) {
            this.share = share;
        }
    }

    private static final int FIRST_COMPANY = 1_000;
    private static final int FIRST_HOME = 1_000;

    private final long seed;
    private final LocalDate today;
    private final Registers registers;
    private final Births births;
    private final Companies companies;
    private int households;
    private int people;
    private int vehicles = 1_000;

    Population(long seed, LocalDate today, Registers registers) {
        this.seed = seed;
        this.today = today;
        this.registers = registers;
        births = new Births(today);
        companies = new Companies(registers, today, FIRST_COMPANY);
    }

    int people() {
        return people;
    }

    /** Adds one more household. */
    void household() {
        var number = households++;
        var random = new Random(mixed(seed, number));
        var home = new Home(FIRST_HOME + number, Places.dwelling(random));
        var shape = shape(random.nextInt(100));
        var hukou = switch (shape) {
            case FAMILY, COUPLE, SINGLE, OLD, DIVORCED -> "hangzhou";
            case NEWCOMER, NEWCOMER_FAMILY -> random.nextInt(3) == 0 ? "zhejiang" : "other-province";
        };
        var adults = adults(shape, hukou, random);
        var children = children(shape, adults, hukou, random);
        housing(home, adults, random);
        var householdNo = "HH%09d".formatted(number);
        kinship(shape, householdNo, adults, children, random);
        if (shape == Shape.OLD && adults.size() == 1 && random.nextInt(3) > 0) {
            widowed(adults.getFirst(), random);
        }
        var poor = adults.getFirst().local() && random.nextInt(60) == 0;
        for (var adult : adults) {
            adult(adult, home, householdNo, poor, random);
        }
        for (var child : children) {
            child(child, adults, home, householdNo, poor, random);
        }
        people += adults.size() + children.size();
    }

    /** Neighbouring households must not resemble each other, as neighbouring seeds of {@link Random} would make them. */
    private static long mixed(long seed, int number) {
        var bits = (seed * 1_000_003 + number) * 0x9E3779B97F4A7C15L;
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return bits ^ bits >>> 31;
    }

    private static Shape shape(int percent) {
        var rest = percent;
        for (var shape : Shape.values()) {
            rest -= shape.share;
            if (rest < 0) {
                return shape;
            }
        }
        throw new IllegalStateException("the shares of households do not add up to 100");
    }

    private List<Resident> adults(Shape shape, String hukou, Random random) {
        var age = switch (shape) {
            case FAMILY, NEWCOMER_FAMILY -> 27 + random.nextInt(24);
            case COUPLE -> 25 + random.nextInt(40);
            case SINGLE, NEWCOMER -> 19 + random.nextInt(36);
            case DIVORCED -> 30 + random.nextInt(30);
            case OLD -> 60 + (int) (Math.pow(random.nextDouble(), 1.6) * 40);
        };
        var female = random.nextBoolean();
        var first = births.aged(age, Names.surname(random), female, hukou, random);
        var alone = shape == Shape.SINGLE || shape == Shape.NEWCOMER || shape == Shape.OLD && random.nextInt(3) == 0;
        return alone ? List.of(first)
                : List.of(first, births.aged(Math.max(22, age - 3 + random.nextInt(6)), Names.surname(random), !female, hukou, random));
    }

    private List<Resident> children(Shape shape, List<Resident> adults, String hukou, Random random) {
        if (shape != Shape.FAMILY && shape != Shape.NEWCOMER_FAMILY && shape != Shape.DIVORCED) {
            return List.of();
        }
        var children = new ArrayList<Resident>();
        var father = adults.stream().filter(adult -> !adult.female()).findFirst().orElseThrow();
        var oldest = Math.min(19, adults.stream().mapToInt(adult -> adult.age(today)).min().orElseThrow() - 22);
        for (var count = random.nextInt(3) == 0 ? 2 : 1; count > 0 && oldest >= 0; count--) {
            var child = births.aged(random.nextInt(oldest + 1), father.name().substring(0, 1), random.nextBoolean(), hukou, random);
            if (children.isEmpty() || Math.abs(children.getFirst().born().toEpochDay() - child.born().toEpochDay()) > 300) {
                children.add(child);
            }
        }
        return children;
    }

    private void housing(Home home, List<Resident> adults, Random random) {
        registers.housing().home(home);
        var first = adults.getFirst();
        if (!first.local() || random.nextInt(12) == 0) {
            var landlord = births.aged(40 + random.nextInt(30), Names.surname(random), random.nextBoolean(), "hangzhou", random);
            registers.people().household(landlord, Places.dwelling(random));
            people++;
            registers.housing().title(home, landlord.id(), "residential", today.minusDays(900 + random.nextInt(4_000)));
            var start = today.minusDays(20 + random.nextInt(330));
            registers.housing().lease(home, landlord.id(), first.id(), start, start.plusYears(1), 1_800 + random.nextInt(40) * 100);
            registers.housing().utilities(home, landlord.id(), 2, random.nextInt(10) > 0, random);
        } else {
            var bought = today.minusDays(100 + random.nextInt(5_000));
            registers.housing().title(home, first.id(), "residential", bought);
            if (random.nextInt(8) == 0) {
                var seller = births.aged(45 + random.nextInt(30), Names.surname(random), random.nextBoolean(), "hangzhou", random);
                registers.people().household(seller, Places.dwelling(random));
                people++;
                registers.housing().sale(home, first.id(), seller.id(), bought.minusDays(20), 1_000_000 + random.nextInt(500) * 10_000);
            }
            registers.housing().utilities(home, first.id(), 2, random.nextInt(10) > 0, random);
        }
    }

    private void kinship(Shape shape, String householdNo, List<Resident> adults, List<Resident> children, Random random) {
        if (adults.size() == 2) {
            var married = today.minusDays(400 + random.nextInt(300));
            var youngest = adults.stream().mapToInt(adult -> adult.age(today)).min().orElseThrow();
            var wedding = youngest > 24 ? married.minusYears(random.nextInt(youngest - 22)) : married;
            registers.people().marriage(adults.get(0), adults.get(1), "marriage", wedding);
            if (shape == Shape.DIVORCED) {
                registers.people().marriage(adults.get(0), adults.get(1), "divorce", today.minusDays(10 + random.nextInt(380)));
            } else {
                registers.people().kin(householdNo, adults.get(0), adults.get(1), "spouse", "spouse", wedding);
            }
        }
        for (var child : children) {
            for (var parent : adults) {
                registers.people().kin(householdNo, parent, child, "child", parent.female() ? "mother" : "father", child.born());
            }
        }
    }

    private void adult(Resident adult, Home home, String householdNo, boolean poor, Random random) {
        var age = adult.age(today);
        everyone(adult, home, householdNo, poor, random);
        registers.people().record(adult, random.nextInt(80) > 0 ? "none" : random.nextBoolean() ? "criminal" : "administrative");
        if (!adult.local()) {
            var issued = today.minusDays(1 + random.nextInt(360));
            registers.people().residencePermit(adult, home.address(), issued, issued.plusYears(1), 30 + random.nextInt(120));
        }
        var works = age < 60 && random.nextInt(100) < 78;
        if (works) {
            work(adult, random);
        }
        registers.welfare().medicalInsurance(adult, works ? "employee" : "resident", poor ? "low-income" : "ordinary");
        if (age < 75 && random.nextInt(100) < 45) {
            driver(adult, random);
        }
        if (age >= 80 && adult.local() && random.nextInt(10) < 7) {
            registers.welfare().oldAgeAllowance(adult);
        }
    }

    private void widowed(Resident alone, Random random) {
        var age = alone.age(today);
        var late = births.aged(age + random.nextInt(8), Names.surname(random), !alone.female(), alone.hukou(), random);
        registers.people().cremation(late, today.minusDays(30 + random.nextInt(2_000)));
        registers.people().marriage(alone, late, "marriage", today.minusYears(age - 24));
    }

    private void everyone(Resident resident, Home home, String householdNo, boolean poor, Random random) {
        registers.people().household(resident, resident.local() ? home.address() : Places.elsewhere(random, resident.hukou()));
        if (resident.age(today) >= 16 || random.nextInt(3) > 0) {
            registers.people().idCard(resident);
        }
        if (resident.age(today) >= 1 && random.nextInt(10) > 0) {
            registers.welfare().citizenCard(resident);
        }
        if (poor) {
            registers.welfare().assistance(resident, householdNo, Math.floorMod(householdNo.hashCode(), 2) == 0 ? "minimum-living" : "low-income");
        }
        if (random.nextInt(50) == 0) {
            registers.welfare().disability(resident, 1 + random.nextInt(4));
        }
    }

    private void work(Resident adult, Random random) {
        if (random.nextInt(20) == 0 || companies.none()) {
            companies.found(adult, random);
        }
        var employer = companies.any(random);
        var base = 4_800 + random.nextInt(150) * 100;
        registers.welfare().contributions(adult, employer, List.of("pension"), random.nextInt(5) == 0 ? 3 + random.nextInt(9) : 12, base);
        if (random.nextInt(10) < 7) {
            registers.welfare().providentAccount(adult, employer, random.nextInt(200_000));
            if (random.nextInt(8) == 0) {
                registers.welfare().withdrawal(adult, adult.local() ? "loan" : "rent", 3_000 + random.nextInt(20) * 500, today.minusDays(30 + random.nextInt(300)));
            }
        }
        if (random.nextInt(20) == 0) {
            registers.companies().healthCertificate(adult, random.nextInt(4) == 0 ? "public-places" : "food", today.minusDays(random.nextInt(450)));
        }
    }

    private void driver(Resident adult, Random random) {
        var expires = today.plusDays(random.nextInt(3_650) - 60L);
        registers.traffic().licence(adult, random.nextInt(20) == 0 ? "B2" : random.nextInt(3) == 0 ? "C2" : "C1", expires.minusYears(10), expires, random.nextInt(4) == 0 ? 3 : 0);
        if (random.nextInt(2) == 0) {
            var vehicle = vehicles++;
            registers.traffic().vehicle(vehicle, adult.id(), today.minusDays(60 + random.nextInt(4_000)));
            if (random.nextInt(4) == 0) {
                registers.traffic().violation(vehicle, today.minusDays(3 + random.nextInt(300)), random.nextInt(3) == 0 ? 3 : 0, random.nextInt(5) > 0);
            }
        }
    }

    private void child(Resident child, List<Resident> adults, Home home, String householdNo, boolean poor, Random random) {
        everyone(child, home, householdNo, poor, random);
        if (child.birthCertificate().isPresent()) {
            var mother = adults.stream().filter(Resident::female).findFirst().orElseThrow();
            var father = adults.stream().filter(adult -> !adult.female()).findFirst().orElseThrow();
            registers.people().birth(child, mother, father);
        }
        if (child.age(today) >= 1 || random.nextBoolean()) {
            registers.welfare().medicalInsurance(child, "resident", poor ? "low-income" : "ordinary");
        }
        if (child.age(today) < 14) {
            registers.welfare().vaccinations(child);
        }
        registers.welfare().school(child);
    }
}
