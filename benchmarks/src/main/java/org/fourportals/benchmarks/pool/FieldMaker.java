package org.fourportals.benchmarks.pool;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.fourportals.pool.Field;
import org.fourportals.pool.Value;

/** Makes values of a field as registers write them: drawn at random, typed, and named by what the field is called. */
record FieldMaker(String name, Function<SplittableRandom, Value> values) {

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严";
    private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉萍红梅鹏辉俊婷雪建华国庆春晓文志海燕飞龙云波宁浩宇轩子涵梓晨欣怡诗雨佳琪思远嘉懿煜城荣博天瑞烨昊越泽楷瑾瑜皓弘睿珺彤若溪一诺沐可";
    private static final String[] DISTRICTS = {"上城区", "拱墅区", "西湖区", "滨江区", "萧山区", "余杭区", "临平区", "钱塘区", "富阳区", "临安区", "桐庐县", "淳安县", "建德市"};
    private static final String[] ROADS = {"文三路", "文一西路", "天目山路", "莫干山路", "环城北路", "解放路", "庆春路", "凤起路", "体育场路", "中河中路", "秋涛北路", "江南大道",
        "滨盛路", "市心中路", "金城路", "建设三路", "迎宾路", "五常大道", "余杭塘路", "西溪路", "古墩路", "丰潭路", "学院路", "教工路"};
    private static final String[] TRADES = {"科技", "贸易", "餐饮管理", "信息技术", "建筑工程", "物业服务", "文化传媒", "电子商务", "医疗器械", "教育咨询", "物流", "服饰"};
    private static final LocalDate FIRST = LocalDate.of(1996, 1, 1);
    private static final LocalDate[] DAYS = FIRST.datesUntil(FIRST.plusYears(30)).toArray(LocalDate[]::new);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    /** How many codes a list of codes has that the city has not fixed: offices, institutions, kinds of goods. */
    private static final int CODES = 600;
    private static final int PICTURE_BYTES = 320;

    static FieldMaker of(Field field) {
        return new FieldMaker(field.name(), switch (field.type()) {
            case ID -> id(field.name());
            case CODE -> code(field.name(), field.codes());
            case TEXT -> text(field.name());
            case DATE -> random -> Value.of(DAYS[random.nextInt(DAYS.length)]);
            case DATETIME -> random -> Value.of(Instant.ofEpochSecond(1_420_000_000L + random.nextInt(370_000_000)));
            case INTEGER -> random -> Value.of((long) random.nextInt(10_000));
            case DECIMAL -> random -> Value.of(BigDecimal.valueOf(random.nextInt(1_000_000), 3));
            case MONEY -> random -> Value.of(BigDecimal.valueOf(random.nextInt(5_000_000), 2));
            case BOOLEAN -> random -> Value.of(random.nextBoolean());
            case IMAGE -> FieldMaker::picture;
        });
    }

    Value make(SplittableRandom random) {
        return values.apply(random);
    }

    /** Companies and people by eighteen characters, everything else by a registry's number: place, day, number in turn. */
    private static Function<SplittableRandom, Value> id(String name) {
        var lower = name.toLowerCase(java.util.Locale.ROOT);
        if (lower.contains("credit") || lower.contains("payer") || lower.contains("employer")) {
            return random -> Value.of("91" + digits(random, 6) + letters(random, 10));
        }
        return lower.endsWith("id") ? random -> Value.of("9999" + digits(random, 14))
                : random -> Value.of("3301" + two(random, 13) + "-" + DAYS[random.nextInt(DAYS.length)] + "-" + digits(random, 10));
    }

    private static Function<SplittableRandom, Value> code(String name, List<String> codes) {
        if (!codes.isEmpty()) {
            var values = codes.stream().map(Value::of).toList();
            return random -> values.get(random.nextInt(values.size()));
        }
        var drawn = new SplittableRandom(name.hashCode());
        var values = java.util.stream.IntStream.range(0, CODES).mapToObj(i -> Value.of("GB-3301" + two(drawn, 13) + digits(drawn, 6) + "." + digits(drawn, 3))).toList();
        return random -> values.get(random.nextInt(CODES));
    }

    private static String two(SplittableRandom random, int below) {
        var number = random.nextInt(below);
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static Function<SplittableRandom, Value> text(String name) {
        var lower = name.toLowerCase(java.util.Locale.ROOT);
        if (lower.contains("month") || lower.contains("period")) {
            return random -> Value.of(2_000 + random.nextInt(27) + (random.nextBoolean() ? "-0" : "-1") + random.nextInt(3));
        }
        if (lower.contains("phone") || lower.contains("mobile")) {
            return random -> Value.of("1" + digits(random, 10));
        }
        if (lower.contains("company") || lower.contains("enterprise") || lower.contains("organisation")) {
            return random -> Value.of("杭州" + hanzi(GIVEN, random) + hanzi(GIVEN, random) + TRADES[random.nextInt(TRADES.length)] + "有限公司");
        }
        if (lower.endsWith("name")) {
            return random -> Value.of("" + hanzi(SURNAMES, random) + hanzi(GIVEN, random) + hanzi(GIVEN, random));
        }
        if (lower.equals("handledby")) {
            return random -> Value.of("杭州" + DISTRICTS[random.nextInt(DISTRICTS.length)] + "政务中心" + (1 + random.nextInt(60)) + "号窗口");
        }
        return random -> Value.of("浙江省杭州市" + DISTRICTS[random.nextInt(DISTRICTS.length)] + ROADS[random.nextInt(ROADS.length)] + (1 + random.nextInt(900))
                + "号" + (1 + random.nextInt(40)) + "幢" + (1 + random.nextInt(4)) + "单元" + (101 + random.nextInt(2_900)) + "室");
    }

    private static Value picture(SplittableRandom random) {
        var bytes = new byte[PICTURE_BYTES];
        random.nextBytes(bytes);
        System.arraycopy(PNG, 0, bytes, 0, PNG.length);
        return Value.of(bytes);
    }

    private static char hanzi(String from, SplittableRandom random) {
        return from.charAt(random.nextInt(from.length()));
    }

    private static String digits(SplittableRandom random, int count) {
        var written = new char[count];
        var rest = random.nextLong() >>> 1;
        for (var i = 0; i < count; i++) {
            written[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(written);
    }

    private static String letters(SplittableRandom random, int count) {
        var written = new char[count];
        var rest = random.nextLong() >>> 1;
        for (var i = 0; i < count; i++) {
            written[i] = "0123456789ABCDEFGHJKLMNPQRTUWXY".charAt((int) (rest % 31));
            rest /= 31;
        }
        return new String(written);
    }
}
