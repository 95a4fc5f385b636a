package org.fourportals.pool.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fourportals.pool.identifier.CreditCode;

/** Founds the city's companies one after the other and remembers where one can work. */
final class Companies {

    private static final List<String> WORDS = List.of("云栖", "湖光", "江畔", "吴山", "茗香", "锦绣", "晴川", "远帆", "禾木", "青竹", "星河", "里仁", "明德", "安澜", "知行", "善治");
    private static final List<String> TRADES = List.of("餐饮", "信息技术", "贸易", "服饰", "文化传媒", "装饰工程", "食品", "物流", "机械", "教育咨询");

    private final Registers registers;
    private final LocalDate today;
    private final int firstSerial;
    private final List<CreditCode> founded = new ArrayList<>();

    Companies(Registers registers, LocalDate today, int firstSerial) {
        this.registers = registers;
        this.today = today;
        this.firstSerial = firstSerial;
    }

    boolean none() {
        return founded.isEmpty();
    }

    CreditCode any(Random random) {
        return founded.get(random.nextInt(founded.size()));
    }

    void found(Resident representative, Random random) {
        var individual = random.nextInt(3) == 0;
        var code = CreditCode.make('9', individual ? '2' : '1', DemoPeople.REGION, firstSerial + founded.size());
        var trade = TRADES.get(random.nextInt(TRADES.size()));
        var word = WORDS.get(random.nextInt(WORDS.size())) + WORDS.get(random.nextInt(WORDS.size()));
        var name = individual ? "杭州" + word + trade + "店" : "杭州" + word + trade + "有限公司";
        var address = Places.premises(random);
        var abnormal = random.nextInt(40) == 0;
        registers.companies().company(code, name, individual ? "individual-business" : "limited-company", representative, address, trade, abnormal ? "abnormal" : "active");
        var staff = 1 + random.nextInt(40);
        for (var year = today.getYear() - 3; year < today.getYear(); year++) {
            if (!abnormal || year < today.getYear() - 1) {
                registers.companies().annualReport(code, year, staff, abnormal);
            }
        }
        registers.companies().insured(code, name, staff, random.nextInt(30) == 0);
        registers.companies().taxReturns(code, "vat", 6, 10_000 + random.nextInt(500_000));
        if (trade.equals("餐饮") || trade.equals("食品")) {
            registers.companies().foodLicence(code, trade.equals("餐饮") ? "restaurant" : "food-shop", address, today.plusDays(random.nextInt(1_500) - 60L));
        }
        founded.add(code);
    }
}
