package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

/** What reviewers do on the page of a case. */
final class Office {

    private Office() {
    }

    static void agree(Person reviewer, String remark) {
        if (!remark.isEmpty()) {
            reviewer.page().locator("form[action$='/opinion'] textarea").fill(remark);
        }
        reviewer.page().locator("button[name=opinion][value=agree]").click();
        assertThat(reviewer.text()).contains("已记录：同意");
    }

    static void requestSupplement(Person reviewer, String requirement, String reason) {
        reviewer.page().locator("input[name=requirement][value='" + requirement + "']").check();
        reviewer.page().locator("form#supplement textarea").fill(reason);
        reviewer.page().locator("form#supplement button[type=submit]").click();
        assertThat(reviewer.text()).contains("时钟停走");
    }

    static void grant(Person reviewer) {
        reviewer.page().locator("button[name=decision][value=grant]").click();
        assertThat(reviewer.text()).contains("已批准");
    }
}
