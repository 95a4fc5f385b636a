package org.fourportals.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.fourportals.base.Actor;
import org.fourportals.base.Language;
import org.fourportals.base.Portal;
import org.fourportals.base.Text;
import org.junit.jupiter.api.Test;

/** Addresses, dates, amounts and navigation as each portal and language needs them. */
class PageTest {

    @Test
    void addressesHaveThePortalsPrefix() {
        assertThat(page(Portal.WEB, null).url("/cases")).isEqualTo("/cases");
        assertThat(page(Portal.WEB, null).url("/")).isEqualTo("/");
        assertThat(page(Portal.MOBILE, null).url("/cases")).isEqualTo("/m/cases");
        assertThat(page(Portal.MOBILE, null).url("/")).isEqualTo("/m");
        assertThatThrownBy(() -> page(Portal.WEB, null).url("cases")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void switchesKeepTheRestOfTheAddress() {
        assertThat(page(Portal.WEB, "q=%E5%8C%BB&lang=zh&page=2").otherLanguageUrl()).isEqualTo("/kit?q=%E5%8C%BB&page=2&lang=en");
        assertThat(page(Portal.WEB, "lang=zh&lang=en&&language=x").otherLanguageUrl()).isEqualTo("/kit?language=x&lang=en");
        assertThat(page(Portal.WEB, null).elderUrl()).isEqualTo("/kit?elder=1");
        assertThat(page(Portal.WEB, "a").here("q", "a&b=c d\"<")).isEqualTo("/kit?a&q=a%26b%3Dc+d%22%3C");
    }

    @Test
    void datesAndAmountsFollowTheLanguageAndTheCitysZone() {
        Page zh = Samples.page(Portal.WEB, Language.ZH, false);
        Page en = Samples.page(Portal.WEB, Language.EN, false);
        Instant lateInUtc = Instant.parse("2026-12-31T16:05:00Z");
        assertThat(zh.dateTime(lateInUtc)).isEqualTo("2027年1月1日 00:05");
        assertThat(en.dateTime(lateInUtc)).isEqualTo("1 January 2027, 00:05");
        assertThat(en.date(LocalDate.of(2028, 2, 29))).isEqualTo("29 February 2028");
        assertThat(zh.money(new BigDecimal("1234.5"))).isEqualTo("1,234.50 元");
        assertThat(en.money(new BigDecimal("1200.00"))).isEqualTo("¥1,200");
        assertThat(en.money(new BigDecimal("0.00"))).isEqualTo("Free");
        assertThat(en.t("error.reference", new Text("甲", "A"))).endsWith("A");
    }

    @Test
    void navigationShowsOnlyWhatTheReaderMayOpenAndMarksWhereSheIs() {
        Page reviewer = Samples.page(Portal.OFFICE, Language.EN, false, Samples.reader(Portal.OFFICE), "/office/worklist/7", null);
        assertThat(reviewer.nav()).extracting(NavItem::label).contains("Reviews", "Data sets").doesNotContain("Operation");
        assertThat(reviewer.nav()).filteredOn(NavItem::current).extracting(NavItem::href).isEqualTo(List.of("/office/worklist"));
        Page visitor = Samples.page(Portal.MOBILE, Language.ZH, false, new Actor.Visitor(Portal.MOBILE, null), "/m", null);
        assertThat(visitor.nav()).extracting(NavItem::href).startsWith("/m", "/m/cases");
        assertThat(visitor.nav()).filteredOn(NavItem::current).hasSize(1);
    }

    @Test
    void assetsAreFoundOrRefused() {
        Page page = Samples.page(Portal.WEB, Language.EN, false);
        assertThat(page.asset("js/main.js")).matches("/assets/[0-9a-f]{12}/js/main\\.js");
        assertThatThrownBy(() -> page.asset("js/none.js")).hasMessageContaining("js/none.js");
        assertThatThrownBy(() -> page.styles("none")).hasMessageContaining("none");
        assertThatThrownBy(() -> Assets.load(Path.of("target/no-such-sheet.css"))).hasMessageContaining("no-such-sheet.css");
    }

    private static Page page(Portal portal, @org.jspecify.annotations.Nullable String query) {
        return Samples.page(portal, Language.ZH, false, Samples.reader(portal), portal.path() + "/kit", query);
    }
}
