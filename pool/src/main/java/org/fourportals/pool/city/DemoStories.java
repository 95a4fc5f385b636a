package org.fourportals.pool.city;

import static org.fourportals.pool.city.DemoPeople.CHEN_ZHIQIANG;
import static org.fourportals.pool.city.DemoPeople.GAO_TING;
import static org.fourportals.pool.city.DemoPeople.HE_JING;
import static org.fourportals.pool.city.DemoPeople.LAKESIDE_BISTRO;
import static org.fourportals.pool.city.DemoPeople.LIN_XIAOYUE;
import static org.fourportals.pool.city.DemoPeople.MA_CHAO;
import static org.fourportals.pool.city.DemoPeople.REGION;
import static org.fourportals.pool.city.DemoPeople.SHEN_JIAMING;
import static org.fourportals.pool.city.DemoPeople.SUN_LI;
import static org.fourportals.pool.city.DemoPeople.WANG_DEFU;
import static org.fourportals.pool.city.DemoPeople.WANG_MEILI;
import static org.fourportals.pool.city.DemoPeople.WU_HAIYAN;
import static org.fourportals.pool.city.DemoPeople.ZHAO_PENG;
import static org.fourportals.pool.city.DemoPeople.ZHOU_YUTONG;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fourportals.pool.identifier.CreditCode;
import org.fourportals.pool.identifier.ResidentId;

/** Makes the stories of {@link DemoPeople} true on the city's day. One method a story. */
final class DemoStories {

    private static final String LOCAL = "hangzhou";
    private static final List<String> PENSION_AND_MEDICAL = List.of("pension", "medical");
    private static final CreditCode EMPLOYER = CreditCode.make('9', '1', REGION, 2);
    private static final int FIRST_VEHICLE = 1;

    private final LocalDate today;
    private final Registers registers;
    private final Random random = new Random(19);

    DemoStories(LocalDate today, Registers registers) {
        this.today = today;
        this.registers = registers;
    }

    void tell() {
        employer();
        babyNotYetInsured();
        babyNotYetRegistered();
        grandfatherWithoutAllowance();
        restaurantWithoutLicence();
        newcomerWhosePermitEnds();
        driverWhoseLicenceEnds();
        buyerOfAHome();
        childBeforeSchool();
        manWithoutRecord();
    }

    private void employer() {
        var owner = relative("徐国栋", 1972, 5, 6, 901, LOCAL);
        var address = "杭州市滨江区云帆路88号";
        person(owner, "杭州市滨江区云帆路90号3幢1单元701室");
        registers.companies().company(EMPLOYER, "杭州云栖里信息技术有限公司", "limited-company", owner, address, "软件和信息技术服务", "active");
        registers.companies().insured(EMPLOYER, "杭州云栖里信息技术有限公司", 120, false);
        registers.companies().taxReturns(EMPLOYER, "vat", 12, 900_000);
        for (var year = today.getYear() - 3; year < today.getYear(); year++) {
            registers.companies().annualReport(EMPLOYER, year, 120, false);
        }
    }

    private void babyNotYetInsured() {
        var mother = Resident.of(LIN_XIAOYUE, LOCAL);
        var father = Resident.of(CHEN_ZHIQIANG, LOCAL);
        var home = owned(101, "杭州市西湖区桂语路12号5幢2单元602室", mother);
        worker(mother, home.address());
        worker(father, home.address());
        couple("HHDEMO001", mother, father, today.minusYears(3));
        var born = today.minusDays(60);
        var baby = new Resident("陈安安", true, born, LOCAL, Optional.of(ResidentId.make(REGION, born, 20)), Optional.of("Z990000001"));
        registers.people().household(baby, home.address());
        registers.people().birth(baby, mother, father);
        parents("HHDEMO001", baby, mother, father);
        registers.welfare().vaccinations(baby);
    }

    private void babyNotYetRegistered() {
        var mother = Resident.of(ZHOU_YUTONG, LOCAL);
        var father = relative("吴俊杰", 1995, 8, 17, 903, LOCAL);
        var home = owned(102, "杭州市拱墅区织锦路36号2幢1单元1101室", father);
        worker(mother, home.address());
        worker(father, home.address());
        couple("HHDEMO002", mother, father, today.minusYears(2));
        var baby = new Resident("吴念一", false, today.minusDays(20), LOCAL, Optional.empty(), Optional.of("Z990000002"));
        registers.people().birth(baby, mother, father);
    }

