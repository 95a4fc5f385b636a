package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

/** What reviewers do on the page of a case. */
final class Office {

    private Office() {
    }

    static void agree(Person reviewer, String remark) {
        if (!remark.isEmpty()) {
            reviewer.page().locator("textarea[name=remark]").first().fill(remark);
        }
        reviewer.page().locator("button[name=agrees][value=true], button[value=agree]").first().click();
        assertThat(reviewer.text()).contains("已");
    }

    static void requestSupplement(Person reviewer, String reason) {
        reviewer.page().locator("main input[type=checkbox][name=requirements]").first().check();
        reviewer.page().locator("textarea[name=reason]").first().fill(reason);
        reviewer.page().locator("button[formaction*=supplement], form[action*=supplement] button").first().click();
    }

    static void grant(Person reviewer) {
        reviewer.page().locator("button[name=grants][value=true], button[value=grant]").first().click();
    }
}
