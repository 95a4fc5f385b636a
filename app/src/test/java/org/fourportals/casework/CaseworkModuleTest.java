package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.casework.BringEvidence.Kind;
import org.fourportals.catalogue.AffairPlan;
import org.junit.jupiter.api.Test;

/** Whole cases through the desk, on the demo city's records, as the portals drive them. */
class CaseworkModuleTest extends WholeCases {

    @Test
    void decidesAtOnceWhatThePoolProvesAndAsksForNoPaper() {
        Actor mother = resident("zhou-yutong", Portal.WEB);
        UUID id = draft(mother, "newborn-household-registration");
        chooseFirst(mother, id);
        walk(mother, id, Map.of());
        Progress progress = interview.progress(cases.find(mother, id).orElseThrow());
        assertThat(progress.missing()).isEmpty();
        fill(mother, id);

        var result = desk.perform(mother, TestCity.get(SubmitCase.class), new SubmitCase.Request(id), UUID.randomUUID());

        assertThat(result).isInstanceOfSatisfying(SubmitCase.Submitted.class, s -> {
            assertThat(s.decided()).isTrue();
            assertThat(CaseNumber.parse(s.number())).isPresent();
        });
        Case granted = cases.find(mother, id).orElseThrow();
        assertThat(granted.state()).isEqualTo(CaseState.GRANTED);
        assertThat(cases.listEvents(granted)).extracting(CaseEvent::type)
                .containsExactly(CaseEvent.Type.STARTED, CaseEvent.Type.SUBMITTED, CaseEvent.Type.ACCEPTED, CaseEvent.Type.GRANTED);
    }

