package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** How somebody lets somebody else act for her. */
final class Mandates {

    private Mandates() {
    }

    /** For oneself or a company of one's own, for all affairs. */
    static void give(Person principal, String forWhom, String agentName, String agentCard) {
        principal.open("/mandates/new").choose(forWhom);
        principal.type("对方姓名", agentName).type("对方身份证号码", agentCard).choose("所有事项");
        typeDate(principal, "年", "2027");
        typeDate(principal, "月", "6");
        typeDate(principal, "日", "30");
        principal.press("授权");
        assertThat(principal.text()).contains("已授权给 " + agentName);
    }

    private static void typeDate(Person person, String part, String digits) {
        person.page().getByLabel(part, new Page.GetByLabelOptions().setExact(true)).fill(digits);
    }
}