    private void grandfatherWithoutAllowance() {
        var grandfather = Resident.of(WANG_DEFU, LOCAL);
        var daughter = Resident.of(WANG_MEILI, LOCAL);
        var home = owned(103, "杭州市上城区松鹤街7号1幢3单元201室", grandfather);
        person(grandfather, home.address());
        registers.welfare().medicalInsurance(grandfather, "resident", "ordinary");
        worker(daughter, home.address());
        registers.people().kin("HHDEMO003", grandfather, daughter, "child", "father", daughter.born());
    }

    private void restaurantWithoutLicence() {
        var owner = Resident.of(SHEN_JIAMING, LOCAL);
        var accountant = Resident.of(GAO_TING, LOCAL);
        worker(owner, owned(104, "杭州市西湖区荷风路58号9幢1单元1203室", owner).address());
        worker(accountant, owned(105, "杭州市临平区书香街21号4幢2单元502室", accountant).address());
        var name = "杭州湖畔小馆餐饮有限公司";
        var premises = new Home(106, "杭州市西湖区印月路18号");
        var landlord = relative("胡建华", 1966, 3, 9, 905, LOCAL);
        person(landlord, "杭州市西湖区印月路20号2幢1单元301室");
        registers.housing().home(premises);
        registers.housing().title(premises, landlord.id(), "commercial", today.minusYears(6));
        registers.housing().lease(premises, landlord.id(), LAKESIDE_BISTRO.code(), today.minusDays(200), today.plusYears(2), 15_000);
        registers.companies().company(LAKESIDE_BISTRO, name, "limited-company", owner, premises.address(), "餐饮服务", "active");
        registers.companies().annualReport(LAKESIDE_BISTRO, today.getYear() - 2, 4, false);
        registers.companies().insured(LAKESIDE_BISTRO, name, 4, false);
        registers.companies().taxReturns(LAKESIDE_BISTRO, "vat", 12, 86_000);
        registers.companies().taxReturns(LAKESIDE_BISTRO, "corporate-income", 12, 21_000);
        registers.companies().healthCertificate(owner, "food", today.minusDays(90));
        for (var i = 0; i < 3; i++) {
            var cook = relative(List.of("方小燕", "汪立新", "陆春梅").get(i), 1988 + i, 4, 11 + i, 906 + i, LOCAL);
            person(cook, "杭州市余杭区望潮路%d号1幢2单元401室".formatted(40 + i));
            registers.welfare().medicalInsurance(cook, "employee", "ordinary");
            registers.welfare().contributions(cook, LAKESIDE_BISTRO, PENSION_AND_MEDICAL, 12, 5_200);
            registers.companies().healthCertificate(cook, "food", today.minusDays(60 + i * 30L));
        }
    }

    private void newcomerWhosePermitEnds() {
        var newcomer = Resident.of(ZHAO_PENG, "other-province");
        person(newcomer, "安徽省阜阳市望潮路77号");
        work(newcomer, 14, 9_600);
        registers.welfare().providentAccount(newcomer, EMPLOYER, 38_400);
        var home = new Home(107, "杭州市萧山区晴川路66号7幢1单元1502室");
        var landlord = relative("何雅琴", 1970, 10, 2, 910, LOCAL);
        person(landlord, "杭州市萧山区晴川路68号1幢1单元101室");
        registers.housing().home(home);
        registers.housing().title(home, landlord.id(), "residential", today.minusYears(8));
        registers.housing().lease(home, landlord.id(), newcomer.id(), today.minusDays(200), today.plusDays(165), 2_600);
        registers.housing().utilities(home, landlord.id(), 3, true, random);
        registers.people().residencePermit(newcomer, home.address(), today.plusDays(25).minusYears(1), today.plusDays(25), 96);
    }

