package org.fourportals.pool.city;

import java.util.List;
import java.util.Random;

/** Districts as in Hangzhou, roads and villages as nowhere. */
final class Places {

    static final List<String> DISTRICTS = List.of("上城", "拱墅", "西湖", "滨江", "萧山", "余杭", "临平", "钱塘", "富阳", "临安", "桐庐", "淳安", "建德");
    private static final List<String> ROADS = List.of("荷风路", "听雨街", "云帆路", "梅隐巷", "桂语路", "松鹤街", "印月路", "织锦路", "茶语街",
            "望潮路", "竹影路", "书香街", "晴川路", "月桥路", "柳絮街", "橘洲路");
    private static final List<String> PROVINCES = List.of("安徽省阜阳市", "江西省上饶市", "河南省周口市", "湖北省黄冈市", "贵州省毕节市", "四川省达州市", "湖南省邵阳市");
    private static final List<String> PREFECTURES = List.of("浙江省温州市", "浙江省绍兴市", "浙江省金华市", "浙江省台州市", "浙江省衢州市", "浙江省丽水市");

    private Places() {
    }

    static String dwelling(Random random) {
        return "杭州市%s区%s%d号%d幢%d单元%d%02d室".formatted(DISTRICTS.get(random.nextInt(10)), road(random), 1 + random.nextInt(400),
                1 + random.nextInt(30), 1 + random.nextInt(4), 1 + random.nextInt(18), 1 + random.nextInt(4));
    }

    static String premises(Random random) {
        return "杭州市%s区%s%d号".formatted(DISTRICTS.get(random.nextInt(10)), road(random), 1 + random.nextInt(400));
    }

    /** Where somebody registered elsewhere is registered. */
    static String elsewhere(Random random, String hukou) {
        var places = hukou.equals("zhejiang") ? PREFECTURES : PROVINCES;
        return places.get(random.nextInt(places.size())) + road(random) + (1 + random.nextInt(200)) + "号";
    }

    private static String road(Random random) {
        return ROADS.get(random.nextInt(ROADS.size()));
    }
}
