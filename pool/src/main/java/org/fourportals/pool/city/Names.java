package org.fourportals.pool.city;

import java.util.Random;

/** Plausible names: surnames by how common they are, given names of characters people give to girls and boys. */
final class Names {

    private static final String SURNAMES = "王王王王李李李李张张张陈陈陈陈刘刘杨杨黄赵吴周徐徐孙马朱胡郭何林林高罗郑郑梁谢宋唐许韩冯邓曹彭曾肖田董潘潘袁蔡蒋余余于"
            + "杜叶程魏苏吕丁任卢姚沈沈沈钟姜崔谭陆范汪廖石金金韦贾夏付方方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万钱覃武戴孔向汤俞来楼章";
    private static final String GIRLS = "芳娜敏静秀丽艳娟霞燕玲桂英华慧巧美雪梅琴兰洁云莲雅萍红月彩春菊凤柔荷婷玉怡佳雨晴欣梦琪诗涵语桐思妍若曦可悦瑶颖露";
    private static final String BOYS = "伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆旭宁龙林峰建国志海天子轩博文昊然睿辰逸铭泽一诺瑞霖皓嘉懿晨弘毅";

    private Names() {
    }

    static String surname(Random random) {
        return pick(SURNAMES, random);
    }

    static String given(Random random, boolean female) {
        var characters = female ? GIRLS : BOYS;
        var first = pick(characters, random);
        return random.nextInt(5) == 0 ? first : first + pick(characters, random);
    }

    private static String pick(String characters, Random random) {
        return String.valueOf(characters.charAt(random.nextInt(characters.length())));
    }
}
