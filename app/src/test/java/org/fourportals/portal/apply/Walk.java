package org.fourportals.portal.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.ServletContext;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.casework.Case;
import org.fourportals.casework.Cases;
import org.fourportals.casework.ChooseSubject;
import org.fourportals.casework.Interview;
import org.fourportals.casework.Progress;
import org.fourportals.casework.StartDraft;
import org.fourportals.casework.TestPapers;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Evidence;
import org.fourportals.circumstances.Standing;
import org.fourportals.desk.Desk;
import org.fourportals.identity.Accounts;
import org.fourportals.identity.CurrentActor;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** One reader with one browser, who calls the pages of the running system. */
final class Walk {

    private static final MockMvc MVC = MockMvcBuilders.webAppContextSetup(
            WebApplicationContextUtils.getRequiredWebApplicationContext(TestCity.get(ServletContext.class))).build();

    private final Actor actor;
    private final MockHttpSession session = new MockHttpSession();
    private String language = "zh";

    Walk(Actor actor) {
        this.actor = actor;
    }

    static Walk resident(String username, Portal portal) {
        return new Walk(actor(username, portal));
    }

    static Actor.Resident actor(String username, Portal portal) {
        var account = TestCity.get(Accounts.class).findByUsername(username).orElseThrow();
        return new Actor.Resident(account.subject(), account.name().zh(), portal, null);
    }

    static Actor.Staff staff(String username, Portal portal, org.fourportals.base.Subject serving) {
        var account = TestCity.get(Accounts.class).findByUsername(username).orElseThrow();
        return new Actor.Staff(username, account.name(), account.roles(), account.department(), account.centre(), portal, serving);
    }

    Walk inEnglish() {
        language = "en";
        return this;
    }

    Actor actor() {
        return actor;
    }

    MockHttpSession session() {
        return session;
    }

    UUID start(String affair) {
        var started = TestCity.get(Desk.class).perform(actor, TestCity.get(StartDraft.class), new StartDraft.Request(affair, true));
        return ((StartDraft.DraftStarted) started).caseId();
    }

    void chooseFirst(UUID id) {
        var candidate = TestCity.get(ChooseSubject.class).candidates(actor, seen(id)).getFirst();
        send(path("/apply/" + id + "/about"), Map.of("subject", String.valueOf(candidate.subject().number())));
    }

    String path(String path) {
        return actor.portal().path() + path;
    }

    Case seen(UUID id) {
        return TestCity.get(Cases.class).find(actor, id).orElseThrow();
    }

    Progress progress(UUID id) {
        return TestCity.get(Interview.class).progress(seen(id));
    }

    Page open(String path) {
        return call(get(path));
    }

    Page send(String path, Map<String, String> fields) {
        var request = post(path);
        fields.forEach(request::param);
        return call(request);
    }

    Page upload(String path, String fileName, byte[] content) {
        return call(multipart(path).file(new MockMultipartFile("file", fileName, "application/pdf", content)).param("how", "upload"));
    }

    private Page call(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            MvcResult result = MVC.perform(request.requestAttr(CurrentActor.class.getName(), actor).session(session)
                    .cookie(new jakarta.servlet.http.Cookie("lang", language))).andReturn();
            result.getResponse().setCharacterEncoding("UTF-8");
            return new Page(result.getResponse().getStatus(), result.getResponse().getRedirectedUrl(),
                    result.getResponse().getContentAsString(), result.getResponse());
        } catch (Exception e) {
            throw new IllegalStateException("The page failed", e);
        }
    }

    /** Answers what is asked by the given answers, else with no, or with the first that leads on. */
    void answer(UUID id, Map<String, String> preferred) {
        for (int step = 0; step < 40 && progress(id).standing() instanceof Standing.Asking asking; step++) {
            var question = asking.next();
            List<String> options = preferred.containsKey(question.id()) ? List.of(preferred.get(question.id()))
                    : question.answers().isEmpty() ? List.of("no", "yes", "1") : question.answers();
            options.stream().takeWhile(option -> progress(id).standing() instanceof Standing.Asking now && now.next().equals(question))
                    .forEach(option -> send(path("/apply/" + id + "/question/" + question.id()), Map.of("answer", option)));
        }
    }

    /** Brings what is missing, by a declaration where one does, and fills in the form. */
    void complete(UUID id) {
        for (Progress.Line line : progress(id).checklist()) {
            String paper = path("/apply/" + id + "/evidence/" + line.requirement().id());
            if (line.atHand() instanceof Progress.AtHand.Missing missing) {
                boolean declare = missing.ways().stream().anyMatch(Evidence.Declaration.class::isInstance);
                Page brought = declare ? send(paper, Map.of("how", "declare", "agree", "yes"))
                        : upload(paper, "paper.pdf", TestPapers.pdf(line.requirement().id()));
                assertThat(brought.redirect()).as(line.requirement().id()).endsWith("/checklist");
            }
        }
        Map<String, String> typed = new HashMap<>();
        progress(id).problems().forEach(line -> typed.put(line.field().id(), sample(line.field())));
        typed.putIfAbsent("phone", "138 0000 1111");
        send(path("/apply/" + id + "/form"), typed);
        assertThat(progress(id).problems()).isEmpty();
    }

    private static String sample(AffairPlan.Field field) {
        return switch (field.type()) {
            case "phone" -> "138 0000 1111";
            case "number", "money" -> "12";
            case "choice" -> field.options().getFirst().id();
            case "yes-no" -> "yes";
            default -> "李明";
        };
    }

    /** What came back. */
    record Page(int status, String redirect, String html, org.springframework.mock.web.MockHttpServletResponse response) {
    }
}