    private void driverWhoseLicenceEnds() {
        var driver = Resident.of(WU_HAIYAN, LOCAL);
        worker(driver, owned(108, "杭州市钱塘区橘洲路5号6幢2单元804室", driver).address());
        var expires = today.plusDays(60);
        registers.traffic().licence(driver, "C1", expires.minusYears(10), expires, 0);
        registers.traffic().vehicle(FIRST_VEHICLE, driver.id(), today.minusYears(4));
        registers.traffic().violation(FIRST_VEHICLE, today.minusDays(220), 0, true);
    }

    private void buyerOfAHome() {
        var buyer = Resident.of(SUN_LI, LOCAL);
        var seller = relative("梁志明", 1963, 2, 28, 911, LOCAL);
        var home = new Home(109, "杭州市滨江区听雨街150号11幢1单元2301室");
        worker(buyer, home.address());
        person(seller, "杭州市富阳区茶语街9号1幢1单元501室");
        registers.housing().home(home);
        registers.housing().title(home, buyer.id(), "residential", today.minusDays(14));
        registers.housing().sale(home, buyer.id(), seller.id(), today.minusDays(28), 3_180_000);
        registers.housing().utilities(home, seller.id(), 6, true, random);
    }

    private void childBeforeSchool() {
        var mother = Resident.of(HE_JING, LOCAL);
        var father = relative("朱文斌", 1989, 12, 5, 913, LOCAL);
        var home = owned(110, "杭州市上城区柳絮街33号3幢2单元1002室", mother);
        owned(112, "杭州市拱墅区青梅路19号2幢1单元301室", mother);
        worker(mother, home.address());
        worker(father, home.address());
        couple("HHDEMO008", mother, father, today.minusYears(8));
        var born = LocalDate.of(WelfareRegisters.schoolYear(today) - 6, 9, 2);
        var child = new Resident("朱一诺", true, born, LOCAL, Optional.of(ResidentId.make(REGION, born, 22)), Optional.of("Z990000003"));
        person(child, home.address());
        registers.welfare().medicalInsurance(child, "resident", "ordinary");
        registers.people().birth(child, mother, father);
        parents("HHDEMO008", child, mother, father);
        registers.welfare().vaccinations(child);
        registers.welfare().school(child);
    }

    private void manWithoutRecord() {
        var man = Resident.of(MA_CHAO, LOCAL);
        worker(man, "杭州市拱墅区听雨街8号1幢1单元303室");
    }

    private Resident relative(String name, int year, int month, int day, int sequence, String hukou) {
        var id = ResidentId.make(REGION, LocalDate.of(year, month, day), sequence);
        return new Resident(name, id.female(), id.birthDate(), hukou, Optional.of(id), Optional.empty());
    }

    /** What every resident has: register, card with photo, citizen card; grown-ups also an entry that there is no record. */
    private void person(Resident resident, String address) {
        registers.people().household(resident, address);
        registers.people().idCard(resident);
        registers.welfare().citizenCard(resident);
        if (resident.age(today) >= 16) {
            registers.people().record(resident, "none");
        }
    }

    private void worker(Resident resident, String address) {
        person(resident, address);
        work(resident, 14, 8_400);
        registers.welfare().providentAccount(resident, EMPLOYER, 52_000);
    }

    private void work(Resident resident, int months, int base) {
        registers.welfare().medicalInsurance(resident, "employee", "ordinary");
        registers.welfare().contributions(resident, EMPLOYER, PENSION_AND_MEDICAL, months, base);
    }

    private Home owned(int serial, String address, Resident owner) {
        var home = new Home(serial, address);
        registers.housing().home(home);
        registers.housing().title(home, owner.id(), "residential", today.minusYears(3));
        registers.housing().utilities(home, owner.id(), 3, true, random);
        return home;
    }

    private void couple(String householdNo, Resident wife, Resident husband, LocalDate date) {
        registers.people().marriage(wife, husband, "marriage", date);
        registers.people().kin(householdNo, wife, husband, "spouse", "spouse", date);
    }

    private void parents(String householdNo, Resident child, Resident mother, Resident father) {
        registers.people().kin(householdNo, mother, child, "child", "mother", child.born());
        registers.people().kin(householdNo, father, child, "child", "father", child.born());
    }
}
