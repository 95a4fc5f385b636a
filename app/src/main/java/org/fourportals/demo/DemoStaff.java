package org.fourportals.demo;

import java.util.List;
import java.util.Set;

import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.identity.Account;

/** The demo's clerks, reviewers and officers. */
final class DemoStaff {

    static final String WEST_LAKE = "xihu";
    static final String GONGSHU = "gongshu";

    private DemoStaff() {
    }

    static List<Account> all() {
        return List.of(
                clerk("clerk-xihu", "陈晓燕", "Chen Xiaoyan", WEST_LAKE),
                clerk("clerk-xihu-2", "方志远", "Fang Zhiyuan", WEST_LAKE),
                clerk("clerk-gongshu", "俞丽", "Yu Li", GONGSHU),
                reviewer("reviewer-market", "许建国", "Xu Jianguo", "market-regulation"),
                reviewer("reviewer-market-2", "钱敏", "Qian Min", "market-regulation"),
                reviewer("reviewer-fire", "郑勇", "Zheng Yong", "fire-rescue"),
                reviewer("reviewer-medical", "徐静", "Xu Jing", "medical-insurance"),
                reviewer("reviewer-police", "楼斌", "Lou Bin", "public-security"),
                reviewer("reviewer-civil", "金兰", "Jin Lan", "civil-affairs"),
                reviewer("reviewer-fund", "何伟", "He Wei", "provident-fund"),
                reviewer("reviewer-traffic", "施磊", "Shi Lei", "traffic-police"),
                reviewer("reviewer-education", "章慧", "Zhang Hui", "education"),
                reviewer("reviewer-power", "汪强", "Wang Qiang", "power-supply"),
                reviewer("reviewer-water", "沈芳", "Shen Fang", "water-supply"),
                reviewer("reviewer-gas", "裘军", "Qiu Jun", "gas-supply"),
                head("head-market", "盛建华", "Sheng Jianhua", "market-regulation"),
                head("head-fire", "邵国平", "Shao Guoping", "fire-rescue"),
                head("head-civil", "邹丽", "Zou Li", "civil-affairs"),
                Account.staff("supervisor", new Text("应海涛", "Ying Haitao"), Set.of(Role.SUPERVISOR), "data-resources", null),
                Account.staff("bureau", new Text("骆文", "Luo Wen"), Set.of(Role.BUREAU), "data-resources", null),
                Account.staff("bureau-2", new Text("柳青", "Liu Qing"), Set.of(Role.BUREAU), "data-resources", null),
                Account.staff("editor", new Text("童欣", "Tong Xin"), Set.of(Role.EDITOR), "data-resources", null),
                Account.staff("editor-2", new Text("毛晴", "Mao Qing"), Set.of(Role.EDITOR), "data-resources", null),
                Account.staff("operator", new Text("葛明", "Ge Ming"), Set.of(Role.OPERATOR), "data-resources", null));
    }

    private static Account clerk(String username, String zh, String en, String centre) {
        return Account.staff(username, new Text(zh, en), Set.of(Role.CLERK), "township-offices", centre);
    }

    private static Account reviewer(String username, String zh, String en, String department) {
        return Account.staff(username, new Text(zh, en), Set.of(Role.REVIEWER), department, null);
    }

    private static Account head(String username, String zh, String en, String department) {
        return Account.staff(username, new Text(zh, en), Set.of(Role.HEAD), department, null);
    }
}