    @Test
    void letsDepartmentsReviewInParallelAndStandsStillDuringASupplement() {
        Actor agent = resident("shen-jiaming", Portal.WEB);
        UUID id = draft(agent, "food-business-licence");
        chooseFirst(agent, id);
        desk.perform(agent, TestCity.get(AnswerQuestion.class), new AnswerQuestion.Request(id, "application", List.of("new")));
        walk(agent, id, Map.of());
        bringAll(agent, id);
        fill(agent, id);
        assertThat(desk.perform(agent, TestCity.get(SubmitCase.class), new SubmitCase.Request(id), UUID.randomUUID()))
                .isInstanceOf(SubmitCase.Submitted.class);
        Actor clerk = staff("clerk-xihu");
        act(clerk, id, v -> desk.perform(clerk, TestCity.get(AcceptCase.class), new AcceptCase.Request(id, v), UUID.randomUUID()));
        Actor market = staff("reviewer-market");
        Actor fire = staff("reviewer-fire");
        assertThat(cases.worklist((Actor.Staff) fire)).extracting(w -> w.entry().id()).contains(id);
        act(market, id, v -> desk.perform(market, TestCity.get(ReviewCase.class), new ReviewCase.Request(id, v, true, ""),
                UUID.randomUUID()));
        String paper = interview.progress(seen(fire, id)).checklist().stream()
                .filter(l -> l.atHand() instanceof Progress.AtHand.Document).findFirst().orElseThrow().requirement().id();
        act(fire, id, v -> desk.perform(fire, TestCity.get(RequestSupplement.class),
                new RequestSupplement.Request(id, v, List.of(paper), "图纸看不清"), UUID.randomUUID()));
        int before = cases.clock(seen(agent, id)).used();
        assertThat(cases.clock(seen(agent, id)).standsStill()).isTrue();
        TestCity.clock().advance(Duration.ofDays(10));
        assertThat(cases.clock(seen(agent, id)).used()).isEqualTo(before);

        assertThat(desk.perform(agent, TestCity.get(AnswerSupplement.class), new AnswerSupplement.Request(id), UUID.randomUUID()))
                .isInstanceOf(AnswerSupplement.StillMissing.class);
        bring(agent, id, paper, TestPapers.pdf("a clearer drawing"));
        assertThat(desk.perform(agent, TestCity.get(AnswerSupplement.class), new AnswerSupplement.Request(id), UUID.randomUUID()))
                .isInstanceOf(AnswerSupplement.Supplemented.class);
        act(fire, id, v -> desk.perform(fire, TestCity.get(ReviewCase.class), new ReviewCase.Request(id, v, true, ""), UUID.randomUUID()));
        act(market, id, v -> desk.perform(market, TestCity.get(ReviewCase.class), new ReviewCase.Request(id, v, true, "现场合格"),
                UUID.randomUUID()));
        act(market, id, v -> desk.perform(market, TestCity.get(DecideCase.class), new DecideCase.Request(id, v, true, ""),
                UUID.randomUUID()));
        assertThat(seen(agent, id).state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void passesOverAStageThatTheCircumstanceDoesNotNeed() {
        Actor agent = resident("shen-jiaming", Portal.WEB);
        UUID id = handInARenewal(agent);
        Actor clerk = staff("clerk-xihu");
        act(clerk, id, v -> desk.perform(clerk, TestCity.get(AcceptCase.class), new AcceptCase.Request(id, v), UUID.randomUUID()));
        for (String department : List.of("reviewer-market", "reviewer-fire")) {
            Actor reviewer = staff(department);
            act(reviewer, id, v -> desk.perform(reviewer, TestCity.get(ReviewCase.class), new ReviewCase.Request(id, v, true, ""),
                    UUID.randomUUID()));
        }

        Actor market = staff("reviewer-market");
        assertThat(cases.listEvents(seen(agent, id))).filteredOn(e -> e.type() == CaseEvent.Type.STAGE_BEGAN)
                .extracting(e -> e.detail().get("stage")).containsExactly("review", "decide");
        act(market, id, v -> desk.perform(market, TestCity.get(DecideCase.class), new DecideCase.Request(id, v, true, ""),
                UUID.randomUUID()));
        assertThat(seen(agent, id).state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void givesARepeatedSubmissionTheFirstAnswer() {
        Actor resident = resident("ma-chao", Portal.WEB);
        UUID id = draft(resident, "no-criminal-record-certificate");
        walk(resident, id, Map.of());
        bringAll(resident, id);
        fill(resident, id);
        UUID key = UUID.randomUUID();
        SubmitCase submit = TestCity.get(SubmitCase.class);
        var first = desk.perform(resident, submit, new SubmitCase.Request(id), key);
        assertThat(first).isInstanceOf(SubmitCase.Submitted.class);
        assertThat(desk.perform(resident, submit, new SubmitCase.Request(id), key)).isEqualTo(first);
        assertThat(desk.perform(resident, submit, new SubmitCase.Request(id), UUID.randomUUID()))
                .isInstanceOf(SubmitCase.AlreadySubmitted.class);
        assertThat(cases.listEvents(seen(resident, id)).stream().filter(e -> e.type() == CaseEvent.Type.SUBMITTED)).hasSize(1);
    }

    @Test
    void hidesACaseFromEverybodyElse() {
        Actor mother = resident("he-jing", Portal.WEB);
        UUID id = draft(mother, "primary-school-enrolment");
        assertThat(cases.find(resident("wu-haiyan", Portal.WEB), id)).isEmpty();
        assertThat(cases.find(staff("clerk-xihu"), id)).isEmpty();
        assertThat(cases.find(new Actor.Visitor(Portal.WEB, UUID.randomUUID()), id)).isEmpty();
        assertThat(desk.perform(resident("wu-haiyan", Portal.WEB), TestCity.get(SubmitCase.class), new SubmitCase.Request(id),
                UUID.randomUUID())).isInstanceOf(SubmitCase.NotFound.class);
    }

    @Test
    void doesNotDecideAtOnceWhereTheRegistersSayOtherwise() {
        Actor elder = resident("wang-defu", Portal.WEB);
        UUID id = draft(elder, "old-age-allowance");
        walk(elder, id, Map.of());
        Progress progress = interview.progress(seen(elder, id));
        var known = progress.asked().stream().filter(a -> a.dataset() != null)
                .filter(a -> a.question().kind() == org.fourportals.catalogue.AffairPlan.Kind.CHOICE).findFirst().orElseThrow();
        String otherwise = known.question().answers().stream().map(c -> c.id()).filter(a -> !a.equals(known.answer())).findFirst()
                .orElseThrow();
        assertThat(interview.contradictions(seen(elder, id))).isEmpty();
        desk.perform(elder, TestCity.get(AnswerQuestion.class),
                new AnswerQuestion.Request(id, known.question().id(), List.of(otherwise)));
        assertThat(interview.contradictions(seen(elder, id))).containsEntry(known.question().id(), known.answer());
        assertThat(interview.isInstant(interview.progress(seen(elder, id)))).isFalse();
    }

    @Test
    void refreshesADraftThatLayForDaysAndKeepsWhatWasAnswered() {
        Actor driver = resident("sun-li", Portal.WEB);
        UUID id = draft(driver, "household-utilities-transfer");
        walk(driver, id, Map.of());
        Case before = seen(driver, id);
        assertThat(interview.isStale(before)).isFalse();
        TestCity.clock().advance(Duration.ofDays(2));
        assertThat(interview.isStale(before)).isTrue();
        assertThat(desk.perform(driver, TestCity.get(RefreshDraft.class), new RefreshDraft.Request(id)))
                .isInstanceOf(DraftOutcome.Saved.class);
        Case after = seen(driver, id);
        assertThat(interview.isStale(after)).isFalse();
        assertThat(after.content().answers()).isEqualTo(before.content().answers());
    }
}
