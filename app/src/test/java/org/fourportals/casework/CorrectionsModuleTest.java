package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.identity.Accounts;
import org.fourportals.portal.Browser;
import org.junit.jupiter.api.Test;

/** A resident says otherwise than a register: who holds it is asked, nobody else, and the answer reaches her. */
class CorrectionsModuleTest extends WholeCases {

    private final Corrections corrections = TestCity.get(Corrections.class);
    private final CloseCorrection close = TestCity.get(CloseCorrection.class);

    @Test
    void asksTheDepartmentThatHoldsTheRegister() {
        Actor agent = resident("shen-jiaming", Portal.WEB);
        UUID id = draft(agent, "food-business-licence");
        chooseFirst(agent, id);
        desk.perform(agent, TestCity.get(AnswerQuestion.class), new AnswerQuestion.Request(id, "application", List.of("new")));
        walk(agent, id, Map.of());
        Case before = seen(agent, id);
        var known = interview.progress(before).asked().stream().filter(a -> a.dataset() != null && a.question().id().equals("rightToPremises")).findFirst().orElseThrow();
        String other = known.question().answers().stream().map(a -> a.id()).filter(a -> !a.equals(known.answer())).findFirst().orElseThrow();
        assertThat(desk.perform(agent, TestCity.get(AnswerQuestion.class), new AnswerQuestion.Request(id, known.question().id(), List.of(other))))
                .isInstanceOf(DraftOutcome.Saved.class);
        walk(agent, id, Map.of());
        bringAll(agent, id);
        fill(agent, id);
        assertThat(desk.perform(agent, TestCity.get(SubmitCase.class), new SubmitCase.Request(id), UUID.randomUUID())).isInstanceOf(SubmitCase.Submitted.class);

        Correction open = corrections.of(seen(agent, id)).getFirst();
        assertThat(open.question()).isEqualTo("rightToPremises");
        assertThat(open.isOpen()).isTrue();
        Actor.Staff holder = staffOf(open.department());
        Actor.Staff stranger = (Actor.Staff) staff(open.department().equals("fire-rescue") ? "reviewer-civil" : "reviewer-fire");
        assertThat(corrections.listOpen(holder)).extracting(Correction::id).contains(open.id());
        assertThat(corrections.listOpen(stranger)).extracting(Correction::id).doesNotContain(open.id());
        assertThat(corrections.find(stranger, open.id())).isEmpty();
        assertThat(corrections.find(holder, open.id())).hasValueSatisfying(disputed -> {
            assertThat(disputed.said()).isEqualTo(other);
            assertThat(disputed.register()).isEqualTo(known.answer());
        });
        assertThat(TestCity.get(AuditLog.class).listReads(open.dataset(), 100)).as("looking at it is in the log")
                .anyMatch(read -> read.actor().contains("reviewer-of-") && read.purpose().equals("food-business-licence") && id.equals(read.caseId())
                        && !read.fields().isEmpty());

        assertThat(perform(stranger, open, "x")).isInstanceOf(CloseCorrection.NotFound.class);
        assertThat(perform(holder, open, " ")).isInstanceOf(CloseCorrection.RemarkNeeded.class);
        assertThat(perform(holder, open, "x".repeat(501))).isInstanceOf(CloseCorrection.RemarkNeeded.class);
        assertThat(perform(holder, open, "已按租赁合同更正 <b>")).isInstanceOf(CloseCorrection.Closed.class);
        assertThat(perform(holder, open, "again")).isInstanceOf(CloseCorrection.ClosedAlready.class);
        assertThat(corrections.of(seen(agent, id)).getFirst().registerWasWrong()).isTrue();
        assertThat(new Browser().signIn("shen-jiaming", "/cases").get("/cases/" + id).body()).contains("已按租赁合同更正 &lt;b&gt;");
    }

    private CloseCorrection.Result perform(Actor.Staff staff, Correction correction, String remark) {
        return desk.perform(staff, close, new CloseCorrection.Request(correction.id(), true, remark), UUID.randomUUID());
    }

    private static Actor.Staff staffOf(String department) {
        var any = TestCity.get(Accounts.class).findByUsername("reviewer-market").orElseThrow();
        return new Actor.Staff("reviewer-of-" + department, any.name(), any.roles(), department, any.centre(), Portal.OFFICE, null);
    }

    @Test
    void showsWhatWaitsAndAnswersNonsenseAsNonsense() {
        Browser reviewer = new Browser().signIn("reviewer-fire", "/office");
        assertThat(reviewer.get("/office/corrections").body()).contains("Registers to check");
        assertThat(reviewer.get("/office/corrections/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(reviewer.get("/office/corrections/x").statusCode()).isEqualTo(400);
        assertThat(reviewer.post("/office/corrections/" + UUID.randomUUID(), "finding", "register", "remark", "x", "key", UUID.randomUUID().toString()).statusCode())
                .isEqualTo(404);
        assertThat(new Browser().signIn("bureau", "/office").get("/office/corrections").statusCode()).isEqualTo(200);
    }
}
