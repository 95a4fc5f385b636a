package org.fourportals.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;

import org.fourportals.base.Portal;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What people and programs are told when something failed. */
class ErrorPagesTest {

    private final PageFrame frame = new PageFrame(Samples.HOUSE, request -> request.getHeader("X-Visitor") == null ? Samples.reader(Portal.WEB)
            : new org.fourportals.base.Actor.Visitor(Portal.WEB, null));
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new ErrorPages(frame), new Stylesheets(Assets.load(null)))
            .setViewResolvers(new PageViews(PortalConfiguration.engine(), frame)).build();

    @Test
    void aPersonIsToldWhatToDoInHerLanguageWithAReference() throws Exception {
        mvc.perform(failure(404, "/cases/9").queryParam("lang", "en")).andExpect(status().isNotFound())
                .andExpect(header().string("Content-Type", "text/html;charset=UTF-8")).andExpect(content().string(containsString("Page not found")));
        mvc.perform(failure(413, "/wallet").header("Accept-Language", "zh-CN")).andExpect(status().is(413)).andExpect(content().string(containsString("文件太大")));
        mvc.perform(failure(500, "/").header("Accept-Language", "en")).andExpect(content().string(containsString("quote ")))
                .andExpect(content().string(not(containsString("secret detail"))));
        mvc.perform(failure(418, "/").header("Accept-Language", "en")).andExpect(status().is(418)).andExpect(content().string(containsString("We did not understand this")));
    }

    @Test
    void aRefusedFormOfNobodyIsAnEndedSessionAndOfSomebodyARefusal() throws Exception {
        mvc.perform(failure(403, "/apply").header("Accept-Language", "en").header("X-Visitor", "1")).andExpect(content().string(containsString("Your session has ended")));
        mvc.perform(failure(403, "/apply").header("Accept-Language", "en")).andExpect(content().string(containsString("You cannot see this page")));
    }

    @Test
    void aProgramIsGivenProblemDetails() throws Exception {
        mvc.perform(failure(404, "/api/cases/9").header("Accept-Language", "en")).andExpect(status().isNotFound())
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(content().string(containsString("\"title\":\"Page not found\""))).andExpect(content().string(containsString("\"status\":404")))
                .andExpect(content().string(containsString("urn:fourportals:reference:")));
        mvc.perform(failure(404, "/apiary")).andExpect(header().string("Content-Type", "text/html;charset=UTF-8"));
    }

    @Test
    void styleSheetsAreKeptForEverButOnlyUnderTheirOwnVersion() throws Exception {
        mvc.perform(get(Samples.HOUSE.assets().styles("kiosk"))).andExpect(status().isOk()).andExpect(header().string("Cache-Control", containsString("immutable")))
                .andExpect(content().string(containsString(".fp-kiosk-bar")));
        mvc.perform(get("/assets/000000000000/styles/kiosk.css")).andExpect(status().isNotFound());
        mvc.perform(get(Samples.HOUSE.assets().styles("web").replace("web", "none"))).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder failure(int code, String path) {
        return request(HttpMethod.GET, "/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, code).requestAttr(RequestDispatcher.ERROR_REQUEST_URI, path)
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret detail"));
    }
}
