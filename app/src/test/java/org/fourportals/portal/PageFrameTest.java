package org.fourportals.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;

import org.fourportals.base.Actor;
import org.fourportals.base.Language;
import org.fourportals.base.Portal;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the frame takes from a request, and what it does with nonsense there. */
class PageFrameTest {

    private final PageFrame frame = new PageFrame(Samples.HOUSE, request -> new Actor.Visitor(Portal.of(request.getRequestURI()), null));

    @Test
    void addressComesBeforeCookieAndCookieBeforeBrowser() {
        MockHttpServletRequest request = request("/m/cases", "lang=en");
        request.addHeader("Accept-Language", "zh-CN");
        request.setCookies(new Cookie("lang", "zh"), new Cookie("elder", "1"));
        Page page = frame.of(request);
        assertThat(page.language()).isEqualTo(Language.EN);
        assertThat(page.elder()).isTrue();
        assertThat(page.portal()).isEqualTo(Portal.MOBILE);
        assertThat(frame.of(request)).isSameAs(page);

        MockHttpServletRequest byCookie = request("/", null);
        byCookie.addHeader("Accept-Language", "en-GB,en;q=0.9");
        byCookie.setCookies(new Cookie("lang", "zh"));
        assertThat(frame.of(byCookie).language()).isEqualTo(Language.ZH);

        MockHttpServletRequest byBrowser = request("/", null);
        byBrowser.addHeader("Accept-Language", "en-GB,en;q=0.9");
        assertThat(frame.of(byBrowser).language()).isEqualTo(Language.EN);
        assertThat(frame.of(request("/", null)).language()).isEqualTo(Language.ZH);
    }

    @Test
    void nonsenseIsAsIfItWereAbsent() {
        MockHttpServletRequest request = request("/", "lang=<script>&elder=2&lang");
        request.setCookies(new Cookie("lang", "../../etc"), new Cookie("elder", "yes"));
        Page page = frame.of(request);
        assertThat(page.language()).isEqualTo(Language.ZH);
        assertThat(page.elder()).isFalse();
        MockHttpServletResponse response = new MockHttpServletResponse();
        PageFrame.keepChoices(request, response);
        assertThat(response.getCookies()).isEmpty();
    }

    @Test
    void choicesAreKeptAndForgotten() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        PageFrame.keepChoices(request("/", "elder=1&lang=en"), response);
        assertThat(Arrays.stream(response.getCookies()).map(cookie -> cookie.getName() + "=" + cookie.getValue())).containsExactlyInAnyOrder("lang=en", "elder=1");
        MockHttpServletResponse wiped = new MockHttpServletResponse();
        PageFrame.forgetChoices(request("/kiosk", null), wiped);
        assertThat(wiped.getCookies()).hasSize(2).allSatisfy(cookie -> assertThat(cookie.getMaxAge()).isZero());
    }

    @Test
    void anErrorKeepsTheAddressOfItsPageAndNeedsNoActor() {
        PageFrame broken = new PageFrame(Samples.HOUSE, request -> {
            throw new IllegalStateException("no database");
        });
        MockHttpServletRequest request = request("/error", null);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/kiosk/apply");
        Page page = broken.afterFailure(request);
        assertThat(page.portal()).isEqualTo(Portal.KIOSK);
        assertThat(page.path()).isEqualTo("/kiosk/apply");
        assertThat(page.signedIn()).isFalse();
        assertThat(page.reference()).matches("[2-9A-Z]{8}").isEqualTo(PageFrame.reference(request));
    }

    private static MockHttpServletRequest request(String path, @org.jspecify.annotations.Nullable String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        return request;
    }
}
