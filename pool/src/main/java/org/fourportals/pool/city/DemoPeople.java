package org.fourportals.pool.city;

import java.time.LocalDate;
import java.util.List;
import org.fourportals.pool.identifier.CreditCode;
import org.fourportals.pool.identifier.ResidentId;

/**
 * The people of the demo, the same in every city and at every start; {@link DemoCity} makes their stories true relative
 * to its day. Their small children are not here: a baby's number holds its birthday, which moves with the day.
 */
public final class DemoPeople {

    /** Region of all demo residents and companies; nobody's. */
    static final int REGION = 999_990;

    public static final DemoPerson LIN_XIAOYUE = person("lin-xiaoyue", "林晓月", "Lin Xiaoyue", 1995, 3, 18, 6, 1,
            "宝宝安安出生约六十天，已落户，还没有参加医疗保险。",
            "Her baby An'an is about sixty days old, in the household register, and not yet in medical insurance.");
    public static final DemoPerson CHEN_ZHIQIANG = person("chen-zhiqiang", "陈志强", "Chen Zhiqiang", 1993, 7, 22, 3, 2,
            "林晓月的丈夫，安安的父亲。", "Lin Xiaoyue's husband and An'an's father.");
    public static final DemoPerson ZHOU_YUTONG = person("zhou-yutong", "周雨桐", "Zhou Yutong", 1997, 5, 9, 8, 3,
            "宝宝出生二十天，只有出生医学证明，还没有落户。",
            "Her baby is twenty days old and has a birth certificate only: not yet in the household register.");
    public static final DemoPerson WANG_DEFU = person("wang-defu", "王德福", "Wang Defu", 1944, 4, 12, 5, 4,
            "八十多岁，杭州户籍，有市民卡，还没有申请高龄津贴。",
            "Past eighty, in the Hangzhou register, has a citizen card but no old-age allowance yet.");
    public static final DemoPerson WANG_MEILI = person("wang-meili", "王美丽", "Wang Meili", 1974, 6, 3, 4, 5,
            "王德福的女儿，可以替父亲办事。", "Wang Defu's daughter; she can act for her father.");
    public static final DemoPerson SHEN_JIAMING = person("shen-jiaming", "沈嘉明", "Shen Jiaming", 1984, 9, 15, 7, 6,
            "湖畔小馆的法定代表人：要办食品经营许可，上年度年报还没有报。",
            "Legal representative of the Lakeside Bistro: needs a food licence, and last year's report is not filed.");
    public static final DemoPerson GAO_TING = person("gao-ting", "高婷", "Gao Ting", 1990, 1, 27, 2, 7,
            "沈嘉明的会计，会得到公司的授权。", "Shen Jiaming's accountant; she will be given a mandate.");
    public static final DemoPerson ZHAO_PENG = person("zhao-peng", "赵鹏", "Zhao Peng", 1996, 12, 2, 9, 8,
            "外省来杭，居住证二十五天后到期，租房，缴纳社保和公积金。",
            "From another province: residence permit ends in 25 days; rents, and pays insurance and provident fund.");
    public static final DemoPerson WU_HAIYAN = person("wu-haiyan", "吴海燕", "Wu Haiyan", 1981, 2, 20, 10, 9,
            "驾驶证六十天后到期，没有未处理的违法。", "Her driving licence expires in sixty days; no open violations.");
    public static final DemoPerson SUN_LI = person("sun-li", "孙丽", "Sun Li", 1988, 8, 8, 12, 10,
            "两周前买了房，水电气还在卖家名下。", "Bought a home two weeks ago; water, power and gas are still in the seller's name.");
    public static final DemoPerson HE_JING = person("he-jing", "何静", "He Jing", 1991, 10, 11, 14, 11,
            "孩子明年九月上小学，杭州户籍，名下有两套房。",
            "Her child starts primary school next September; Hangzhou register, owns two homes.");
    public static final DemoPerson MA_CHAO = person("ma-chao", "马超", "Ma Chao", 1997, 3, 30, 11, 12,
            "杭州户籍，没有犯罪记录，要开证明。", "In the Hangzhou register, no criminal record, needs the certificate.");

    /** Shen Jiaming's company, 杭州湖畔小馆餐饮有限公司. */
    public static final CreditCode LAKESIDE_BISTRO = CreditCode.make('9', '1', REGION, 1);

    private DemoPeople() {
    }

    /** All of them, in the order of their stories. */
    public static List<DemoPerson> all() {
        return List.of(LIN_XIAOYUE, CHEN_ZHIQIANG, ZHOU_YUTONG, WANG_DEFU, WANG_MEILI, SHEN_JIAMING, GAO_TING, ZHAO_PENG,
                WU_HAIYAN, SUN_LI, HE_JING, MA_CHAO);
    }

    /** @throws IllegalArgumentException for a key that is nobody's */
    public static DemoPerson get(String key) {
        return all().stream().filter(person -> person.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no demo person is called \"" + key + "\""));
    }

    private static DemoPerson person(String key, String nameZh, String nameLatin, int year, int month, int day, int sequence,
                                     int phone, String storyZh, String storyEn) {
        return new DemoPerson(key, nameZh, nameLatin, ResidentId.make(REGION, LocalDate.of(year, month, day), sequence),
                "1990000%04d".formatted(phone), storyZh, storyEn);
    }
}
